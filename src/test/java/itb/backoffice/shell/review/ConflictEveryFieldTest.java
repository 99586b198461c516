package itb.backoffice.shell.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.Controls;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.editor.FieldEditor;
import itb.backoffice.form.editor.Hostile;
import itb.backoffice.form.picture.PicturePlace;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.UploadOutcome.Conflict;
import itb.backoffice.upload.Worded;
import itb.backoffice.upload.Wording;
import itb.backoffice.validation.ProfileValidator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Two people change the same field, each field of each form, in every way its controls offer: words and ways out. */
class ConflictEveryFieldTest extends ScreenTest {
    /** What the program itself brings up to date with an edit, so that it merges in from either side. */
    private static final String KEPT = "date|contained.*\\.physicalType\\.coding.*";

    private final ProfileValidator validator = new ProfileValidator(TEXTS);
    private final Editors editors = new Editors(TEXTS, background, any(), () -> 100, validator.shapes());
    private final ProfiledForms forms = new ProfiledForms(validator);
    private final ChangeWords words = new ChangeWords(TEXTS, new Wording(TEXTS, reference -> Optional.empty()));
    private final List<String> faults = new ArrayList<>();

    private static Choices any() {
        return (type, field) -> List.of(new itb.backoffice.form.Choice(
                "Any/1", "Any", "", Json.object("{\"reference\":\"Any/1\",\"display\":\"Any\"}")));
    }

    @Override
    protected Parent screen() {
        return new StackPane();
    }

    private Form form(ObjectNode resource) {
        return forms.of(resource.path("resourceType").asText(), resource).orElseThrow();
    }

    /** The resource after each thing that a person can do with the field. */
    private List<ObjectNode> changed(ObjectNode base, Field field) {
        List<ObjectNode> versions = new ArrayList<>();
        interact(() -> {
            boolean more = true;
            for (int i = 0; more && i < 4; i++) {
                FormModel model = new FormModel(form(base), null, base.deepCopy(), edit -> {});
                FieldEditor editor = editors.of(model, field);
                editor.show(model.resource());
                List<Runnable> uses = Controls.of(editor.node());
                more = i < uses.size();
                if (more) {
                    uses.get(i).run();
                    if (!model.resource().equals(base)) {
                        versions.add(model.resource());
                    }
                }
            }
        });
        if (field.kind() == Field.Kind.PHOTO || field.kind() == Field.Kind.PICTURE) {
            for (byte picture = 1; picture < 3; picture++) {
                ObjectNode with = base.deepCopy();
                PicturePlace.of(field).put(with, new byte[] {picture, picture, picture});
                versions.add(with);
            }
        }
        ObjectNode without = base.deepCopy();
        field.paths().forEach(path -> Elements.set(without, path, null));
        if (!without.equals(base)) {
            versions.add(without);
        }
        return versions;
    }

    private static Conflict conflict(ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        String type = base.path("resourceType").asText();
        String id = base.path("id").asText();
        Draft draft = new Draft(
                type,
                id,
                Draft.Kind.UPDATE,
                Json.write(base),
                "1",
                Json.write(mine),
                DraftState.CONFLICT,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        return new Conflict(draft, new StoredResource(type, id, "2", null, Json.write(theirs)));
    }

    @Test
    void everyFieldIsToldInWordsAndCanBeDecidedInEveryWay() {
        TreeSet<String> kinds = new TreeSet<>();
        Hostile.all().forEach((name, json) -> {
            ObjectNode base = Json.object(json);
            for (Field field : form(base).fields()) {
                List<ObjectNode> versions = changed(base, field);
                for (int i = 0; i < versions.size(); i++) {
                    ObjectNode mine = versions.get(i);
                    ObjectNode theirs = versions.get((i + 1) % versions.size());
                    if (decide(name, field, conflict(base, mine, theirs), versions)) {
                        kinds.add(field.kind().name());
                    }
                }
            }
        });
        assertEquals("", String.join("\n", faults));
        for (Field.Kind kind : Field.Kind.values()) {
            // A flag has two values and a stamp is nobody's.
            boolean never = kind == Field.Kind.FLAG || kind == Field.Kind.STAMP;
            assertTrue(never || kinds.contains(kind.name()), "no conflict about " + kind + " was tried: " + kinds);
        }
    }

    /** Whether there was something to decide. */
    private boolean decide(String form, Field field, Conflict conflict, List<ObjectNode> versions) {
        ConflictCase found = ConflictCase.of(conflict, words, forms);
        String what = form + "." + field.key();
        for (ConflictRow row : found.rows()) {
            told(what, row.mine());
            told(what, row.theirs());
            if (row.place() == null) {
                faults.add(what + " is no field: " + row.collision());
            }
        }
        ObjectNode mine = Json.object(conflict.draft().json());
        ObjectNode theirs = Json.object(conflict.theirs().json());
        ends(what + " mine", mine, conflict, found, new Choice.Mine(), List.of());
        ends(what + " theirs", theirs, conflict, found, new Choice.Theirs(), List.of());
        if (!found.rows().isEmpty() && found.rows().getFirst().edited()) {
            for (ObjectNode third : versions) {
                ends(what + " a third", third, conflict, found, new Choice.Mine(), List.of(third));
            }
            ObjectNode old = Json.object(conflict.draft().baseJson());
            ends(what + " the old one", old, conflict, found, new Choice.Mine(), List.of(old));
        }
        return !found.rows().isEmpty();
    }

    private void ends(
            String what,
            ObjectNode wanted,
            Conflict conflict,
            ConflictCase found,
            Choice choice,
            List<ObjectNode> edits) {
        Map<String, Choice> choices = new HashMap<>();
        found.rows().forEach(row -> choices.put(row.collision().path(), choice));
        if (choices.isEmpty()) {
            return;
        }
        ObjectNode got = Conflicts.resolved(conflict.draft(), conflict.theirs(), choices, edits);
        List<Change> others = Changes.between(wanted, got).stream()
                .filter(change -> !change.path().matches(KEPT))
                .toList();
        if (!others.isEmpty()) {
            faults.add(what + " came out otherwise: " + others);
        }
    }

    private void told(String what, FieldChange change) {
        if (change.before().equals(change.after())) {
            faults.add(what + " is told as no change: " + change);
        }
        for (Worded worded : List.of(change.before(), change.after())) {
            if (worded instanceof Worded.Text text && text.words().matches("(?s).*[{}\\[\\]].*")) {
                faults.add(what + " is not in words: " + text.words());
            }
        }
        if (change.label().matches(".*[\\[\\].].*")) {
            faults.add(what + " has no name: " + change.label());
        }
    }
}
