package itb.backoffice.demo.fhir;

import static itb.backoffice.demo.DemoClient.organisation;
import static itb.backoffice.demo.DemoClient.role;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.demo.DemoClient.Reply;
import itb.backoffice.demo.EmptyServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest extends EmptyServerTest {
    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String method, String url, String resource, String... more) {
        StringBuilder request = new StringBuilder("\"method\":\"" + method + "\",\"url\":\"" + url + "\"");
        String fullUrl = "";
        for (int i = 0; i < more.length; i += 2) {
            if (more[i].equals("fullUrl")) {
                fullUrl = "\"fullUrl\":\"" + more[i + 1] + "\",";
            } else {
                request.append(",\"%s\":\"%s\"".formatted(more[i], more[i + 1].replace("\"", "\\\"")));
            }
        }
        String body = resource.isEmpty() ? "" : "\"resource\":" + resource + ",";
        return "{" + fullUrl + body + "\"request\":{" + request + "}}";
    }

    @Test
    void everythingHappensAndTheAnswersComeInTheOrderOfTheEntries() throws Exception {
        client.put("Organization/old", organisation("old", "x"));
        client.put("Organization/kept", organisation("kept", "x"));
        Reply done = client.post(
                "",
                bundle(
                        "transaction",
                        entry("GET", "Organization?name=y", ""),
                        entry("PUT", "Organization/kept", organisation("kept", "y"), "ifMatch", "W/\"1\""),
                        entry("POST", "Organization", organisation("any", "y")),
                        entry("DELETE", "Organization/old", "", "ifMatch", "W/\"1\"")));

        assertEquals(200, done.status());
        assertEquals("transaction-response", done.json().path("type").asText());
        assertEquals(List.of("200", "200 OK", "201 Created", "204 No Content"), done.each("response", "status"));
        assertEquals(List.of("", "W/\"2\"", "W/\"1\"", "W/\"2\""), done.each("response", "etag"));
        assertEquals(2, done.json().at("/entry/0/resource/total").asInt());
        assertEquals(
                "Organization/kept/_history/2",
                done.json().at("/entry/1/response/location").asText());
        assertEquals(410, client.get("Organization/old").status());
    }

    @Test
    void oneStaleEntryLeavesEverythingAsItWas() throws Exception {
        client.put("Organization/a", organisation("a", "one"));
        client.put("Organization/b", organisation("b", "one"));
        client.put("Organization/b", organisation("b", "two"));
        String before = client.get("Organization/_history").json().path("total").asText();

        Reply refused = client.post(
                "",
                bundle(
                        "transaction",
                        entry("PUT", "Organization/a", organisation("a", "mine"), "ifMatch", "W/\"1\""),
                        entry("POST", "Organization", organisation("n", "new")),
                        entry("PUT", "Organization/b", organisation("b", "mine"), "ifMatch", "W/\"1\"")));

        assertEquals(412, refused.status());
        assertEquals(
                "Bundle.entry[2]", refused.json().at("/issue/0/expression/0").asText());
        assertEquals("one", client.get("Organization/a").json().path("name").asText());
        assertEquals(
                before, client.get("Organization/_history").json().path("total").asText());
    }

    @Test
    void referencesToNewResourcesLeadToWhereTheyAreStored() throws Exception {
        String clinic = "urn:uuid:7b0b3a58-2a3c-4c52-9a51-0d1b1d1c0001";
        String referring = role("r", "Kari").replace("HealthcareService/c1", clinic);
        Reply done = client.post(
                "",
                bundle(
                        "transaction",
                        entry("PUT", "PractitionerRole/r", referring),
                        entry(
                                "POST",
                                "HealthcareService",
                                "{\"resourceType\":\"HealthcareService\",\"name\":\"" + clinic + "\"}",
                                "fullUrl",
                                clinic)),
                "Prefer",
                "return=representation");

        String id = done.json().at("/entry/1/resource/id").asText();
        assertEquals(
                "HealthcareService/" + id,
                client.get("PractitionerRole/r")
                        .json()
                        .at("/healthcareService/0/reference")
                        .asText());
        // Only references are rewritten: a name that looks like one is a name.
        assertEquals(
                clinic,
                client.get("HealthcareService/" + id).json().path("name").asText());
        assertEquals(
                1,
                client.get("PractitionerRole?service=" + id)
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(
                400,
                client.post("", bundle("transaction", entry("PUT", "PractitionerRole/r", referring)))
                        .status());
    }

    @Test
    void aConditionalCreateThatFindsSomethingIsReferredToInsteadOfDoubled() throws Exception {
        client.put("Organization/there", organisation("there", "Nordtand"));
        String parent = "urn:uuid:7b0b3a58-2a3c-4c52-9a51-0d1b1d1c0002";
        String child =
                "{\"resourceType\":\"Organization\",\"id\":\"child\",\"partOf\":{\"reference\":\"" + parent + "\"}}";
        Reply done = client.post(
                "",
                bundle(
                        "transaction",
                        entry(
                                "POST",
                                "Organization",
                                organisation("x", "Nordtand"),
                                "fullUrl",
                                parent,
                                "ifNoneExist",
                                "name:exact=Nordtand"),
                        entry("PUT", "Organization/child", child)));

        assertEquals(List.of("200 OK", "201 Created"), done.each("response", "status"));
        assertEquals(
                "Organization/there",
                client.get("Organization/child").json().at("/partOf/reference").asText());
        assertEquals(2, client.get("Organization").json().path("total").asInt());
    }

    @Test
    void twoEntriesThatWouldCreateTheSameAreRefused() throws Exception {
        String entry = entry("POST", "Organization", organisation("x", "Twin"), "ifNoneExist", "name:exact=Twin");
        assertEquals(400, client.post("", bundle("transaction", entry, entry)).status());
        assertEquals(0, client.get("Organization").json().path("total").asInt());
    }

    @Test
    void aBatchDoesWhatItCanAndSaysWhatItCould() throws Exception {
        client.put("Organization/a", organisation("a", "one"));
        Reply done = client.post(
                "",
                bundle(
                        "batch",
                        entry("PUT", "Organization/a", organisation("a", "mine"), "ifMatch", "W/\"9\""),
                        entry("PUT", "Organization/b", organisation("b", "new")),
                        entry("GET", "Organization/a", ""),
                        entry("DELETE", "Organization/never", "")));

        assertEquals("batch-response", done.json().path("type").asText());
        assertEquals(List.of("412", "201", "200", "404"), done.each("response", "status"));
        assertEquals("one", done.json().at("/entry/2/resource/name").asText());
        assertEquals(
                "OperationOutcome",
                done.json().at("/entry/0/response/outcome/resourceType").asText());
    }

    @Test
    void aBundleThatMakesNoSenseIsRefusedWhole() throws Exception {
        for (String nonsense : List.of(
                bundle("collection"),
                organisation("o", "no bundle"),
                bundle("transaction", "{\"resource\":{}}"),
                bundle("transaction", entry("PATCH", "Organization/o", "{}")),
                bundle("transaction", entry("PUT", "Patient/p", "{\"resourceType\":\"Patient\",\"id\":\"p\"}")),
                bundle(
                        "transaction",
                        entry("PUT", "Organization/o", organisation("o", "1")),
                        entry("DELETE", "Organization/o", "")))) {
            Reply refused = client.post("", nonsense);
            assertTrue(refused.status() == 400 || refused.status() == 404, nonsense);
            assertEquals("OperationOutcome", refused.json().path("resourceType").asText());
        }
        assertEquals(0, client.get("Organization").json().path("total").asInt());
    }
}
