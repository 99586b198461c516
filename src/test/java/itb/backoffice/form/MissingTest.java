package itb.backoffice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.ValidResources;
import itb.backoffice.validation.ValidResources.ValidResource;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.pack.NewerItb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a newer version asks for can be given before the program knows it. */
class MissingTest {
    private static final String INFO = "extension[" + NewerItb.PORTAL + "StructureDefinition/ext-clinic-info]";

    private final ProfileValidator demanding = DemandingItb.validator();

    private static ObjectNode resource(String name) {
        return ValidResources.all().stream()
                .filter(one -> one.name().equals(name))
                .map(one -> Json.object(one.json()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Missing> missing(ProfileValidator validator, ObjectNode resource) {
        return new ProfiledForms(validator)
                .of(resource.path("resourceType").asText(), resource)
                .map(form -> Missing.of(form, resource, validator.shapes()))
                .orElse(List.of());
    }

    private List<String> errors(ObjectNode resource) {
        return demanding.validate(Json.write(resource)).stream()
                .filter(finding -> finding.severity().isError())
                .map(Finding::message)
                .toList();
    }

    @Test
    void whatComesWithTheProgramHasAFieldForEverything() {
        List<String> without = new ArrayList<>();
        for (BuiltInPackage rules : BuiltInPackage.all()) {
            ProfileValidator validator = new ProfileValidator(() -> Messages.of(Locale.ENGLISH), List.of(rules));
            for (ValidResource one : ValidResources.all()) {
                if (one.profile().isEmpty()) {
                    missing(validator, Json.object(one.json()))
                            .forEach(each -> without.add(rules.version() + " " + one + " " + each));
                }
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void whatANewerVersionAsksForIsOfferedBesideWhatItHasAPlaceFor() {
        List<Missing> missing = missing(demanding, resource("clinic"));
        assertEquals(
                List.of("appointmentRequired", INFO + ".extension[front]", "extension[" + NewerItb.ACCESS + "]"),
                missing.stream()
                        .filter(Missing::required)
                        .map(Missing::path)
                        .sorted()
                        .toList());
        assertEquals(
                List.of(List.of("Parking lots", "Count"), List.of("Parking lots", "Where")),
                missing.stream()
                        .filter(each -> !each.required())
                        .map(Missing::names)
                        .toList());
    }

    @Test
    void addedAndFilledInItIsWhatTheVersionAsksFor() {
        ObjectNode clinic = resource("clinic");
        assertEquals(3, errors(clinic).size(), () -> errors(clinic).toString());
        missing(demanding, clinic).forEach(each -> each.add(clinic));
        Elements.set(clinic, INFO + ".extension[front].valueCode", TextNode.valueOf("show-clinic-map"));
        Elements.set(
                clinic,
                "extension[" + DemandingItb.LOTS + "].extension[where].valueReference.reference",
                TextNode.valueOf("Location/1"));
        assertEquals(List.of(), errors(clinic), () -> Json.write(clinic));
        assertEquals(List.of(), missing(demanding, clinic));
    }

    @Test
    void nothingIsMadeUpAndWhatIsNotFilledInStopsTheUpload() {
        ObjectNode clinic = resource("clinic");
        missing(demanding, clinic).forEach(each -> each.add(clinic));
        assertEquals("", Elements.text(clinic, INFO + ".extension[front].valueCode"));
        assertTrue(errors(clinic).size() >= 2, () -> errors(clinic).toString());
    }

    @Test
    void aServersOwnSpellingOfAnExtensionIsUsed() {
        ObjectNode clinic = Json.object(Json.write(resource("clinic"))
                .replace(NewerItb.PORTAL + "StructureDefinition/ext-clinic-info", "http://a.b/ext-clinic-info"));
        Missing front = missing(demanding, clinic).stream()
                .filter(each -> each.path().endsWith("[front]"))
                .findFirst()
                .orElseThrow();
        assertEquals("extension[http://a.b/ext-clinic-info].extension[front]", front.path());
    }

    @Test
    void theCodesThatAreAllowedAreKnown() {
        ObjectNode clinic = resource("clinic");
        missing(demanding, clinic).forEach(each -> each.add(clinic));
        var form = new ProfiledForms(demanding).of("HealthcareService", clinic).orElseThrow();
        LeafTypes types = new LeafTypes(demanding.shapes());
        List<String> codes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (OtherData.Entry entry : OtherData.of(form, clinic)) {
            for (OtherData.Leaf leaf : entry.leaves()) {
                LeafTypes.Type type = types.of(clinic, leaf.pointer());
                type.codes().forEach(code -> codes.add(code.code()));
                names.add(type.name());
            }
        }
        assertTrue(codes.contains("show-clinic-film"), codes::toString);
        assertTrue(names.containsAll(List.of("boolean", "code", "positiveInt", "string")), names::toString);
    }
}
