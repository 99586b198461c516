package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.Merge;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.LongTexts;
import itb.backoffice.upload.JournalEntry.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down how drafts ended: the local copy first, then journal and drafts together, so that a crash in between is seen. */
final class Landing {
    /** An entry in the journal whose request leaves. */
    private record Begun(long number, Map<String, String> pictures) {}

    /** What a request left on the server, read before the files are locked for writing it down. */
    private record Left(LongTexts.Short text, List<Change> differs) {}

    private final UploadStores stores;
    private final LostRaces races;
    private final Latecomers latecomers;
    /** The ids that the server gave to new resources, in the course of one upload. */
    private final Map<String, String> renamed = new ConcurrentHashMap<>();

    private final Map<String, Begun> entries = new ConcurrentHashMap<>();
    private final boolean asksJournal;

    /**
     * @param asksJournal whether requests of an earlier run may be open in the journal
     */
    Landing(UploadStores stores, boolean asksJournal) {
        this.stores = stores;
        this.asksJournal = asksJournal;
        this.races = new LostRaces(stores.outbox());
        this.latecomers = new Latecomers(stores.journal());
    }

    /** Locks those drafts that still are what was reviewed, apart from ids that the server gave since; by {@code Type/id}. */
    Map<String, Draft> lock(List<Reviewed> reviewed) {
        return stores.outbox().lock(reviewed, this::asReviewed);
    }

    private String asReviewed(String json) {
        String text = json;
        for (var rename : renamed.entrySet()) {
            text = text.replace(rename.getValue(), rename.getKey());
        }
        return text;
    }

    /**
     * Says in the journal that requests are about to leave.
     *
     * @param plan the lines of the plan by {@code Type/id}
     */
    void leaving(List<Draft> drafts, Map<String, PlanLine> plan, Journal.Signature signature) {
        List<Journal.Line> lines = drafts.stream()
                .map(draft -> stores.journal()
                        .line(
                                signature,
                                draft,
                                Objects.requireNonNull(plan.get(draft.reference()))
                                        .summary()
                                        .title()))
                .toList();
        if (!lines.isEmpty()) {
            together(() -> {
                lines.forEach(line -> entries.put(
                        line.draft().reference(),
                        new Begun(stores.journal().begin(line), line.texts().pictures())));
                return lines;
            });
        }
    }

    /** The number of the draft's journal entry that is still open; null where nothing left. */
    private @Nullable Long entry(Draft draft) {
        Begun known = entries.remove(draft.reference());
        if (known != null) {
            return known.number();
        }
        return !asksJournal
                ? null
                : stores.journal()
                        .open(draft.type(), draft.id())
                        .map(JournalEntry::number)
                        .orElse(null);
    }

