package itb.backoffice.demo.fhir;

import static itb.backoffice.demo.DemoClient.organisation;
import static itb.backoffice.demo.DemoClient.role;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.demo.DemoClient.Reply;
import itb.backoffice.demo.EmptyServerTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritesTest extends EmptyServerTest {
    @Test
    void aPutUnderTheClientsOwnIdCreatesAndSaysWhere() throws Exception {
        Reply created = client.put("PractitionerRole/my-role.1", role("my-role.1", "Åse"));

        assertEquals(201, created.status());
        assertEquals(server.baseUrl() + "/PractitionerRole/my-role.1/_history/1", created.header("Location"));
        assertEquals("W/\"1\"", created.header("ETag"));
        assertTrue(created.header("Last-Modified").endsWith("GMT"));
        assertEquals("application/fhir+json;charset=UTF-8", created.header("Content-Type"));
        assertEquals("1", created.json().path("meta").path("versionId").asText());
    }

    @Test
    void everyUpdateIsANewVersionAndTheOldOnesStay() throws Exception {
        client.put("Organization/o", organisation("o", "one"));
        Reply second = client.put("Organization/o", organisation("o", "two"), "If-Match", "W/\"1\"");

        assertEquals(200, second.status());
        assertEquals("W/\"2\"", second.header("ETag"));
        assertEquals("two", client.get("Organization/o").json().path("name").asText());
        assertEquals(
                "one",
                client.get("Organization/o/_history/1").json().path("name").asText());
        assertEquals(404, client.get("Organization/o/_history/3").status());
        assertEquals(404, client.get("Organization/o/_history/x").status());
    }

    @ParameterizedTest
    @CsvSource({"W/\"1\"", "\"1\"", "1", "W/\"7\"", "W/\"abc\""})
    void anUpdateOfWhatSomebodyElseChangedIsRefused(String stale) throws Exception {
        client.put("Organization/o", organisation("o", "one"));
        client.put("Organization/o", organisation("o", "two"));

        Reply refused = client.put("Organization/o", organisation("o", "mine"), "If-Match", stale);

        assertEquals(412, refused.status());
        assertEquals("OperationOutcome", refused.json().path("resourceType").asText());
        assertEquals("two", client.get("Organization/o").json().path("name").asText());
    }

    @Test
    void anUpdateUnderIfMatchNeverBringsAnythingToLife() throws Exception {
        assertEquals(
                412,
                client.put("Organization/never", organisation("never", "x"), "If-Match", "W/\"1\"")
                        .status());
        assertEquals(404, client.get("Organization/never").status());

        client.put("Organization/o", organisation("o", "one"));
        client.delete("Organization/o");
        for (String version : List.of("W/\"1\"", "W/\"2\"", "*")) {
            assertEquals(
                    412,
                    client.put("Organization/o", organisation("o", "x"), "If-Match", version)
                            .status());
        }
        assertEquals(410, client.get("Organization/o").status());
    }

    @Test
    void ofManyWritersWithTheSameVersionExactlyOneWins() throws Exception {
        client.put("Organization/o", organisation("o", "start"));
        int writers = 8;
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Callable<Reply>> tasks = IntStream.range(0, writers)
                .<Callable<Reply>>mapToObj(i -> () -> {
                    together.await();
                    return client.put("Organization/o", organisation("o", "writer " + i), "If-Match", "W/\"1\"");
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Integer> answers = threads.invokeAll(tasks).stream()
                    .map(task -> task.resultNow().status())
                    .sorted()
                    .toList();
            assertEquals(200, answers.getFirst());
            assertEquals(
                    writers - 1,
                    answers.stream().filter(status -> status == 412).count());
        }
        assertEquals("W/\"2\"", client.get("Organization/o").header("ETag"));
    }

    @Test
    void aDeletedResourceIsGoneUntilItIsPutAgain() throws Exception {
        client.put("Organization/o", organisation("o", "one"));

        assertEquals(412, client.delete("Organization/o", "If-Match", "W/\"4\"").status());
        Reply deleted = client.delete("Organization/o", "If-Match", "W/\"1\"");
        assertEquals(204, deleted.status());
        assertEquals("", deleted.body());
        Reply gone = client.get("Organization/o");
        assertEquals(410, gone.status());
        assertEquals("deleted", gone.json().path("issue").path(0).path("code").asText());
        assertEquals(0, client.get("Organization").json().path("total").asInt());
        assertEquals(
                "one",
                client.get("Organization/o/_history/1").json().path("name").asText());
        assertEquals(410, client.get("Organization/o/_history/2").status());
        assertEquals(204, client.delete("Organization/o").status());
        assertEquals(404, client.delete("Organization/never").status());

        Reply again = client.put("Organization/o", organisation("o", "back"));
        assertEquals(201, again.status());
        assertEquals("W/\"3\"", again.header("ETag"));
    }

    @Test
    void aPostIsGivenAnIdAndIfNoneExistKeepsARepeatedOneFromMakingAnother() throws Exception {
        String condition = "practitioner:identifier=urn:p|Kari&service=HealthcareService/c1";
        Reply first = client.post("PractitionerRole", role("ignored", "Kari"), "If-None-Exist", condition);
        Reply repeated = client.post("PractitionerRole", role("ignored", "Kari"), "If-None-Exist", condition);

        assertEquals(201, first.status());
        String id = first.json().path("id").asText();
        assertTrue(id.matches("[0-9a-f-]{36}"));
        assertEquals(200, repeated.status());
        assertEquals(id, repeated.json().path("id").asText());

        client.post("PractitionerRole", role("ignored", "Kari"));
        Reply several = client.post("PractitionerRole", role("ignored", "Kari"), "If-None-Exist", condition);
        assertEquals(412, several.status());
        assertEquals(
                400,
                client.post("PractitionerRole", role("x", "x"), "If-None-Exist", "what=ever")
                        .status());
    }

    @Test
    void aCreationThatArrivesLateIsRecognisedByItsTag() throws Exception {
        String tagged = role("ignored", "Kari")
                .replaceFirst("\\{", "{\"meta\":{\"tag\":[{\"system\":\"urn:from\",\"code\":\"d1\"}]},");
        String condition = "_tag=urn:from|d1";
        Reply first = client.post("PractitionerRole", tagged, "If-None-Exist", condition);
        Reply late = client.post("PractitionerRole", tagged, "If-None-Exist", condition);

        assertEquals(201, first.status());
        assertEquals(200, late.status());
        assertEquals(first.json().path("id").asText(), late.json().path("id").asText());
    }

    @Test
    void theClientChoosesWhatComesBack() throws Exception {
        assertEquals(
                "",
                client.put("Organization/o", organisation("o", "one"), "Prefer", "return=minimal")
                        .body());
        Reply outcome = client.put("Organization/o", organisation("o", "two"), "Prefer", "return=OperationOutcome");
        assertEquals("OperationOutcome", outcome.json().path("resourceType").asText());
        Reply whole = client.put("Organization/o", organisation("o", "three"), "Prefer", "return=representation");
        assertEquals("three", whole.json().path("name").asText());
    }

    @Test
    void whatWasReceivedComesBackUnchanged() throws Exception {
        String odd = """
                {"resourceType":"HealthcareService","id":"c","meta":{"extension":[{"url":"x","valueString":"y"}]},\
                "unknownElement":{"deep":[1,{"er":null}]},"contained":[{"resourceType":"Organization","id":"unused"}],\
                "providedBy":{"reference":"Organization/#unused"},"name":"Å \\"<b>x</b>\\" \\u2028",\
                "position":{"longitude":10.7295010,"latitude":59.0,"altitude":0.00000010},"_name":{"id":"n"}}""";
        client.put("HealthcareService/c", odd);

        for (String body : List.of(
                client.get("HealthcareService/c").body(),
                client.get("HealthcareService").body(),
                client.get("HealthcareService/c/_history").body())) {
            assertTrue(body.contains("\"unknownElement\":{\"deep\":[1,{\"er\":null}]}"), body);
            assertTrue(body.contains("\"contained\":[{\"resourceType\":\"Organization\",\"id\":\"unused\"}]"), body);
            assertTrue(body.contains("\"reference\":\"Organization/#unused\""), body);
            assertTrue(body.contains("\"longitude\":10.7295010,\"latitude\":59.0,\"altitude\":0.00000010"), body);
            assertTrue(body.contains("\"meta\":{\"extension\":[{\"url\":\"x\",\"valueString\":\"y\"}],"), body);
        }
    }

    @Test
    void whatCannotBeStoredIsRefusedWithAReason() throws Exception {
        record Case(int status, String path, String body) {}
        for (Case one : List.of(
                new Case(400, "Organization/o", "{\"resourceType\":\"Organization\",\"id\":"),
                new Case(400, "Organization/o", "[]"),
                new Case(400, "Organization/o", organisation("p", "other id")),
                new Case(400, "Organization/o", "{\"resourceType\":\"Organization\"}"),
                new Case(400, "Organization/o", role("o", "wrong type")),
                new Case(400, "Organization/o", "{\"resourceType\":\"Organization\",\"id\":\"o\",\"meta\":[]}"),
                new Case(400, "Organization/a_b", organisation("a_b", "bad id")),
                new Case(404, "Patient/p", "{\"resourceType\":\"Patient\",\"id\":\"p\"}"),
                new Case(405, "Organization?name=x", organisation("o", "conditional")))) {
            Reply refused = client.put(one.path(), one.body());
            assertEquals(one.status(), refused.status(), one.body());
            assertEquals("OperationOutcome", refused.json().path("resourceType").asText());
        }
        assertEquals(0, client.get("Organization").json().path("total").asInt());
        assertEquals(
                415,
                client.put("Organization/o", "<x/>", "Content-Type", "application/fhir+xml")
                        .status());
        assertEquals(405, client.send("PATCH", "Organization/o", "[]").status());
    }

    @Test
    void namesOfAllLanguagesSurvive() throws Exception {
        List<String> names =
                Stream.of("Ærlend Øygård", "Åse Ängström", "Łukasz 😀").toList();
        for (String name : names) {
            client.put("Organization/o", organisation("o", name));
            assertEquals(name, client.get("Organization/o").json().path("name").asText());
        }
    }
}
