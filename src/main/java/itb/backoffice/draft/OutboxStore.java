package itb.backoffice.draft;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.StepStore.Row;
import itb.backoffice.draft.StepStore.Step;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.LongTexts;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happens to drafts on their way to the server: the same tables as {@link DraftStore}, and the only transitions
 * that there are. A transition that does not fit the draft's state is a bug and throws.
 */
public final class OutboxStore {
    private final Database database;
    private final InstantSource clock;

    /** Drafts in {@code database}, which was opened with {@link DraftStore#SCHEMA}. */
    public OutboxStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Drafts whose request is, or was, under way. */
    public List<Draft> sending() {
        return database.read(connection -> {
            StepStore rows = new StepStore(connection);
            List<Draft> drafts = new ArrayList<>();
            for (Row row : rows.rows("discarded is null and state = 'SENDING' order by no")) {
                drafts.add(Objects.requireNonNull(rows.draft(row)));
            }
            return drafts;
        });
    }

    /** The draft of a resource as it is now. */
    public Optional<Draft> find(String type, String id) {
        return new DraftStore(database, clock).get(type, id);
    }

    /** Runs several changes to this file as one: all of them are on disk afterwards, or none. */
    public <T> T together(Supplier<T> changes) {
        return database.write(connection -> changes.get());
    }

