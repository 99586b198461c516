package itb.backoffice.shell.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.shell.review.ConflictDesk;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.UploadOutcome.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conflicts of the drafts on disk. */
public final class StoredConflictDesk implements ConflictDesk {
    private final Conflicts conflicts;
    private final DraftStore drafts;

    /** The conflicts of {@code drafts}. */
    public StoredConflictDesk(Conflicts conflicts, DraftStore drafts) {
        this.conflicts = conflicts;
        this.drafts = drafts;
    }

    @Override
    public Optional<Conflict> find(String reference) {
        int slash = reference.indexOf('/');
        return drafts.get(reference.substring(0, slash), reference.substring(slash + 1))
                .flatMap(conflicts::of);
    }

    @Override
    public EditResult resolve(Conflict conflict, Map<String, Choice> choices, List<ObjectNode> edits) {
        return conflicts.resolve(conflict, choices, edits);
    }

    @Override
    public EditResult keepMine(Conflict conflict) {
        return conflicts.keepMine(conflict);
    }

    @Override
    public void discard(Conflict conflict) {
        drafts.discard(List.of(conflict.draft().reference()));
    }
}
