package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Collision;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.Merge;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Json;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes good what a server let happen: two wrote in the same moment and the later write, ours, silently won. A new draft
 * brings the other's change back; nothing is sent before somebody has reviewed it.
 */
final class LostRaces {
    private final OutboxStore outbox;

    LostRaces(OutboxStore outbox) {
        this.outbox = outbox;
    }

    UploadOutcome lost(Draft draft, Verdict.Raced raced) {
        EditStep remedy = remedy(draft, raced);
        if (remedy == null) {
            outbox.accepted(draft.type(), draft.id());
            return new UploadOutcome.LostRace(null, raced.deleted());
        }
        return switch (outbox.replace(remedy)) {
            case EditResult.Saved(Draft restoring) -> new UploadOutcome.LostRace(restoring, raced.deleted());
            // They had written what is there now anyway.
            default -> {
                StoredResource there = raced.there();
                yield new UploadOutcome.Accepted(
                        draft.id(), there == null ? null : there.version(), java.util.List.of());
            }
        };
    }

    private static @Nullable EditStep remedy(Draft draft, Verdict.Raced raced) {
        StoredResource there = raced.there();
        StoredResource theirs = raced.theirs();
        if (there == null) {
            return theirs == null ? null : EditStep.create(theirs.type(), theirs.id(), theirs.json());
        }
        if (raced.deleted()) {
            return EditStep.delete(there);
        }
        if (theirs == null) {
            return null;
        }
        Merge merge = Conflicts.merge(draft, theirs);
        var choices = merge.collisions().stream()
                .collect(Collectors.toMap(Collision::path, collision -> (Choice) new Choice.Theirs()));
        return EditStep.change(there, Json.write(merge.resolve(choices)), "");
    }
}
