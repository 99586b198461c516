package itb.backoffice.validation.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Utf8Text;
import itb.backoffice.validation.FieldPath;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainRulesTest {
    private static final Set<String> ALL =
            Set.of("HealthcareService", "Location", "Organization", "PractitionerRole", "ActivityDefinition");
    private static final String SANDVIKA = clinic("sandvika", "Sandvika", true, "sandvika");
    private static final String SANDNES = clinic("sandnes", "Sandnes", true, "sandnes");

    @Test
    void twoActiveRolesOfOnePersonAtOneClinicAndBillingAreTold() {
        String one = role("r1", "Ingrid", "sandvika", true);
        String two = role("r2", "Ingrid", "sandvika", true);
        assertEquals(
                List.of("same-role-at PractitionerRole [Ingrid, Sandvika]"), found(two, chain(SANDVIKA, one, two)));
        assertEquals(List.of(), found(two, chain(SANDVIKA, role("r1", "Ingrid", "sandvika", false), two)));
        assertEquals(List.of(), found(two, chain(SANDVIKA, SANDNES, role("r1", "Ingrid", "sandnes", true), two)));
    }

    @Test
    void firstGenerationServersKnowPeopleByReferences() {
        String one = literal("r1", "kari");
        String two = literal("r2", "kari");
        String kari = Json.write(resource("Practitioner", "kari").put("active", true));
        assertEquals(
                List.of("same-role-at PractitionerRole [r2, Sandvika]"), found(two, chain(SANDVIKA, one, two, kari)));
        assertEquals(List.of(), found(two, chain(SANDVIKA, literal("r1", "lars"), two, kari)));
        String gone = kari.replace("true", "false");
        assertEquals(
                List.of("inactive-practitioner PractitionerRole.practitioner [kari]"),
                found(two, chain(SANDVIKA, two, gone)));
    }

    private static String literal(String id, String person) {
        ObjectNode role = Json.object(role(id, person, "sandvika", true));
        role.putObject("practitioner").put("reference", "Practitioner/" + person);
        return Json.write(role);
    }

    @Test
    void twoClinicsUnderOneAddressAreToldWhateverTheirCapitals() {
        String other = clinic("sandnes", "Sandnes", true, "SandVika");
        assertEquals(
                List.of("same-address HealthcareService.extension[0].extension[1] [Sandnes]"),
                found(SANDVIKA, chain(SANDVIKA, other)));
        assertEquals(List.of(), found(SANDVIKA, chain(SANDVIKA, SANDNES)));
    }

    @Test
    void anAddressThatClashesPointsToItsField() {
        ObjectNode clinic = Json.object(SANDVIKA);
        String path = "HealthcareService.extension[0].extension[1]";
        assertTrue(FieldPath.of(path, clinic).endsWith(".extension[urlPlaceholder]"), FieldPath.of(path, clinic));
    }

    @Test
    void aTreatmentCodeUsedTwiceIsToldUnderWhateverSystem() {
        String one = treatment("t1", "Akutt", "http://a.test", "akut");
        String two = treatment("t2", "Akuttime", "http://b.test", "akut");
        assertEquals(
                List.of("same-code ActivityDefinition.code.coding[0].code [akut, Akuttime]"),
                found(one, chain(one, two)));
    }

    @Test
    void aRoleAtAClinicThatIsNotThereOrNotActiveIsTold() {
        String role = role("r1", "Ingrid", "sandvika", true);
        assertEquals(
                List.of("missing-clinic PractitionerRole.healthcareService[0] []"), found(role, chain(SANDNES, role)));
        String closed = clinic("sandvika", "Sandvika", false, "sandvika");
        assertEquals(
                List.of("inactive-clinic PractitionerRole.healthcareService[0] [Sandvika]"),
                found(role, chain(closed, role)));
        assertEquals(List.of(), found(role("r1", "Ingrid", "sandvika", false), chain(closed, role)));
    }

    @Test
    void aClinicsAreaInsideItsAddressIsLookedUpToo() {
        ObjectNode clinic = Json.object(SANDVIKA);
        clinic.putArray("contained")
                .addObject()
                .put("resourceType", "Location")
                .put("id", "address")
                .putObject("partOf")
                .put("reference", "Location/east");
        String text = Json.write(clinic);
        assertEquals(List.of("missing-area HealthcareService.contained[0].partOf []"), found(text, chain(text)));
        String area = "{\"resourceType\":\"Location\",\"id\":\"east\",\"name\":\"Øst\",\"status\":\"inactive\"}";
        assertEquals(
                List.of("inactive-area HealthcareService.contained[0].partOf [Øst]"), found(text, chain(text, area)));
    }

    @Test
    void nothingIsSaidToBeMissingBeforeItsKindWasDownloadedWhole() {
        String role = role("r1", "Ingrid", "sandvika", true);
        Chain partly = Chain.of(List.of(thing(role)), Set.of());
        assertEquals(List.of(), found(role, partly));
    }

    @Test
    void referencesThatLeadOutOfTheChainOrNowhereAreLeftAlone() {
        ObjectNode clinic = Json.object(SANDVIKA);
        clinic.putObject("providedBy").put("reference", "Organization/#owner");
        clinic.putObject("managedBy").put("reference", "https://elsewhere.test/fhir/Organization/1");
        String text = Json.write(clinic);
        assertEquals(List.of(), found(text, chain(text)));
    }

    @Test
    void whatADraftBroughtIsNewAndWhatWasThereIsNot() {
        String clash = clinic("sandvika", "Sandvika", true, "sandnes");
        Chain chain = chain(clash, SANDNES);
        Messages texts = Messages.of(Locale.ENGLISH);
        Finding fresh =
                ChainRules.findings(thing(clash), thing(SANDVIKA), chain, texts).getFirst();
        assertEquals(Origin.NEW, fresh.origin());
        assertEquals(
                "Sandnes uses the same short name for its web address. Patients can reach only one of the two.",
                fresh.message());
        Finding old =
                ChainRules.findings(thing(clash), thing(clash), chain, texts).getFirst();
        assertEquals(Origin.BEFORE, old.origin());
    }

    @Test
    void aThingIsTheSameAfterItWasKept() {
        for (String json : List.of(SANDVIKA, role("r1", "Ingrid", "sandvika", true), treatment("t", "A", "s", "c"))) {
            assertEquals(thing(json), ChainThings.read(ChainThings.write(thing(json))));
        }
    }

    private static List<String> found(String json, Chain chain) {
        return ChainRules.check(thing(json), chain).stream()
                .map(breach -> breach.kind() + " " + breach.path() + " " + breach.words())
                .toList();
    }

    private static Chain chain(String... resources) {
        return Chain.of(Arrays.stream(resources).map(ChainRulesTest::thing).toList(), ALL);
    }

    private static ChainThing thing(String json) {
        return ChainThings.of(LeanResource.read(Utf8Text.of(json)));
    }

    private static String clinic(String id, String name, boolean active, String slug) {
        ObjectNode clinic =
                resource("HealthcareService", id).put("active", active).put("name", name);
        ObjectNode info = clinic.putArray("extension").addObject().put("url", "https://x.test/ext-clinic-info");
        var parts = info.putArray("extension");
        parts.addObject().put("url", "hasExternalBooking").put("valueBoolean", false);
        parts.addObject().put("url", "urlPlaceholder").put("valueString", slug);
        return Json.write(clinic);
    }

    private static String role(String id, String person, String clinic, boolean active) {
        ObjectNode role = resource("PractitionerRole", id).put("active", active);
        role.putObject("practitioner")
                .put("display", person)
                .putObject("identifier")
                .put("system", "p")
                .put("value", person);
        role.putObject("organization")
                .putObject("identifier")
                .put("system", "b")
                .put("value", "1");
        role.putArray("healthcareService").addObject().put("reference", "HealthcareService/" + clinic);
        return Json.write(role);
    }

    private static String treatment(String id, String title, String system, String code) {
        ObjectNode treatment =
                resource("ActivityDefinition", id).put("status", "active").put("title", title);
        treatment
                .putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code);
        return Json.write(treatment);
    }

    private static ObjectNode resource(String type, String id) {
        return Json.object().put("resourceType", type).put("id", id);
    }
}
