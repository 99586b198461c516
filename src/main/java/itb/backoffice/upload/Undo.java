package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.Merge;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.Undone.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes uploads back, also weeks later: each line becomes a draft that restores what was before, on top of what changed
 * since. It is reviewed and sent like any other, and so can be taken back itself. Earlier versions come back in the same way.
 */
public final class Undo {
    /** One line, and what came of it. */
    public record Line(JournalEntry entry, Undone undone) {}

    private final Journal journal;
    private final DraftStore drafts;
    private final OutboxStore outbox;
    private final LocalCopy catalogue;

    /**
     * @param catalogue what the server has now
     */
    public Undo(Journal journal, DraftStore drafts, OutboxStore outbox, LocalCopy catalogue) {
        this.journal = journal;
        this.drafts = drafts;
        this.outbox = outbox;
        this.catalogue = catalogue;
    }

    /**
     * Takes back {@code entries}, in this order: the newest first. All drafts are on disk together, or none, also where
     * {@code progress} stops it.
     */
    public List<Line> undo(List<JournalEntry> entries, Progress progress) {
        return outbox.together(() -> {
            List<Line> lines = new ArrayList<>();
            for (JournalEntry entry : entries) {
                progress.check();
                progress.report(entry.title(), lines.size(), entries.size());
                lines.add(new Line(entry, undo(entry)));
            }
            return List.copyOf(lines);
        });
    }

    /** Makes a draft that brings an earlier version back as it was, apart from what only the server writes. */
    public Undone restore(String type, String id, String version) {
        Draft draft = drafts.get(type, id).orElse(null);
        if (draft != null && draft.state() == DraftState.SENDING) {
            return new Undone.Impossible(Reason.SENDING);
        }
        if (draft != null && draft.state() == DraftState.CONFLICT) {
            return new Undone.Impossible(Reason.IN_CONFLICT);
        }
        if (draft != null) {
            return ready(EditStep.change(draft, on(type, draft.json(), version), ""), false);
        }
        StoredResource now = catalogue.get(type, id).orElse(null);
        return now == null
                ? ready(EditStep.create(type, id, version), false)
                : ready(EditStep.change(now, on(type, now.json(), version), ""), false);
    }

    private static String on(String type, String there, String version) {
        ObjectNode now = Json.object(there);
        return Json.write(Merge.ofType(type, now, Json.object(version), now).merged());
    }

    private Undone undo(JournalEntry entry) {
        switch (entry.end()) {
            case SENDING -> {
                return new Undone.Impossible(Reason.UNKNOWN);
            }
            case REJECTED, CONFLICT, NOT_DONE -> {
                return new Undone.Impossible(Reason.NEVER_THERE);
            }
            case ACCEPTED -> {}
        }
        Draft draft = drafts.get(entry.type(), entry.id()).orElse(null);
        if (draft != null && draft.state() == DraftState.SENDING) {
            return new Undone.Impossible(Reason.SENDING);
        }
        if (draft != null && draft.state() == DraftState.CONFLICT) {
            return new Undone.Impossible(Reason.IN_CONFLICT);
        }
        JournalTexts texts = journal.texts(entry);
        String before = texts.before();
        String after = texts.after();
        return switch (entry.kind()) {
            case CREATE -> created(entry, Objects.requireNonNull(after), draft);
            case UPDATE ->
                before == null || after == null
                        ? new Undone.Impossible(Reason.NO_BEFORE)
                        : updated(entry, before, after, draft);
            case DELETE -> before == null ? new Undone.Impossible(Reason.NO_BEFORE) : deleted(entry, before, draft);
        };
    }

    private Undone created(JournalEntry entry, String after, @Nullable Draft draft) {
        if (draft != null) {
            return draft.kind() == Draft.Kind.DELETE
                    ? new Undone.Ready(draft, false)
                    : new Undone.Impossible(Reason.OTHER_DRAFT);
        }
        StoredResource now = now(entry);
        if (now == null) {
            return new Undone.AsBefore();
        }
        return Lookout.sameContent(Json.object(after), Json.object(now.json()))
                ? ready(EditStep.delete(now), false)
                : collides(EditStep.delete(then(entry, after)), entry);
    }

    private Undone updated(JournalEntry entry, String before, String after, @Nullable Draft draft) {
        StoredResource now = now(entry);
        if (draft == null && now == null) {
            return collides(EditStep.change(then(entry, after), before, ""), entry);
        }
        if (draft != null && draft.kind() == Draft.Kind.DELETE) {
            return new Undone.Impossible(Reason.OTHER_DRAFT);
        }
        ObjectNode there = Json.object(
                draft != null ? draft.json() : Objects.requireNonNull(now).json());
        ObjectNode then = Json.object(after);
        Merge merge = Merge.ofType(entry.type(), then, Json.object(before), there);
        if (draft != null) {
            return merge.clean()
                    ? ready(EditStep.change(draft, Json.write(merge.merged()), ""), false)
                    : new Undone.Impossible(Reason.OTHER_DRAFT);
        }
        return merge.clean()
                ? ready(
                        EditStep.change(Objects.requireNonNull(now), Json.write(merge.merged()), ""),
                        !Lookout.sameContent(then, there))
                : collides(EditStep.change(then(entry, after), before, ""), entry);
    }

    private Undone deleted(JournalEntry entry, String before, @Nullable Draft draft) {
        if (draft != null && draft.kind() == Draft.Kind.DELETE) {
            return new Undone.Impossible(Reason.OTHER_DRAFT);
        }
        StoredResource now = now(entry);
        if (now != null || draft != null) {
            ObjectNode there = Json.object(
                    draft != null ? draft.json() : Objects.requireNonNull(now).json());
            boolean same = Lookout.sameContent(Json.object(before), there);
            return !same
                    ? new Undone.Impossible(draft != null ? Reason.OTHER_DRAFT : Reason.THERE_AGAIN)
                    : draft != null ? new Undone.Ready(draft, false) : new Undone.AsBefore();
        }
        return ready(EditStep.create(entry.type(), entry.id(), before), false);
    }

    private @Nullable StoredResource now(JournalEntry entry) {
        return catalogue.get(entry.type(), entry.id()).orElse(null);
    }

    /** What the upload left on the server. */
    private static StoredResource then(JournalEntry entry, String after) {
        return new StoredResource(entry.type(), entry.id(), entry.version(), null, after);
    }

    private Undone ready(EditStep edit, boolean merged) {
        return switch (drafts.edit(edit)) {
            case EditResult.Saved(Draft draft) ->
                new Undone.Ready(merged ? outbox.markMerged(draft.type(), draft.id()) : draft, merged);
            case EditResult.NoDraft none -> new Undone.AsBefore();
            case EditResult.Nothing nothing -> new Undone.AsBefore();
            case EditResult.Sending sending -> new Undone.Impossible(Reason.SENDING);
        };
    }

    private Undone collides(EditStep edit, JournalEntry entry) {
        return new Undone.Collides(outbox.beginConflict(edit, entry.started()));
    }
}
