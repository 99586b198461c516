package itb.backoffice.shell.review;

import itb.backoffice.draft.Choice;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.UploadOutcome.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conflicts of the drafts on disk. */
public final class StoredConflicts implements ConflictDesk {
    private final DraftStore drafts;
    private final Conflicts conflicts;

    /** Conflicts of {@code drafts}. */
    public StoredConflicts(DraftStore drafts, Conflicts conflicts) {
        this.drafts = drafts;
        this.conflicts = conflicts;
    }

    @Override
    public Optional<Conflict> find(String reference) {
        int slash = reference.indexOf('/');
        return drafts.get(reference.substring(0, slash), reference.substring(slash + 1))
                .flatMap(conflicts::of);
    }

    @Override
    public EditResult resolve(Conflict conflict, Map<String, Choice> choices) {
        return conflicts.resolve(conflict, choices);
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
