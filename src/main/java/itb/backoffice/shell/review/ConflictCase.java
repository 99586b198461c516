package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.draft.Collision;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.Merge;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.UploadOutcome.Conflict;
import itb.backoffice.upload.Worded;
import java.util.List;

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
    static ConflictCase of(Conflict conflict, ChangeWords words) {
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
        List<ConflictRow> rows = merge.collisions().stream()
                .map(collision -> new ConflictRow(
                        collision,
                        find(myChanges, collision, true),
                        find(theirChanges, collision, false),
                        typed(my, collision)))
                .toList();
        List<FieldChange> undisputed = myChanges.stream()
                .filter(change -> rows.stream().noneMatch(row -> row.mine() == change))
                .toList();
        return new ConflictCase(conflict, title, rows, undisputed, words.between(draft.type(), my, merge.merged()));
    }

    private static boolean typed(ObjectNode mine, Collision collision) {
        return ConflictRow.typable(collision)
                && Forms.of(mine.path("resourceType").asText(""), mine)
                        .flatMap(form -> form.fieldAt(collision.path()))
                        .map(field -> switch (field.kind()) {
                            case TEXT, LONG_TEXT, NUMBER, IDENTITY -> true;
                            default -> false;
                        })
                        .orElse(collision.mine() != null && collision.mine().isTextual());
    }

    private static FieldChange find(List<FieldChange> changes, Collision collision, boolean mine) {
        String path = collision.path();
        return changes.stream()
                .filter(change -> change.path().equals(path) || change.path().startsWith(path))
                .findFirst()
                .or(() -> changes.stream()
                        .filter(change -> path.startsWith(change.path()))
                        .findFirst())
                .orElseGet(() -> new FieldChange(
                        path,
                        path,
                        plain(collision.base()),
                        plain(mine ? collision.mine() : collision.theirs()),
                        List.of()));
    }

    private static Worded plain(com.fasterxml.jackson.databind.@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null
                ? new Worded.Nothing()
                : new Worded.Text(node.isValueNode() ? node.asText() : Json.write(node));
    }
}
