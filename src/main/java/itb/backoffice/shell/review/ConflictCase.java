package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.draft.Collision;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.Merge;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.review.ConflictRow.Place;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.UploadOutcome.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conflict in words, ready to be shown.
 *
 * @param rows what the user decides
 * @param mine what I changed where nothing is to be decided; for a deletion, all that I changed
 * @param merged what came in from their side by itself; for my deletion, all that they changed
 */
record ConflictCase(
        Conflict conflict, String title, List<ConflictRow> rows, List<FieldChange> mine, List<FieldChange> merged) {
    /** Merges and words; takes time for large resources. */
    static ConflictCase of(Conflict conflict, ChangeWords words, ProfiledForms forms) {
        Draft draft = conflict.draft();
        ObjectNode my = Json.object(draft.json());
        String baseJson = draft.baseJson();
        ObjectNode base = baseJson == null ? Json.object() : Json.object(baseJson);
        String title = Summaries.of(draft.type(), draft.id(), my).title();
        List<FieldChange> myChanges = words.of(draft);
        var theirs = conflict.theirs();
        if (theirs == null) {
            return new ConflictCase(conflict, title, List.of(), myChanges, List.of());
        }
        ObjectNode their = Json.object(theirs.json());
        List<FieldChange> theirChanges = words.between(draft.type(), base, their);
        if (draft.kind() == Draft.Kind.DELETE) {
            return new ConflictCase(conflict, title, List.of(), List.of(), theirChanges);
        }
        Merge merge = Conflicts.merge(draft, theirs);
        Sides sides = new Sides(
                words, forms.of(draft.type(), base), forms.of(draft.type(), my), forms.of(draft.type(), their));
        List<ConflictRow> rows = merge.collisions().stream()
                .map(collision -> sides.row(collision, my, myChanges, theirChanges))
                .toList();
        List<FieldChange> undisputed = myChanges.stream()
                .filter(change -> rows.stream().noneMatch(row -> row.mine() == change))
                .toList();
        return new ConflictCase(conflict, title, rows, undisputed, words.between(draft.type(), my, merge.merged()));
    }

    /** The form as it fits each side: a field's elements may be called otherwise, such as a picture that was replaced. */
    private record Sides(ChangeWords words, Optional<Form> base, Optional<Form> mine, Optional<Form> theirs) {
        ConflictRow row(
                Collision collision, ObjectNode my, List<FieldChange> myChanges, List<FieldChange> theirChanges) {
            String path = collision.path();
            Optional<String> key = Stream.of(base, mine, theirs)
                    .flatMap(Optional::stream)
                    .flatMap(form -> form.fieldAt(path).stream())
                    .map(Field::key)
                    .findFirst();
            // A field that is only there where it has a value may be missing on my side.
            Place place = Stream.of(mine, base, theirs)
                    .flatMap(Optional::stream)
                    .flatMap(form -> key.flatMap(form::field).map(field -> new Place(form, field, my)).stream())
                    .findFirst()
                    .orElse(null);
            return new ConflictRow(
                    collision,
                    find(myChanges, lead(mine, key, path), path, collision.base(), collision.mine()),
                    find(theirChanges, lead(theirs, key, path), path, collision.base(), collision.theirs()),
                    place);
        }

        private FieldChange find(
                List<FieldChange> changes, String lead, String path, @Nullable JsonNode old, @Nullable JsonNode now) {
            return changes.stream()
                    .filter(change -> change.path().equals(lead))
                    .findFirst()
                    .or(() -> changes.stream()
                            .filter(change -> change.path().startsWith(path) || path.startsWith(change.path()))
                            .findFirst())
                    .orElseGet(() -> words.other(path, old, now));
        }

        private static String lead(Optional<Form> form, Optional<String> key, String path) {
            return form.flatMap(one -> key.flatMap(one::field)).map(Field::lead).orElse(path);
        }
    }
}
