package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.Merge;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.JournalEntry.End;
import itb.backoffice.upload.UploadOutcome.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down how a draft ended: journal first, then the local copy, then the draft, so that a crash in between is seen. */
final class Landing {
    private final OutboxStore outbox;
    private final LocalCopy catalogue;
    private final Journal journal;
    private final Map<String, String> renamed = new HashMap<>();

    Landing(OutboxStore outbox, LocalCopy catalogue, Journal journal) {
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    /** {@code draft} with the ids that the server has meanwhile given to what it refers to. */
    Draft upToDate(Draft draft) {
        String json = draft.json();
        for (var rename : renamed.entrySet()) {
            json = json.replace(rename.getKey(), rename.getValue());
        }
        return json.equals(draft.json())
                ? draft
                : new Draft(
                        draft.type(),
                        draft.id(),
                        draft.kind(),
                        draft.baseJson(),
                        draft.baseVersion(),
                        json,
                        draft.state(),
                        draft.note(),
                        draft.created(),
                        draft.changed());
    }

    /** The server has it, or no longer has it. */
    UploadOutcome accepted(Draft draft, @Nullable StoredResource there) {
        journal.open(draft.type(), draft.id())
                .ifPresent(entry -> journal.accepted(
                        entry.number(), there == null ? draft.id() : there.id(), there == null ? null : there.json()));
        if (there == null) {
            catalogue.remove(draft.type(), List.of(draft.id()));
            outbox.accepted(draft.type(), draft.id());
            return new UploadOutcome.Accepted(null, List.of());
        }
        catalogue.put(List.of(there));
        if (!there.id().equals(draft.id())) {
            renamed.put(draft.reference(), there.reference());
            outbox.rename(draft.reference(), there.reference());
        }
        outbox.accepted(draft.type(), draft.id());
        return new UploadOutcome.Accepted(there, differences(draft, there));
    }

    private static List<Change> differences(Draft draft, StoredResource there) {
        ObjectNode sent = Json.object(draft.json());
        sent.put("id", there.id());
        return Changes.apartFromMeta(sent, Json.object(there.json()));
    }

    /** Somebody changed it meanwhile: merged where nothing collides, and then the user looks again; else a conflict. */
    UploadOutcome changed(Draft draft, @Nullable StoredResource theirs) {
        end(draft, End.CONFLICT, null);
        if (theirs == null) {
            catalogue.remove(draft.type(), List.of(draft.id()));
        } else {
            catalogue.put(List.of(theirs));
        }
        if (theirs != null && draft.kind() == Draft.Kind.UPDATE) {
            Merge merge = Conflicts.merge(draft, theirs);
            if (merge.clean()) {
                String merged = Json.write(merge.merged());
                return switch (outbox.rebase(draft.type(), draft.id(), theirs, merged)) {
                    case EditResult.Saved saved -> new UploadOutcome.NeedsReview(saved.draft(), true);
                    default -> new UploadOutcome.Accepted(theirs, List.of());
                };
            }
        }
        return new UploadOutcome.Conflict(outbox.markConflict(draft.type(), draft.id()), theirs);
    }

    /** The server refused it. */
    UploadOutcome rejected(Draft draft, Failure failure) {
        String words = failure.issues().isEmpty()
                ? failure.details()
                : failure.issues().stream().map(Failure.OutcomeIssue::text).collect(Collectors.joining("\n"));
        end(draft, End.REJECTED, words);
        outbox.markRefused(draft.type(), draft.id(), words);
        return new UploadOutcome.Rejected(failure, ServerIssue.of(failure, Json.object(draft.json())));
    }

    /** It certainly did not happen. */
    UploadOutcome notReached(Draft draft, Failure failure) {
        end(draft, End.NOT_DONE, null);
        outbox.backToEditing(draft.type(), draft.id());
        return new UploadOutcome.NotReached(Reason.SERVER, failure);
    }

    private void end(Draft draft, End end, @Nullable String note) {
        journal.open(draft.type(), draft.id()).ifPresent(entry -> journal.ended(entry.number(), end, note));
    }
}
