package itb.backoffice.demo.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.demo.DemoClient;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo chain offers follows from what it holds at that moment, and is told the way the guide says. */
class OffersOperationTest {
    private static final String OPERATION = "$get-offers-context";

    @TempDir
    Path folder;

    private DemoServer server;
    private DemoClient client;

    @BeforeEach
    void start() throws Exception {
        server = DemoServer.start(folder, 0, 24, new ErrorReporter());
        client = new DemoClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<JsonNode> entries(String path) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            DemoClient.Reply reply = client.get(next);
            assertEquals(200, reply.status(), reply.body());
            reply.json().path("entry").forEach(all::add);
            next = reply.link("next");
        }
        return all;
    }

    private List<JsonNode> offers(String path) throws Exception {
        return entries(path).stream()
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals("Parameters"))
                .toList();
    }

    private static JsonNode part(JsonNode offer, String name) {
        for (JsonNode part : offer.at("/parameter/0/part")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        return Json.object();
    }

    private static String reference(JsonNode offer, String name) {
        return part(offer, name).at("/valueReference/reference").asText();
    }

    private static boolean online(JsonNode offer) {
        return part(offer, "isOnline").path("valueBoolean").asBoolean();
    }

    private static String reason(JsonNode offer) {
        return part(offer, "offlineReason").path("valueString").asText();
    }

    private ObjectNode read(String reference) throws Exception {
        return client.get(reference).json();
    }

    private void put(String reference, ObjectNode resource) throws Exception {
        assertEquals(200, client.put(reference, Json.write(resource)).status());
    }

    @Test
    void itIsDeclaredForTheSystemAndForTheThreeTypes() throws Exception {
        JsonNode rest = client.get("metadata").json().at("/rest/0");
        assertEquals("get-offers-context", rest.at("/operation/0/name").asText());
        Set<String> types = new HashSet<>();
        rest.path("resource").forEach(type -> {
            if (type.has("operation")) {
                types.add(type.path("type").asText());
            }
        });
        assertEquals(Set.of("ActivityDefinition", "HealthcareService", "PractitionerRole"), types);
    }

    @Test
    void everyActiveRoleOffersWhatItsProfessionDoesAtItsClinic() throws Exception {
        List<JsonNode> all = offers(OPERATION);
        assertTrue(all.size() > 1_000, all.size() + " offers");
        Set<String> active = new HashSet<>();
        for (JsonNode entry : entries("PractitionerRole?_elements=active&_count=500")) {
            if (entry.at("/resource/active").asBoolean()) {
                active.add("PractitionerRole/" + entry.at("/resource/id").asText());
            }
        }
        Set<String> offering = new HashSet<>();
        all.forEach(offer -> offering.add(reference(offer, "practitionerRole")));
        assertEquals(active, offering);
        Set<String> ids = new HashSet<>();
        all.forEach(offer -> ids.add(offer.path("id").asText()));
        assertEquals(all.size(), ids.size(), "each has an id of its own");
        assertTrue(all.stream().anyMatch(OffersOperationTest::online));
        assertTrue(all.stream().anyMatch(offer -> !online(offer)));
    }

    @Test
    void offersFollowTheirProfile() throws Exception {
        Validator validator = new ProfileValidator(Messages.of(Locale.ENGLISH));
        List<JsonNode> all = offers(OPERATION);
        for (int i = 0; i < all.size(); i += 40) {
            List<Finding> found = validator.validate(Json.write(all.get(i)));
            assertEquals(List.of(), found, Json.write(all.get(i)));
        }
        JsonNode bundle = client.get(OPERATION + "?_count=3").json();
        assertTrue(bundle.at("/meta/profile/0").asText().endsWith("/BundleOffersContextPortal"));
        assertEquals("searchset", bundle.path("type").asText());
    }

    @Test
    void whatIsClosedArchivedOrBookedElsewhereIsNotOnlineAndSaysWhy() throws Exception {
        JsonNode offer = offers(OPERATION).stream()
                .filter(OffersOperationTest::online)
                .findFirst()
                .orElseThrow();
        String role = reference(offer, "practitionerRole");
        String clinic = reference(offer, "healthcareService");
        String treatment = reference(offer, "activityDefinition");

        put(treatment, read(treatment).put("status", "retired"));
        assertTrue(offers(treatment + "/" + OPERATION).stream()
                .allMatch(one -> !online(one) && reason(one).matches(".*(arkiv).*")));
        put(clinic, read(clinic).put("active", false));
        assertTrue(offers(clinic + "/" + OPERATION).stream()
                .allMatch(one -> !online(one) && reason(one).matches(".*ak?tiv.*")));
        put(role, read(role).put("active", false));
        assertEquals(List.of(), offers(role + "/" + OPERATION));

        JsonNode elsewhere = offers(OPERATION).stream()
                .filter(one -> part(one, "bookingUrl").has("valueUrl"))
                .findFirst()
                .orElseThrow();
        assertFalse(online(elsewhere));
        assertTrue(part(elsewhere, "bookingUrl").path("valueUrl").asText().startsWith("https://nordtand.example/"));
    }

    @Test
    void oneResourceGivesItsOwnOffersWithWhatTheyConsistOf() throws Exception {
        String role = reference(offers(OPERATION).getFirst(), "practitionerRole");
        List<JsonNode> entries = entries(role + "/" + OPERATION
                + "?includePractitionerRolePortal=true&includeHealthcareServicePortal=true"
                + "&includeActivityDefinitionPortal=false");
        List<String> types = entries.stream()
                .map(entry -> entry.at("/resource/resourceType").asText() + " "
                        + entry.at("/search/mode").asText())
                .distinct()
                .toList();
        assertEquals(List.of("Parameters match", "PractitionerRole include", "HealthcareService include"), types);
        assertTrue(entries.stream()
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals("Parameters"))
                .allMatch(offer -> reference(offer, "practitionerRole").equals(role)));
    }

    @Test
    void thePagesOfOneAnswerFitTogetherWhateverIsChangedMeanwhile() throws Exception {
        int total = client.get(OPERATION + "?_count=1").json().path("total").asInt();
        DemoClient.Reply first = client.get(OPERATION + "?_count=200");
        String role = reference(first.json().at("/entry/0/resource"), "practitionerRole");
        put(role, read(role).put("active", false));
        List<String> ids = new ArrayList<>(first.each("resource", "id"));
        entries(first.link("next"))
                .forEach(entry -> ids.add(entry.at("/resource/id").asText()));
        assertEquals(total, ids.size());
        assertEquals(total, new HashSet<>(ids).size());
        assertTrue(client.get(OPERATION + "?_count=1").json().path("total").asInt() < total);
    }

    @Test
    void whatIsNotKnownIsRefused() throws Exception {
        assertEquals(404, client.get("PractitionerRole/nobody/" + OPERATION).status());
        assertEquals(404, client.get("Organization/any/" + OPERATION).status());
        assertEquals(404, client.get("PractitionerRole/" + OPERATION).status());
        assertEquals(400, client.get(OPERATION + "?clinic=1").status());
        assertEquals(
                400,
                client.get(OPERATION + "?includePractitionerRolePortal=maybe").status());
        assertTrue(client.post(OPERATION, "{}").status() >= 400);
    }
}
