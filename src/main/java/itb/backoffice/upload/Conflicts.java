package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.Merge;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way out of a conflict: base, mine and theirs, and what the user decides about each field. */
public final class Conflicts {
    private final OutboxStore outbox;
    private final LocalCopy catalogue;

    /**
     * @param catalogue where an upload that met a conflict left their version
     */
    public Conflicts(OutboxStore outbox, LocalCopy catalogue) {
        this.outbox = outbox;
        this.catalogue = catalogue;
    }

    /** The conflict that {@code draft} is in; empty where it is in none. */
    public Optional<UploadOutcome.Conflict> of(Draft draft) {
        return draft.state() == DraftState.CONFLICT
                ? Optional.of(new UploadOutcome.Conflict(
                        draft, catalogue.get(draft.type(), draft.id()).orElse(null)))
                : Optional.empty();
    }

    /** Mine and theirs, merged field by field; its collisions are what the user decides. */
    public static Merge merge(Draft draft, StoredResource theirs) {
        String base = draft.baseJson();
        ObjectNode common = base == null ? Json.object() : Json.object(base);
        return Merge.ofType(draft.type(), common, Json.object(draft.json()), Json.object(theirs.json()));
    }

    /**
     * Puts the draft on top of their version with what the user chose. It is then an ordinary draft, to be validated and
     * reviewed again; nothing is sent.
     *
     * @param choices one for the path of each collision of {@link #merge}
     */
    public EditResult resolve(UploadOutcome.Conflict conflict, Map<String, Choice> choices) {
        return resolve(conflict, choices, List.of());
    }

    /**
     * As above, with third values.
     *
     * @param edits my version with a third value in one field each; for the collisions there the choice is mine
     */
    public EditResult resolve(UploadOutcome.Conflict conflict, Map<String, Choice> choices, List<ObjectNode> edits) {
        StoredResource theirs = conflict.theirs();
        Draft draft = conflict.draft();
        if (theirs == null) {
            return keepMine(conflict);
        }
        String json = Json.write(resolved(draft, theirs, choices, edits));
        EditResult result = outbox.rebase(draft.type(), draft.id(), theirs, json);
        return result instanceof EditResult.Saved
                ? new EditResult.Saved(outbox.markMerged(draft.type(), draft.id()))
                : result;
    }

    /** Both versions as one, with what the user chose. */
    public static ObjectNode resolved(
            Draft draft, StoredResource theirs, Map<String, Choice> choices, List<ObjectNode> edits) {
        ObjectNode mine = Json.object(draft.json());
        ObjectNode resolved = merge(draft, theirs).resolve(choices);
        for (ObjectNode edit : edits) {
            // Where mine was chosen the third value goes in its place, whatever it is: also the old one again.
            resolved = Merge.ofType(draft.type(), mine, edit, resolved).merged();
        }
        return resolved;
    }

    /**
     * Where one side deleted what the other changed: my edit becomes a new resource again, or my delete now means their
     * version. To take theirs, discard the draft.
     */
    public EditResult keepMine(UploadOutcome.Conflict conflict) {
        Draft draft = conflict.draft();
        return outbox.rebase(draft.type(), draft.id(), conflict.theirs(), draft.json());
    }
}
