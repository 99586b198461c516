package itb.backoffice.form.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every form promises, held against the profiles that come with the program. */
class FormsTest {
    private static List<Form> forms = List.of();

    @BeforeAll
    static void read() {
        forms = new ProfiledForms(new ProfileValidator(Messages.of(Locale.ENGLISH))).all();
    }

    @Test
    void everyDeclaredElementIsInTheProfileWithATypeThatItsEditorCanWrite() {
        List<String> faults = new ArrayList<>();
        each((form, field) -> {
            Shape shape = field.shape();
            if (!shape.known() || shape.max() == 0) {
                faults.add(form.name() + "." + field.key() + " is not in the profile: " + shape);
            } else if (shape.types().isEmpty() || !field.kind().writes(shape)) {
                faults.add(form.name() + "." + field.key() + " is " + shape.types() + ", not " + field.kind());
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void whatIsChosenFromCodesHasThemFromTheProfileInWordsInEveryLanguage() {
        List<String> faults = new ArrayList<>();
        each((form, field) -> {
            if (field.kind() == Kind.CODE) {
                if (field.shape().coded().codes().isEmpty()) {
                    faults.add(form.name() + "." + field.key() + " has no codes");
                }
                field.shape()
                        .coded()
                        .codes()
                        .forEach(code -> missing(form.labelKey(field) + ".code." + code.code(), faults));
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void everyFieldHasALabelAndAHintInEveryLanguage() {
        List<String> faults = new ArrayList<>();
        for (Form form : forms) {
            form.tabs().forEach(tab -> missing("form.tab." + tab.key(), faults));
            form.sections().forEach(section -> missing("form." + form.name() + ".section." + section.key(), faults));
        }
        each((form, field) -> {
            missing(form.labelKey(field), faults);
            missing(form.labelKey(field) + ".hint", faults);
            if (field.kind() == Kind.FLAG) {
                missing(form.labelKey(field) + ".yes", faults);
                missing(form.labelKey(field) + ".no", faults);
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void fieldsHaveNamesAndElementsOfTheirOwn() {
        for (Form form : forms) {
            Set<String> keys = new HashSet<>();
            Set<String> paths = new HashSet<>();
            for (Tab tab : form.tabs()) {
                for (Section section : tab.sections()) {
                    for (Field field : section.fields()) {
                        assertTrue(keys.add(field.key()), form.name() + "." + field.key());
                        field.paths().forEach(path -> assertTrue(paths.add(path), form.name() + " " + path));
                    }
                }
            }
        }
    }

    @Test
    void whatTheProfileDemandsIsMarkedSo() {
        List<String> required = new ArrayList<>();
        each((form, field) -> {
            if (field.required()) {
                required.add(form.name() + "." + field.key());
            }
        });
        assertEquals(
                List.of(
                        "PractitionerRole.practitioner",
                        "PractitionerRole.active",
                        "PractitionerRole.healthcareService",
                        "PractitionerRole.organization",
                        "PractitionerRole.code",
                        "HealthcareService.urlPlaceholder",
                        "HealthcareService.active",
                        "HealthcareService.hasExternalBooking",
                        "ActivityDefinition.title",
                        "ActivityDefinition.status",
                        "ActivityDefinition.code",
                        "ActivityDefinition.date",
                        "Location.name",
                        "Location.status",
                        "Organization.name",
                        "BillingOrganization.name",
                        "BillingOrganization.active"),
                required);
    }

    private interface Look {
        void at(Form form, Field field);
    }

    private static void each(Look look) {
        forms.forEach(form -> form.fields().forEach(field -> look.at(form, field)));
    }

    private static void missing(String key, List<String> faults) {
        for (Locale language : Messages.LANGUAGES) {
            if (!Messages.of(language).has(key)) {
                faults.add(language + ": " + key);
            }
        }
    }
}
