package itb.backoffice.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.FhirServer.Entry;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.connection.FhirServer.Written;
import itb.backoffice.connection.Servers.Reaction;
import itb.backoffice.connection.Servers.Scripted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HttpFhirServerTest {
    private static final String ODD_ROLE = "{ \"resourceType\":\"PractitionerRole\" ,\"id\":\"å1\",\n\t\"x\" : 12.50 ,"
            + "\"meta\":{\"extension\":[{\"versionId\":\"no\"}],\"versionId\":\"7\",\"lastUpdated\":\"2026-04-08T14:16:52.19+02:00\"},"
            + "\"contained\":[{\"id\":\"inner\",\"resourceType\":\"Binary\",\"data\":\"QUJD\"}],\"t\":\"\\u00e6 \\\"}{ 🦷\" }";

    @Test
    void resourcesOfAPageArriveByteForByte() throws Exception {
        String bundle = "{\"entry\":[{\"fullUrl\":\"x\",\"resource\":" + ODD_ROLE
                + ",\"search\":{\"mode\":\"match\"}},{\"resource\":{\"resourceType\":\"OperationOutcome\",\"id\":\"o\"},\"search\":{\"mode\":\"outcome\"}},"
                + "{\"resource\":{\"resourceType\":\"Location\",\"id\":\"l\"},\"search\":{\"mode\":\"include\"}},"
                + "{\"resource\":{\"resourceType\":\"PractitionerRole\"}},{\"resource\":\"odd\"},7],"
                + "\"link\":[{\"relation\":\"self\",\"url\":\"s\"},{\"relation\":\"next\",\"url\":\"?page=2\"}],\"total\":12,\"resourceType\":\"Bundle\"}";
        for (String text : List.of(bundle, "\uFEFF" + bundle)) {
            try (Scripted scripted =
                            new Scripted(request -> Reaction.json(200, text, "Date", "Mon, 23 Nov 2026 10:00:00 GMT"));
                    HttpFhirServer server = Servers.client(scripted.base())) {
                Page page = Servers.value(server.search("PractitionerRole", Map.of("name", "a b|c")));
                assertEquals(
                        List.of(new ServerResource(
                                "PractitionerRole", "å1", "7", Instant.parse("2026-04-08T12:16:52.190Z"), ODD_ROLE)),
                        page.resources());
                assertEquals(2, page.unreadable());
                assertEquals(12, page.total());
                assertEquals("?page=2", page.next());
                assertEquals(
                        "/tenant/1.0/R4/fhir/PractitionerRole?name=a%20b%7Cc",
                        scripted.last().path());
                assertEquals("no-cache", scripted.last().header("Cache-control"));
                Servers.value(server.next("PractitionerRole?page=2"));
                // The page after that one may have been asked for already, see next().
                assertEquals(
                        "/tenant/1.0/R4/fhir/PractitionerRole?page=2",
                        scripted.asked.get(1).path());
            }
        }
    }

    @Test
    void packedAndForeignlyEncodedAnswersAreUnderstood() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(ODD_ROLE.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = Map.of("Content-Type", "application/fhir+json", "Content-Encoding", "gzip");
        try (Scripted scripted = new Scripted(request -> new Reaction(200, headers, packed.toByteArray()));
                HttpFhirServer server = Servers.client(scripted.base())) {
            assertEquals(
                    ODD_ROLE,
                    Servers.value(server.read("PractitionerRole", "å1")).json());
        }
        String latin = "{\"resourceType\":\"Location\",\"id\":\"a\",\"name\":\"Tromsø\"}";
        Map<String, String> latinHeaders = Map.of("Content-Type", "application/json; charset=ISO-8859-1");
        try (Scripted scripted = new Scripted(
                        request -> new Reaction(200, latinHeaders, latin.getBytes(StandardCharsets.ISO_8859_1)));
                HttpFhirServer server = Servers.client(scripted.base())) {
            assertEquals(latin, Servers.value(server.read("Location", "a")).json());
        }
    }

    @Test
    void versionsAreEchoedAsTheyCame() throws Exception {
        String role = "{\"resourceType\":\"PractitionerRole\",\"id\":\"a\",\"meta\":{\"versionId\":\"3\"}}";
        for (Map.Entry<String, String> one : Map.of("W/\"3\"", "3", "\"3\"", "\"3\"", "W/\"abc\"", "W/\"abc\"")
                .entrySet()) {
            try (Scripted scripted = new Scripted(request -> Reaction.json(200, role, "ETag", one.getKey()));
                    HttpFhirServer server = Servers.client(scripted.base())) {
                ServerResource read = Servers.value(server.read("PractitionerRole", "a"));
                assertEquals(one.getValue(), read.version());
                Servers.value(server.update("PractitionerRole", "a", role, read.version()));
                assertEquals(one.getKey(), scripted.last().header("If-match"));
                assertEquals("return=representation", scripted.last().header("Prefer"));
                assertEquals(role, scripted.last().body());
            }
        }
    }

    @Test
    void whatAWriteLeftIsReadBackWhereTheAnswerIsEmpty() throws Exception {
        String role = "{\"resourceType\":\"PractitionerRole\",\"id\":\"new\",\"meta\":{\"versionId\":\"1\"}}";
        try (Scripted scripted = new Scripted(request -> switch (request.method()) {
                    case "POST" ->
                        Reaction.json(201, "", "Location", "http://elsewhere/fhir/PractitionerRole/new/_history/1");
                    case "PUT" -> Reaction.json(200, "{\"resourceType\":\"OperationOutcome\",\"id\":\"x\"}");
                    case "DELETE" -> Reaction.json(204, "");
                    default -> Reaction.json(200, role);
                });
                HttpFhirServer server = Servers.client(scripted.base())) {
            ServerResource expected = new ServerResource("PractitionerRole", "new", "1", null, role);
            assertEquals(
                    new Written(expected, true),
                    Servers.value(server.create("PractitionerRole", "{}", "identifier=a|b")));
            assertEquals("identifier=a|b", scripted.asked.getFirst().header("If-none-exist"));
            assertEquals(
                    new Written(expected, false), Servers.value(server.update("PractitionerRole", "new", "{}", "1")));
            assertEquals(new Written(null, false), Servers.value(server.delete("PractitionerRole", "new", "1")));
            assertEquals("W/\"1\"", scripted.last().header("If-match"));
        }
    }

    @Test
    void aCreationUnderTheProgramsIdMustNotReplaceWhatIsThereAlready() throws Exception {
        try (Scripted scripted = new Scripted(request -> Reaction.json(200, "{}"));
                HttpFhirServer server = Servers.client(scripted.base())) {
            server.update("Location", "a", "{}", null);
            server.update("Location", "a", "{}", "");
            List<Servers.Request> puts = scripted.asked.stream()
                    .filter(request -> request.method().equals("PUT"))
                    .toList();
            assertEquals("*", puts.getFirst().header("If-none-match"));
            assertEquals("", puts.getLast().header("If-none-match"));
            assertEquals("", puts.getLast().header("If-match"));
            server.transaction(List.of(
                    new Entry("PUT", "Location", "new", "{}", null, null),
                    new Entry("PUT", "Location", "old", "{}", "", null)));
            String sent = scripted.last().body();
            assertTrue(sent.contains("{\"method\":\"PUT\",\"url\":\"Location/new\",\"ifNoneMatch\":\"*\"}"), sent);
            assertTrue(sent.contains("{\"method\":\"PUT\",\"url\":\"Location/old\"}"), sent);
        }
    }

    @Test
    void createWithoutAnyTraceOfItselfIsStillWritten() throws Exception {
        try (Scripted scripted = new Scripted(request -> Reaction.json(201, ""));
                HttpFhirServer server = Servers.client(scripted.base())) {
            assertEquals(new Written(null, true), Servers.value(server.create("Location", "{}", null)));
        }
    }

    @Test
    void transactionAnswersEntryByEntry() throws Exception {
        String role = "{\"resourceType\":\"PractitionerRole\",\"id\":\"a\",\"decimal\":1.50}";
        String answer = "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":["
                + "{\"response\":{\"status\":\"200 OK\",\"etag\":\"W/\\\"5\\\"\"}, \"resource\":" + role + "},"
                + "{\"response\":{\"status\":\"201 Created\",\"location\":\"PractitionerRole/b/_history/1\"}},"
                + "{\"response\":{\"status\":\"204\"}}]}";
        String other = role.replace("\"a\"", "\"b\"");
        try (Scripted scripted = new Scripted(
                        request -> Reaction.json(200, request.method().equals("POST") ? answer : other));
                HttpFhirServer server = Servers.client(scripted.base())) {
            List<Written> written = Servers.value(server.transaction(List.of(
                    new Entry("PUT", "PractitionerRole", "a", role, "4", null),
                    new Entry("POST", "PractitionerRole", "urn:uuid:1", other, null, "identifier=x"),
                    new Entry("DELETE", "PractitionerRole", "c", null, "W/\"2\"", null))));
            assertEquals("W/\"5\"", written.get(0).resource().version());
            assertEquals("b", written.get(1).resource().id());
            assertTrue(written.get(1).created());
            assertNull(written.get(2).resource());
            String sent = scripted.asked.getFirst().body();
            assertTrue(sent.contains("\"decimal\":1.50"), sent);
            assertTrue(
                    sent.contains("\"ifMatch\":\"W/\\\"4\\\"\"") && sent.contains("\"ifMatch\":\"W/\\\"2\\\"\""), sent);
        }
    }

    @Test
    void transactionThatRefusesOneEntryOnlyMayBeHalfDone() throws Exception {
        String answer = "{\"resourceType\":\"Bundle\",\"entry\":[{\"response\":{\"status\":\"200\"}},"
                + "{\"response\":{\"status\":\"412 Precondition Failed\",\"outcome\":{\"resourceType\":\"OperationOutcome\","
                + "\"issue\":[{\"severity\":\"error\",\"code\":\"conflict\",\"diagnostics\":\"newer\"}]}}}]}";
        try (Scripted scripted = new Scripted(request -> Reaction.json(200, answer));
                HttpFhirServer server = Servers.client(scripted.base())) {
            Failure failure = Servers.failure(server.transaction(List.of(
                    new Entry("DELETE", "Location", "a", null, "1", null),
                    new Entry("DELETE", "Location", "b", null, "1", null))));
            assertTrue(failure.maybeDone());
            assertTrue(failure.details().contains("entry 2"));
            assertEquals("newer", failure.issues().getFirst().text());
        }
    }

    @Test
    void aHistoryComesPageByPageWithTheDeletionsInIt() throws Exception {
        String version = "{\"resourceType\":\"Location\",\"id\":\"a\",\"meta\":{\"versionId\":\"%d\"}}";
        try (Scripted scripted = new Scripted(request -> Reaction.json(
                        200,
                        request.path().contains("page=2")
                                ? "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + version.formatted(1)
                                        + "}]}"
                                : "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"?page=2\"}],\"entry\":["
                                        + "{\"request\":{\"method\":\"DELETE\",\"url\":\"Location/a\"},\"response\":{\"status\":\"204\","
                                        + "\"etag\":\"W/\\\"3\\\"\",\"lastModified\":\"2026-11-23T08:00:00Z\"}},{\"resource\":"
                                        + version.formatted(2) + "}]}"));
                HttpFhirServer server = Servers.client(scripted.base())) {
            FhirServer.Versions first = Servers.value(server.history("Location", "a", 2));
            assertTrue(
                    scripted.last().path().endsWith("_history?_count=2"),
                    scripted.last().path());
            FhirServer.Version deletion = first.versions().getFirst();
            assertNull(deletion.resource());
            assertTrue(Etag.same("3", deletion.name()));
            assertEquals(Instant.parse("2026-11-23T08:00:00Z"), deletion.when());
            assertEquals("2", first.versions().getLast().name());
            FhirServer.Versions second = Servers.value(server.older(String.valueOf(first.next())));
            assertEquals("1", second.versions().getFirst().name());
            assertNull(second.next());
            assertEquals(
                    List.of("2"),
                    Servers.value(server.newest("Location", "a", 2)).stream()
                            .map(ServerResource::version)
                            .toList());
        }
    }

    @Test
    void whatTheServerAllowsIsReadFromItsDeclaration() throws Exception {
        String statement = """
                {"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","status":"strange","software":{"name":"Chain","version":"2"},
                 "unknown":[1],"rest":[{"mode":"server","interaction":[{"code":"transaction"}],"searchParam":[{"name":"_lastUpdated","type":"date"}],
                 "resource":[{"type":"PractitionerRole","interaction":[{"code":"read"},{"code":"search-type"},{"code":"update"},{"code":"made-up"}],
                  "updateCreate":true,"supportedProfile":["http://p"]},{"type":"Location","interaction":[{"code":"read"}]}]}]}""";
        try (Scripted scripted = new Scripted(request -> Reaction.json(200, statement));
                HttpFhirServer server = Servers.client(scripted.base())) {
            Capabilities read = Servers.value(server.capabilities());
            assertEquals("Chain 2", read.software());
            assertTrue(read.transactions());
            assertTrue(read.allows("PractitionerRole", Action.UPDATE));
            assertFalse(read.allows("Location", Action.UPDATE));
            assertTrue(read.searches("PractitionerRole", "_lastUpdated"));
            assertTrue(read.types().get("PractitionerRole").updateCreate());
            assertEquals("/tenant/1.0/R4/fhir/metadata", scripted.last().path());
        }
    }
}