    /**
     * Locks drafts for sending, those of them that still are what the user reviewed: same content, same base, not in
     * conflict. Nothing happens to the others.
     *
     * @param asReviewed gives a draft's JSON as it was at the review, without ids that a server gave since
     * @return the locked drafts by {@code Type/id}
     */
    public Map<String, Draft> lock(List<Reviewed> reviewed, UnaryOperator<String> asReviewed) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            Map<String, Draft> locked = new LinkedHashMap<>();
            for (Reviewed one : reviewed) {
                Row row = rows.live(one.type(), one.id());
                Step here = row == null ? null : rows.step(row, row.position());
                String mine = here == null ? null : here.json();
                if (row != null
                        && here != null
                        && mine != null
                        && Set.of(DraftState.EDITING, DraftState.REFUSED).contains(row.state())
                        && one.is(here.kind(), row.baseVersion(), row.base(), asReviewed.apply(mine))) {
                    rows.update("update draft set state = 'SENDING', note = null where no = ?", row.no());
                    locked.put(one.reference(), rows.draft(row, here, mine));
                }
            }
            return locked;
        });
    }

    /** The server refused it; {@code note} holds the server's words. */
    public Draft markRefused(String type, String id, @Nullable String note) {
        return move(type, id, DraftState.REFUSED, note, Set.of(DraftState.SENDING));
    }

    /** Somebody else changed the resource meanwhile. */
    public Draft markConflict(String type, String id) {
        return move(type, id, DraftState.CONFLICT, null, Set.of(DraftState.SENDING));
    }

    /** It certainly did not reach the server: the user can edit or send it again. */
    public Draft backToEditing(String type, String id) {
        return move(type, id, DraftState.EDITING, null, Set.of(DraftState.SENDING, DraftState.REFUSED));
    }

    private Draft move(String type, String id, DraftState to, @Nullable String note, Set<DraftState> from) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            Row row = expect(rows, type, id, from);
            rows.update("update draft set state = ?, note = ? where no = ?", to.name(), note, row.no());
            return Objects.requireNonNull(rows.draft(expect(rows, type, id, Set.of(to))));
        });
    }

    private static Row expect(StepStore rows, String type, String id, Set<DraftState> states) throws SQLException {
        Row row = rows.live(type, id);
        if (row == null || !states.contains(row.state())) {
            throw new IllegalStateException(
                    "The draft is " + (row == null ? "gone" : row.state()) + " and should be one of " + states);
        }
        return row;
    }

    /** The server has it: the draft and its undo steps are over. */
    public void accepted(String type, String id) {
        database.write(connection -> {
            StepStore rows = new StepStore(connection);
            return rows.update(
                    "delete from draft where no = ?",
                    expect(rows, type, id, Set.of(DraftState.SENDING)).no());
        });
    }

    /**
     * Gives a draft a newer base, after merging. Its undo steps end here: they would bring the other's change back out.
     *
     * @param base what the server has now, or null where it was deleted there and is to be created again
     * @param json my version on top of it
     */
    public EditResult rebase(String type, String id, @Nullable StoredResource base, String json) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            Row row = expect(rows, type, id, Set.of(DraftState.values()));
            Step here = Objects.requireNonNull(rows.step(row, row.position()));
            EditStep edit = base != null && here.kind() == Draft.Kind.DELETE
                    ? EditStep.delete(base)
                    : new EditStep(type, id, base == null ? Draft.Kind.CREATE : Draft.Kind.UPDATE, base, json, "");
            return begin(rows, row, edit);
        });
    }

    /**
     * A draft that was sent goes on from an earlier state of itself that the server turned out to have, perhaps under
     * another id.
     *
     * @param json my version on top of that, with its id
     */
    public EditResult goOn(String type, String id, StoredResource there, String json) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            Row row = expect(rows, type, id, Set.of(DraftState.SENDING));
            Draft mine = Objects.requireNonNull(rows.draft(row));
            Row beside = there.id().equals(id) ? null : rows.live(type, there.id());
            Draft other = beside == null ? null : rows.draft(beside);
            if (other != null && other.state() == DraftState.SENDING) {
                return new EditResult.Sending(move(type, id, DraftState.EDITING, null, Set.of(DraftState.SENDING)));
            }
            EditStep edit = other != null
                    ? Joined.of(there, json, mine, other)
                    : mine.kind() == Draft.Kind.DELETE ? EditStep.delete(there) : EditStep.change(there, json, "");
            if (beside != null) {
                rows.update("delete from draft where no = ?", beside.no());
            }
            return begin(rows, row, edit);
        });
    }

    /** The draft that was sent is over, and {@code edit} begins another of the same resource. */
    public EditResult replace(EditStep edit) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            return begin(rows, expect(rows, edit.type(), edit.id(), Set.of(DraftState.SENDING)), edit);
        });
    }

    /**
     * Begins a draft that takes back what was uploaded at {@code upload}, and collides with what the server has since.
     *
     * @param edit its base is what that upload left on the server
     */
    public Draft beginConflict(EditStep edit, Instant upload) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            Row old = rows.live(edit.type(), edit.id());
            if (old != null) {
                rows.update("delete from draft where no = ?", old.no());
            }
            insert(rows, edit, clock.instant());
            return note(edit.type(), edit.id(), DraftState.CONFLICT, upload.toString());
        });
    }

    /** Remembers, until it is edited or sent, that somebody else's changes were merged into a draft. */
    public Draft markMerged(String type, String id) {
        return note(type, id, DraftState.EDITING, Draft.MERGED);
    }

    private Draft note(String type, String id, DraftState state, String note) {
        return move(type, id, state, note, Set.of(DraftState.EDITING));
    }

    private EditResult begin(StepStore rows, Row old, EditStep edit) throws SQLException {
        rows.update("delete from draft where no = ?", old.no());
        var base = edit.base();
        if (edit.idle(base == null ? null : base.json())) {
            return new EditResult.NoDraft();
        }
        return new EditResult.Saved(insert(rows, edit, old.created()));
    }

    private Draft insert(StepStore rows, EditStep edit, Instant created) throws SQLException {
        Row fresh = rows.insert(edit, clock.instant());
        rows.putStep(
                fresh, new Step(1, edit.kind(), rows.keep(fresh, LongTexts.shorten(edit.json())), "", clock.instant()));
        rows.update("update draft set position = 1, created = ? where no = ?", created.toEpochMilli(), fresh.no());
        Row moved = Objects.requireNonNull(rows.live(edit.type(), edit.id()));
        return Objects.requireNonNull(rows.draft(moved));
    }

    /**
     * Rewrites references in all drafts and their steps, after a server chose another id for a new resource.
     *
     * @param from {@code Type/uuid}, which nothing else can contain
     * @param to {@code Type/id}
     */
    public void rename(String from, String to) {
        database.write(connection -> new StepStore(connection)
                .update("update draft_step set json = replace(json, ?, ?) where instr(json, ?) > 0", from, to, from));
    }
}
