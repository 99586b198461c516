package itb.backoffice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.OtherData.Entry;
import itb.backoffice.form.OtherData.Leaf;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OtherDataTest {
    /** A clinic of a server of the first generation. */
    private static final String CLINIC = """
            {"resourceType":"HealthcareService","id":"1","meta":{"versionId":"3"},
            "contained":[{"resourceType":"List","id":"prices","status":"current","entry":[{"item":{"display":"Rens"},"flag":{"text":"500.00"}}]},
            {"resourceType":"Location","id":"a","address":{"city":"Oslo"},"mode":"instance"}],
            "extension":[{"url":"http://portal.wof.purified.link/fhir/StructureDefinition/notBookable","valueBoolean":true},
            {"url":"http://portal.wof.purified.link/fhir/StructureDefinition/ext-planning-horizon","extension":[{"url":"days","valueInteger":90},{"url":"rate","valueDecimal":1.50}]},
            {"url":"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-clinic-info","extension":[{"url":"about","valueString":"x"},{"url":"fax","valueString":"22"}]}],
            "active":true,"_active":{"id":"q"},"location":[{"reference":"#a"}],"name":"A","appointmentRequired":false,"zz":[1]}
            """;

    private static List<Entry> entries() {
        ObjectNode clinic = Json.object(CLINIC);
        return OtherData.of(Forms.of("HealthcareService", clinic).orElseThrow(), clinic);
    }

    private static Entry entry(String name) {
        return entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingWithoutAFieldIsListedByNameAndNothingElse() {
        assertEquals(
                List.of(
                        "Meta",
                        "List",
                        "Mode",
                        "Not bookable",
                        "Planning horizon",
                        "Fax",
                        "Active",
                        "Appointment required",
                        "Zz"),
                entries().stream().map(Entry::name).toList());
    }

    @Test
    void valuesInsideAreNamedAsPeopleWouldNameThem() {
        assertEquals(
                List.of("Days", "Rate"),
                entry("Planning horizon").leaves().stream().map(Leaf::name).toList());
        assertEquals(
                List.of(""),
                entry("Not bookable").leaves().stream().map(Leaf::name).toList());
        assertEquals(
                List.of("Status", "Entry › Item › Display", "Entry › Flag › Text"),
                entry("List").leaves().stream().map(Leaf::name).toList());
    }

    @Test
    void aValueHasItsTypeFromItsNameOrFromFhirItself() {
        LeafTypes types = new LeafTypes(new ProfileValidator(Messages.of(Locale.ENGLISH)).shapes());
        ObjectNode clinic = Json.object(CLINIC);
        assertEquals(
                "boolean",
                types.of(clinic, entry("Not bookable").leaves().getFirst().pointer())
                        .name());
        assertEquals(
                "decimal",
                types.of(clinic, entry("Planning horizon").leaves().get(1).pointer())
                        .name());
        assertEquals(
                "code",
                types.of(clinic, entry("List").leaves().getFirst().pointer()).name());
        assertEquals(
                "string",
                types.of(clinic, entry("List").leaves().get(1).pointer()).name());
        assertEquals(
                "boolean",
                types.of(
                                clinic,
                                entry("Appointment required")
                                        .leaves()
                                        .getFirst()
                                        .pointer())
                        .name());
        assertEquals(
                "", types.of(clinic, entry("Zz").leaves().getFirst().pointer()).name(), "nobody knows it");
    }

    @Test
    void whatIsTypedIsAValueOfItsTypeOrNone() {
        assertEquals("1.500", Json.write(Primitives.of("decimal", "1.500").orElseThrow()));
        assertEquals("\"2026-05\"", Json.write(Primitives.of("date", "2026-05").orElseThrow()));
        assertTrue(Primitives.of("date", "31.5.2026").isEmpty());
        assertTrue(Primitives.of("integer", "1.5").isEmpty());
        assertTrue(Primitives.of("positiveInt", "0").isEmpty());
        assertTrue(Primitives.of("code", " a").isEmpty());
        assertTrue(Primitives.of("string", "  ").isEmpty());
        assertTrue(Primitives.of("instant", "2026-03-09T08:15:42.190+01:00").isPresent());
        assertFalse(Primitives.typable("Quantity"));
    }

    @Test
    void aChangeInOtherDataIsSeenAndTheServersOwnNotesAreNone() {
        ObjectNode clinic = Json.object(CLINIC);
        Form form = Forms.of("HealthcareService", clinic).orElseThrow();
        ObjectNode mine = clinic.deepCopy();
        mine.put("name", "B").putObject("meta").put("versionId", "4");
        assertFalse(OtherData.differs(form, clinic, mine));
        mine.put("appointmentRequired", true);
        assertTrue(OtherData.differs(form, clinic, mine));
    }
}
