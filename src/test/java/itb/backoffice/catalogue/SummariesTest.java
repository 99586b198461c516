package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private static final String ROLE = """
            {"resourceType":"PractitionerRole","id":"r","active":false,
             "contained":[{"resourceType":"Binary","id":"p","data":"QUJDRA=="}],
             "extension":[{"url":"https://x/StructureDefinition/ext-practitionerrole-description","valueString":" Hei "}],
             "practitioner":{"identifier":{"system":"s","value":"505"},"display":"Lars Jansen"},
             "organization":{"identifier":{"system":"o","value":"578"},"display":"Tann AS"},
             "healthcareService":[{"reference":"HealthcareService/c1","display":"Sandvika"}],
             "code":[{"coding":[{"code":"hygienist","display":"Tannpleier"}]}],
             "specialty":[{"text":"Barn"}]}""";

    @Test
    void roleShowsPersonClinicBillingAndWork() {
        Summary summary = Summaries.of("PractitionerRole", "r", ROLE);
        assertEquals("Lars Jansen", summary.title());
        assertFalse(summary.active());
        assertFactsHold(
                Map.of(
                        "person",
                        "Lars Jansen",
                        "personKey",
                        "s|505",
                        "billing",
                        "Tann AS",
                        "billingKey",
                        "o|578",
                        "clinicId",
                        "c1",
                        "clinic",
                        "Sandvika",
                        "role",
                        "Tannpleier",
                        "specialty",
                        "Barn",
                        "description",
                        "Hei"),
                summary.facts());
    }

    @Test
    void textAndTreeGiveTheSameSummary() {
        assertEquals(
                Summaries.of("PractitionerRole", "r", Json.object(ROLE)), Summaries.of("PractitionerRole", "r", ROLE));
    }

    @Test
    void clinicTakesItsTownAndAreaFromItsOwnAddressOnly() {
        Summary clinic = Summaries.of("HealthcareService", "c", """
                {"name":"Sandvika","location":[{"reference":"#adr"}],"contained":[
                 {"resourceType":"Location","id":"adr","address":{"city":"Oslo"},"partOf":{"reference":"Location/east"}},
                 {"resourceType":"Location","id":"area","partOf":{"reference":"Location/other"}}]}""");
        assertEquals(Map.of("areaId", "east", "city", "Oslo", "words", "Sandvika Oslo"), clinic.facts());
    }

    @Test
    void treatmentShowsCodeAndSortKey() {
        Summary treatment = Summaries.of("ActivityDefinition", "t", """
                {"title":"Akutt","status":"retired","code":{"coding":[{"code":"akutt"}]},
                 "extension":[{"url":"http://c/StructureDefinition/ext-sort-key","valueInteger":4}]}""");
        assertEquals(
                Map.of("code", "akutt", "sortKey", "4", "status", "retired", "words", "Akutt akutt"),
                treatment.facts());
        assertFalse(treatment.active());
    }

    @Test
    void practitionerIsCalledByItsName() {
        assertEquals(
                "Åse Maria Berg",
                Summaries.of("Practitioner", "p", "{\"name\":[{\"given\":[\"Åse\",\"Maria\"],\"family\":\"Berg\"}]}")
                        .title());
    }

    @Test
    void clinicShowsWhenItOpensItsWebAddressAndWhomItRefersTo() {
        Summary clinic = Summaries.of("HealthcareService", "c", """
                {"name":"Sandvika","providedBy":{"reference":"https://x/fhir/Organization/o1"},
                 "identifier":[{"system":"s","value":"7"}],
                 "extension":[{"url":"https://x/StructureDefinition/ext-clinic-info","extension":[
                  {"url":"urlPlaceholder","valueString":"sandvika"},
                  {"url":"parking","valueString":"<b>Bak</b> huset"}]}],
                 "availableTime":[{"daysOfWeek":["mon"],"availableStartTime":"07:30:00","availableEndTime":"16:00:00"}]}
                """);
        assertFactsHold(
                Map.of(
                        "opening",
                        "07:30–16:00",
                        "webName",
                        "sandvika",
                        "refers",
                        "Organization/o1",
                        "identifiers",
                        "s|7"),
                clinic.facts());
        assertTrue(clinic.fact(Summaries.WORDS).contains("Bak  huset"), "tags are nothing to search for");
    }

    @Test
    void theEndOfALongTextAndAWebAddressAreFoundAndTheNamesOfRulesAreNot() {
        String words = Summaries.of(
                        "HealthcareService",
                        "c",
                        "{\"comment\":\"" + "parkering bak huset ".repeat(300) + "slusseport\","
                                + "\"meta\":{\"profile\":[\"https://rules.example/clinic\"]},"
                                + "\"telecom\":[{\"system\":\"url\",\"value\":\"https://nordtand.example/moss\"}]}")
                .fact(Summaries.WORDS);
        assertTrue(words.contains("slusseport"));
        assertTrue(words.contains("nordtand.example"));
        assertFalse(words.contains("rules.example"));
    }

    @Test
    void organisationsThatSendInvoicesAreToldFromThePortal() {
        String billing = "{\"name\":\"A\",\"meta\":{\"profile\":[\"x/billing-organization-portal\"]}}";
        String portal = "{\"name\":\"A\",\"meta\":{\"profile\":[\"x/service-provider-portal\"]}}";
        assertEquals(
                Summaries.BILLING_KIND,
                Summaries.of("Organization", "o", billing).fact(Summaries.KIND));
        assertEquals("", Summaries.of("Organization", "o", portal).fact(Summaries.KIND));
    }

    private static void assertFactsHold(Map<String, String> expected, Map<String, String> facts) {
        expected.forEach((name, value) -> assertEquals(value, facts.get(name), name));
    }
}
