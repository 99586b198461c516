package itb.backoffice.form.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.ProfilePackage;
import itb.backoffice.validation.pack.NewerItb;
import itb.backoffice.validation.shape.Shape.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Forms over packages that the program does not come with: what they say counts, not what the program knew. */
class OtherPackagesTest {
    private static final String OLD_ROOT = "http://portal.wof.purified.link/fhir/";
    private static final String CLINIC = "{\"resourceType\":\"HealthcareService\",\"id\":\"1\"}";

    private static ProfiledForms forms(DefinitionSource source) {
        return new ProfiledForms(new ProfileValidator(() -> Messages.of(Locale.ENGLISH), List.of(source)));
    }

    private static ProfiledForms newer() {
        return forms(new ProfilePackage(
                "wof-portal",
                "1.1.0",
                NewerItb.PORTAL,
                Map.of(),
                List.copyOf(NewerItb.definitions().values())));
    }

    /** The program's own definitions, each changed. */
    private static ProfiledForms changed(UnaryOperator<String> change) {
        List<String> definitions =
                BuiltInPackage.NEWEST.texts().definitions().stream().map(change).toList();
        return forms(new ProfilePackage("wof-portal", "9", "", Map.of(), definitions));
    }

    private static Form form(ProfiledForms forms, String json) {
        ObjectNode tree = Json.object(json);
        return forms.of(tree.path("resourceType").asText(), tree).orElseThrow();
    }

    private static Field field(Form form, String key) {
        return form.field(key).orElseThrow();
    }

    @Test
    void everyDeclaredElementIsInBothVersionsThatComeWithTheProgramAndInANewerOne() {
        for (ProfiledForms forms : List.of(forms(BuiltInPackage.ITB_1_0_0), forms(BuiltInPackage.ITB_1_0_1), newer())) {
            List<String> faults = new ArrayList<>();
            for (Form form : forms.all()) {
                for (Field field : form.fields()) {
                    boolean fits = field.shape().known()
                            && field.shape().max() != 0
                            && !field.shape().types().isEmpty()
                            && field.kind().writes(field.shape());
                    if (!fits) {
                        faults.add(form.name() + "." + field.key() + " " + field.shape());
                    }
                }
            }
            assertEquals("", String.join("\n", faults));
        }
    }

    @Test
    void whatANewerPackageDemandsAndAllowsIsInTheForms() {
        ProfiledForms forms = newer();
        assertTrue(field(form(forms, "{\"resourceType\":\"PractitionerRole\",\"id\":\"1\"}"), "specialty")
                .required());
        assertFalse(field(
                        form(forms(BuiltInPackage.NEWEST), "{\"resourceType\":\"PractitionerRole\",\"id\":\"1\"}"),
                        "specialty")
                .required());
        assertTrue(field(form(forms, "{\"resourceType\":\"Organization\",\"id\":\"1\"}"), "showClinicImage")
                .shape()
                .coded()
                .codes()
                .stream()
                .map(Code::code)
                .toList()
                .contains("show-clinic-film"));
    }

    @Test
    void whatTheOlderVersionLeavesOpenIsNotMarkedAsNeededThere() {
        assertFalse(field(form(forms(BuiltInPackage.ITB_1_0_0), CLINIC), "urlPlaceholder")
                .required());
        assertTrue(field(form(forms(BuiltInPackage.ITB_1_0_1), CLINIC), "urlPlaceholder")
                .required());
    }

    @Test
    void aPackageUnderAnotherRootIsWrittenUnderItsOwnUrls() {
        ProfiledForms forms =
                changed(text -> text.replace("https://canonical.fhir.link/servicewell/wof-portal/", OLD_ROOT)
                        .replace("http://canonical.fhir.link/servicewell/wof-connect/", OLD_ROOT));
        ObjectNode tree = Json.object(CLINIC);
        Form form = form(forms, CLINIC);
        Field about = field(form, "about");
        assertTrue(about.shape().known());
        assertTrue(field(form, "urlPlaceholder").required(), "its profile is found by its name");
        FormModel model = new FormModel(form, tree, Json.object(CLINIC), edit -> {});
        model.edit(about, copy -> Values.set(copy, about, TextNode.valueOf("Hei")));
        assertEquals(
                OLD_ROOT + "StructureDefinition/ext-clinic-info",
                model.resource().at("/extension/0/url").asText());
        String other = "{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"extension\":[{\"url\":"
                + "\"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-clinic-info\",\"extension\":"
                + "[{\"url\":\"about\",\"valueString\":\"Hei\"}]}]}";
        Field there = field(form(forms, other), "about");
        assertEquals("Hei", Values.text(Json.object(other), there), "and read under whichever the resource has");
    }

    @Test
    void whatAPackageForbidsIsShownOnlyWhereAServerHasItAllTheSame() {
        ProfiledForms forms =
                changed(text -> edit(text, "healthcare-service-portal", element -> element.put("max", "0")));
        assertTrue(form(forms, CLINIC).field("providedBy").isEmpty());
        assertTrue(form(forms, CLINIC.replace("}", ",\"providedBy\":{\"display\":\"t\"}}"))
                .field("providedBy")
                .isPresent());
    }

    private static String edit(String text, String id, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode json = Json.object(text);
        if (!json.path("id").asText().equals(id)) {
            return text;
        }
        json.at("/differential/element").forEach(element -> {
            if (element.path("path").asText().equals("HealthcareService.providedBy")) {
                change.accept((ObjectNode) element);
            }
        });
        return Json.write(json);
    }

    @Test
    void aClinicThatNamesTheVersionBeforeIsHeldAgainstTheNewerOne() {
        ObjectNode clinic = Json.object(CLINIC);
        clinic.putObject("meta")
                .putArray("profile")
                .add(
                        "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/healthcare-service-portal|1.0.1");
        Elements.set(clinic, "name", TextNode.valueOf("A"));
        assertTrue(field(form(newer(), Json.write(clinic)), "active").required());
    }
}