    /** Those of these that an earlier run locked and never sent: the journal would know. They are free to be edited again. */
    Map<Draft, Verdict> neverLeft(List<Draft> drafts) {
        Map<Draft, Verdict> never = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (stores.journal().open(draft.type(), draft.id()).isEmpty()) {
                never.put(draft, new Verdict.NotSent(UploadOutcome.Reason.CANCELLED, null));
            }
        }
        return never;
    }

    private <T> T together(Supplier<T> work) {
        return stores.outbox().together(work);
    }

    /** Writes down how these ended, all at once. */
    Map<String, UploadOutcome> land(Map<Draft, Verdict> verdicts) {
        copy(verdicts);
        Map<String, Left> lefts = new HashMap<>();
        verdicts.forEach((draft, verdict) -> {
            if (verdict instanceof Verdict.Accepted(StoredResource there) && there != null) {
                lefts.put(draft.reference(), left(draft, there));
            }
        });
        return together(() -> {
            Map<String, UploadOutcome> outcomes = new LinkedHashMap<>();
            verdicts.forEach((draft, verdict) ->
                    outcomes.put(draft.reference(), land(draft, verdict, lefts.get(draft.reference()))));
            return outcomes;
        });
    }

    private Left left(Draft draft, StoredResource there) {
        String json = there.json();
        Begun begun = entries.get(draft.reference());
        return new Left(
                LongTexts.shorten(json, begun == null ? Map.of() : begun.pictures()),
                differences(draft, there.id(), json));
    }

    private void copy(Map<Draft, Verdict> verdicts) {
        List<StoredResource> there = new ArrayList<>();
        verdicts.forEach((draft, verdict) -> {
            StoredResource now = switch (verdict) {
                case Verdict.Accepted(StoredResource resource) -> resource;
                case Verdict.Raced raced -> raced.there();
                case Verdict.Changed(StoredResource theirs) -> theirs;
                case Verdict.Duplicate(StoredResource resource) -> resource;
                default -> null;
            };
            boolean gone = now == null
                    && (verdict.done() || verdict instanceof Verdict.Changed)
                    && stores.catalogue().get(draft.type(), draft.id()).isPresent();
            if (now != null) {
                there.add(now);
            } else if (gone) {
                stores.catalogue().remove(draft.type(), List.of(draft.id()));
            }
        });
        if (!there.isEmpty()) {
            stores.catalogue().put(there);
        }
    }

    private UploadOutcome land(Draft draft, Verdict verdict, @Nullable Left left) {
        return switch (verdict) {
            case Verdict.Accepted(StoredResource there) -> accepted(draft, there, left);
            case Verdict.Raced raced -> {
                journalled(draft, raced.there(), null);
                yield races.lost(draft, raced);
            }
            case Verdict.Changed(StoredResource theirs) -> changed(draft, theirs);
            case Verdict.Duplicate(StoredResource there) -> {
                end(draft, End.REJECTED, null);
                stores.outbox().markRefused(draft.type(), draft.id(), null);
                yield new UploadOutcome.Duplicate(there.type(), there.id());
            }
            case Verdict.Rejected(Failure failure) -> rejected(draft, failure);
            case Verdict.NotSent(UploadOutcome.Reason reason, Failure failure) -> {
                end(draft, End.NOT_DONE, null);
                stores.outbox().backToEditing(draft.type(), draft.id());
                yield new UploadOutcome.NotReached(reason, failure);
            }
            case Verdict.Unknown(Failure failure) -> new UploadOutcome.Unknown(failure);
        };
    }

    private void journalled(Draft draft, @Nullable StoredResource there, @Nullable Left left) {
        Long entry = entry(draft);
        if (entry == null) {
            return;
        }
        if (there == null) {
            stores.journal().accepted(entry, draft.id(), null, null);
        } else if (left == null) {
            stores.journal().accepted(entry, there.id(), there.version(), there.json());
        } else {
            stores.journal().took(entry, there.id(), there.version(), left.text());
        }
    }

    private UploadOutcome accepted(Draft draft, @Nullable StoredResource there, @Nullable Left left) {
        List<Change> differs = left == null ? List.of() : left.differs();
        if (there != null && draft.kind() == Draft.Kind.CREATE && !differs.isEmpty()) {
            // Made by a request that was given up; what has been edited since is still to go.
            boolean sentNow = asksJournal || entries.containsKey(draft.reference());
            Latecomers.Sent sent = sentNow ? earlier(draft, there) : latecomers.creation(draft, there);
            if (sent != null) {
                return editedSince(draft, there, sent);
            }
        }
        journalled(draft, there, left);
        if (there != null && !there.id().equals(draft.id())) {
            renamed.put(draft.reference(), there.reference());
            stores.outbox().rename(draft.reference(), there.reference());
        }
        stores.outbox().accepted(draft.type(), draft.id());
        return there == null
                ? new UploadOutcome.Accepted(draft.id(), null, List.of())
                : new UploadOutcome.Accepted(there.id(), there.version(), differs);
    }

    private Latecomers.@Nullable Sent earlier(Draft draft, StoredResource there) {
        Begun begun = entries.get(draft.reference());
        return latecomers
                .find(draft, there, begun == null ? null : begun.number())
                .orElse(null);
    }

    /** {@code there} came from this program, out of an earlier state of the draft: the draft goes on from it. */
    private UploadOutcome editedSince(Draft draft, StoredResource there, Latecomers.Sent sent) {
        latecomers.arrived(sent, there);
        end(draft, End.NOT_DONE, null);
        if (!there.id().equals(draft.id())) {
            renamed.put(draft.reference(), there.reference());
            stores.outbox().rename(draft.reference(), there.reference());
        }
        String mine = Latecomers.onTop(draft, sent, there);
        return switch (stores.outbox().goOn(draft.type(), draft.id(), there, mine)) {
            case EditResult.Saved(Draft rest) -> new UploadOutcome.NeedsReview(rest, false);
            case EditResult.Sending(Draft rest) -> new UploadOutcome.NeedsReview(rest, false);
            default -> new UploadOutcome.Accepted(there.id(), there.version(), List.of());
        };
    }

    private static List<Change> differences(Draft draft, String id, String there) {
        if (SameText.apartFromMeta(draft.json(), there)) {
            return List.of();
        }
        ObjectNode sent = Json.object(draft.json());
        sent.put("id", id);
        return Changes.apartFromMeta(sent, Json.object(there));
    }

    /** Somebody changed it meanwhile: merged where nothing collides, and then the user looks again; else a conflict. */
    private UploadOutcome changed(Draft draft, @Nullable StoredResource theirs) {
        Latecomers.Sent sent = theirs == null ? null : earlier(draft, theirs);
        if (theirs != null && sent != null) {
            return editedSince(draft, theirs, sent);
        }
        end(draft, End.CONFLICT, null);
        if (theirs != null && draft.kind() == Draft.Kind.UPDATE) {
            Merge merge = Conflicts.merge(draft, theirs);
            if (merge.clean()) {
                String merged = Json.write(merge.merged());
                return switch (stores.outbox().rebase(draft.type(), draft.id(), theirs, merged)) {
                    case EditResult.Saved saved ->
                        new UploadOutcome.NeedsReview(stores.outbox().markMerged(draft.type(), draft.id()), true);
                    default -> new UploadOutcome.Accepted(theirs.id(), theirs.version(), List.of());
                };
            }
        }
        return new UploadOutcome.Conflict(stores.outbox().markConflict(draft.type(), draft.id()), theirs);
    }

    private UploadOutcome rejected(Draft draft, Failure failure) {
        String words = failure.issues().isEmpty()
                ? failure.details()
                : failure.issues().stream().map(Failure.OutcomeIssue::text).collect(Collectors.joining("\n"));
        end(draft, End.REJECTED, words);
        stores.outbox().markRefused(draft.type(), draft.id(), words);
        return new UploadOutcome.Rejected(failure, ServerIssue.of(failure, Json.object(draft.json())));
    }

    private void end(Draft draft, End end, @Nullable String note) {
        Long entry = entry(draft);
        if (entry != null) {
            stores.journal().ended(entry, end, note);
        }
    }
}
