package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {
    private final ObjectNode role = Json.object(Samples.text("role-with-photo"));

    @ParameterizedTest
    @CsvSource({
        "PractitionerRole, ''",
        "'', ''",
        "PractitionerRole.practitioner.display, practitioner.display",
        "PractitionerRole.code[0].coding[0].code, code[0].coding[0].code",
        "PractitionerRole.extension[0], extension[https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-practitionerrole-description]",
        "PractitionerRole.extension[1].value.ofType(Reference), extension[https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-binary-reference].value.ofType(Reference)",
        "PractitionerRole.extension[7], extension[7]",
        "PractitionerRole.contained[0].data, contained[photo].data"
    })
    void findingsAreNamedAsFormsNameElements(String path, String place) {
        assertEquals(place, FieldPath.of(path, role));
    }
}
