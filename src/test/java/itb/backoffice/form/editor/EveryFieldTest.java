package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Changes;
import itb.backoffice.form.Choice;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.OtherData;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.ProfileValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Every control of every field of every form, on resources that are full of what no form knows. */
class EveryFieldTest extends ScreenTest {
    /** What the program itself keeps right when something else changes. */
    private static final Set<String> KEPT = Set.of("date");

    private final ProfileValidator validator = new ProfileValidator(TEXTS);
    private final Editors editors = new Editors(
            TEXTS,
            background,
            (type, field) -> List.of(
                    new Choice("Any/1", "Any", "", Json.object("{\"reference\":\"Any/1\",\"display\":\"Any\"}"))),
            () -> 100,
            validator.shapes());
    private final ProfiledForms forms = new ProfiledForms(validator);

    @Override
    protected Parent screen() {
        return new StackPane();
    }

    private Form form(String json) {
        ObjectNode tree = Json.object(json);
        return forms.of(tree.path("resourceType").asText(), tree).orElseThrow();
    }

    private static FormModel model(Form form, String json, List<String> saved) {
        return new FormModel(form, Json.object(json), Json.object(json), edit -> saved.add(edit.json()));
    }

    @Test
    void openingAFormAndLookingAtAllOfItChangesNothing() {
        Hostile.all()
                .forEach((name, json) -> interact(() -> {
                    Form form = form(json);
                    List<String> saved = new ArrayList<>();
                    FormModel model = model(form, json, saved);
                    for (Field field : form.fields()) {
                        FieldEditor editor = editors.of(model, field);
                        editor.show(model.resource());
                        editor.show(model.resource());
                    }
                    assertEquals(List.of(), saved, name);
                    assertEquals(json, Json.write(model.resource()), name);
                }));
    }

    @Test
    void everyFieldOfEveryFormIsThereToBeFilled() {
        Hostile.all().forEach((name, json) -> {
            Form fitted = form(json);
            Form declared = forms.all().stream()
                    .filter(form -> form.name().equals(fitted.name()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(name, fitted.name());
            assertEquals(
                    declared.fields().stream().map(Field::key).toList(),
                    fitted.fields().stream().map(Field::key).toList(),
                    "the resource has something for every field, so that every field is tried");
            fitted.fields()
                    .forEach(field -> assertTrue(
                            Elements.get(Json.object(json), field.lead()) != null,
                            name + "." + field.key() + " " + field.lead()));
        });
    }

    @Test
    void usingAnyControlOfAFieldChangesThatFieldAloneAndOneKeyPutsItBack() {
        List<String> faults = new ArrayList<>();
        Hostile.all().forEach((name, json) -> {
            for (Field field : form(json).fields()) {
                int controls = 0;
                boolean more = true;
                for (int number = 0; more; number++) {
                    int index = number;
                    boolean[] used = new boolean[1];
                    interact(() -> used[0] = use(json, field, index, faults));
                    more = used[0];
                    controls += more ? 1 : 0;
                }
                if (controls == 0 && field.kind() != Field.Kind.STAMP) {
                    faults.add(name + "." + field.key() + " has no control");
                }
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void aValueThatIsNothingLikeItShouldBeIsShownAndLeftAlone() {
        List<String> strange = List.of("\"a\"", "1.50", "{\"zz\":1}", "[1]", "[[{\"a\":1}]]");
        List<String> faults = new ArrayList<>();
        Hostile.all().forEach((name, json) -> {
            for (Field field : form(json).fields()) {
                for (String value : strange) {
                    ObjectNode tree = Json.object(json);
                    Elements.set(tree, field.lead(), odd(tree, field, value));
                    String odd = Json.write(tree);
                    interact(() -> lookAt(odd, field.key(), faults));
                }
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void inWhateverOrderAndWithWhateverBesideItAFieldChangesItselfAlone() {
        List<String> faults = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            Disorder disorder = new Disorder(seed);
            Hostile.all().forEach((name, json) -> {
                String odd = disorder.of(json);
                for (Field field : form(odd).fields()) {
                    interact(() -> lookAt(odd, field.key(), faults));
                }
            });
        }
        assertEquals("", String.join("\n", faults));
    }

    /** What is found by its url or its system keeps that; what it says is strange. */
    private static JsonNode odd(ObjectNode tree, Field field, String value) {
        if (!field.lead().endsWith("]")) {
            return Json.node(value);
        }
        ObjectNode item = ((ObjectNode) Elements.get(tree, field.lead())).deepCopy();
        item.set("value", Json.node(value));
        item.set("extension", Json.node(value));
        item.properties().stream()
                .filter(member -> member.getKey().matches("value[A-Z].*"))
                .toList()
                .forEach(member -> item.set(member.getKey(), Json.node(value)));
        return item;
    }

    private void lookAt(String json, String key, List<String> faults) {
        try {
            Form form = form(json);
            List<String> saved = new ArrayList<>();
            FormModel model = model(form, json, saved);
            form.field(key).ifPresent(field -> {
                editors.of(model, field).show(model.resource());
                if (!saved.isEmpty()) {
                    faults.add(key + " was changed by looking at " + json);
                }
                OtherData.of(form, model.resource());
                List<String> found = new ArrayList<>();
                for (int number = 0; use(json, field, number, found); number++) {
                    saved.clear();
                }
                // A control that can do nothing with it may do nothing; what it does must be its own, and be put back.
                found.stream().filter(fault -> !fault.endsWith("does nothing")).forEach(faults::add);
            });
        } catch (RuntimeException e) {
            faults.add(key + " " + e + " at " + e.getStackTrace()[0] + " / " + e.getStackTrace()[1] + ": "
                    + json.length());
        }
    }

    /** Uses the control with that number; false where there is none. */
    private boolean use(String json, Field field, int number, List<String> faults) {
        Form form = form(json);
        List<String> saved = new ArrayList<>();
        FormModel model = model(form, json, saved);
        FieldEditor editor = editors.of(model, field);
        editor.show(model.resource());
        model.resourceProperty().addListener((property, old, now) -> editor.show(now));
        List<Runnable> uses = Controls.of(editor.node());
        if (number >= uses.size()) {
            return false;
        }
        uses.get(number).run();
        String what = form.name() + "." + field.key() + " control " + number;
        ObjectNode before = Json.object(json);
        ObjectNode after = model.resource();
        for (Change change : Changes.between(before, after)) {
            boolean own = field.covers(change.path()) || KEPT.contains(change.path());
            if (!own) {
                faults.add(what + " changed " + change);
            }
        }
        if (!rest(before, field).equals(rest(after, field))) {
            faults.add(what + " left another rest\n" + rest(before, field) + "\n" + rest(after, field));
        }
        if (!saved.isEmpty() && !saved.getLast().equals(Json.write(after))) {
            faults.add(what + " saved something else than it shows");
        }
        if (saved.isEmpty()) {
            faults.add(what + " does nothing");
        } else if (!model.changed(field) && !json.equals(Json.write(after))) {
            faults.add(what + " changes without a mark");
        }
        model.revert(field);
        if (!json.equals(Json.write(model.resource()))) {
            faults.add(what + " is not put back\n" + json + "\n" + Json.write(model.resource()));
        }
        return true;
    }

    private static String rest(ObjectNode resource, Field field) {
        ObjectNode copy = resource.deepCopy();
        field.paths().forEach(path -> Elements.set(copy, path, null));
        KEPT.forEach(copy::remove);
        return Json.write(copy);
    }
}
