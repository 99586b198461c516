package itb.backoffice.draft;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.StepStore.Row;
import itb.backoffice.draft.StepStore.Step;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.LongTexts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The drafts on disk, one for a resource, each with its undo steps. Every change is on disk when its method returns.
 * While a draft is being sent nothing edits it.
 */
public final class DraftStore {
    /** The tables that this store needs. */
    public static final Database.Schema SCHEMA = new Database.Schema("draft", List.of("""
            create table draft (no integer primary key, type text not null, id text not null, base text,
                base_version text, position integer not null, state text not null, note text,
                created integer not null, changed integer not null, discarded text);
            create unique index draft_live on draft (type, id) where discarded is null;
            create table draft_step (draft integer not null references draft (no) on delete cascade,
                position integer not null, kind text not null, json text, field text not null, at integer not null,
                primary key (draft, position)) without rowid;
            create table draft_text (draft integer not null references draft (no) on delete cascade,
                hash text not null, text text not null, primary key (draft, hash));
            """));

    /** How long quick edits of one field count as one step: about a word. */
    private static final Duration ONE_STEP = Duration.ofMillis(1500);

    private final Database database;
    private final InstantSource clock;

    /** Drafts in {@code database}, which was opened with {@link #SCHEMA}. */
    public DraftStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The draft of a resource, if there is one. */
    public Optional<Draft> get(String type, String id) {
        return database.read(connection -> {
            StepStore rows = new StepStore(connection);
            Row row = rows.live(type, id);
            return row == null ? Optional.empty() : Optional.ofNullable(rows.draft(row));
        });
    }

    /** All drafts, the one changed last first. */
    public List<Draft> all() {
        return database.read(connection -> {
            StepStore rows = new StepStore(connection);
            List<Draft> drafts = new ArrayList<>();
            for (Row row : rows.rows("discarded is null order by changed desc, no desc")) {
                Draft draft = rows.draft(row);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
            return drafts;
        });
    }

    /** The state of every draft by {@code Type/id}, the one changed last first, without reading their JSON. */
    public Map<String, DraftState> states() {
        return database.read(connection -> new StepStore(connection).each(Row::state));
    }

    /** Something that changes whenever the draft does, likewise. */
    public Map<String, String> stamps() {
        return database.read(connection -> new StepStore(connection)
                .each(row -> row.no() + "." + row.position() + "." + row.state() + "." + row.changed()));
    }

    /** Makes or changes a draft. */
    public EditResult edit(EditStep step) {
        return database.write(connection -> edit(new StepStore(connection), step));
    }

    /** The same for many, on disk together; what came of each in the same order. */
    public List<EditResult> edit(List<EditStep> steps) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            List<EditResult> results = new ArrayList<>();
            for (EditStep step : steps) {
                results.add(edit(rows, step));
            }
            return results;
        });
    }

    private EditResult edit(StepStore rows, EditStep step) throws SQLException {
        EditStep edit = step;
        Row row = rows.live(edit.type(), edit.id());
        if (row != null && row.state() == DraftState.SENDING) {
            return new EditResult.Sending(Objects.requireNonNull(rows.draft(row)));
        }
        if (row == null || !continues(rows, row, edit)) {
            if (row != null) {
                rows.update("delete from draft where no = ?", row.no());
            }
            row = rows.insert(edit, clock.instant());
        }
        Draft current = rows.draft(row);
        if (current != null) {
            edit = edit.on(current);
        }
        String base = current != null
                ? current.baseJson()
                : edit.base() == null ? null : edit.base().json();
        String json = edit.idle(base) ? null : rows.keep(row, LongTexts.shorten(edit.json()));
        return moveTo(rows, row, record(rows, row, edit, json));
    }

    private static boolean continues(StepStore rows, Row row, EditStep edit) throws SQLException {
        Step here = rows.step(row, row.position());
        if (here != null && here.json() != null) {
            return true;
        }
        // Undone to nothing: the steps are still good only if the server's version is the one they began with.
        StoredResource base = edit.base();
        String text = base == null ? null : LongTexts.shorten(base.json()).text();
        return Objects.equals(row.base(), text)
                && Objects.equals(row.baseVersion(), base == null ? null : base.version());
    }

    /** Writes the step behind {@code row}'s place; returns the new place. */
    private int record(StepStore rows, Row row, EditStep edit, @Nullable String json) throws SQLException {
        Instant now = clock.instant();
        Step here = Objects.requireNonNull(rows.step(row, row.position()));
        if (Objects.equals(here.json(), json) && here.kind() == edit.kind()) {
            return row.position();
        }
        rows.update("delete from draft_step where draft = ? and position > ?", row.no(), row.position());
        Step before = rows.step(row, row.position() - 1);
        boolean same = !edit.field().isEmpty()
                && edit.field().equals(here.field())
                && edit.kind() == here.kind()
                && now.isBefore(here.at().plus(ONE_STEP));
        if (before == null || !same) {
            int next = row.position() + 1;
            rows.putStep(row, new Step(next, edit.kind(), json, edit.field(), now));
            rows.trim(row, next);
            return next;
        }
        if (Objects.equals(before.json(), json)) {
            rows.update("delete from draft_step where draft = ? and position = ?", row.no(), row.position());
            return row.position() - 1;
        }
        rows.putStep(row, new Step(row.position(), edit.kind(), json, edit.field(), here.at()));
        rows.trim(row, row.position());
        return row.position();
    }

    private EditResult moveTo(StepStore rows, Row row, int position) throws SQLException {
        // A conflict stays one until it is resolved; what the server refused may be right now.
        rows.update(
                "update draft set position = ?, changed = ?,"
                        + " note = case state when 'CONFLICT' then note end,"
                        + " state = case state when 'CONFLICT' then state else 'EDITING' end where no = ?",
                position,
                clock.millis(),
                row.no());
        Row moved = Objects.requireNonNull(rows.live(row.type(), row.id()));
        Draft draft = rows.draft(moved);
        return draft == null ? new EditResult.NoDraft() : new EditResult.Saved(draft);
    }

    /** Takes the last step back. */
    public EditResult undo(String type, String id) {
        return undo(List.of(type + "/" + id)).getFirst();
    }

    /** Takes back the last {@link #undo}. */
    public EditResult redo(String type, String id) {
        return redo(List.of(type + "/" + id)).getFirst();
    }

    /** The last step of each of these ({@code Type/id}) taken back, on disk together; what came of each in the same order. */
    public List<EditResult> undo(List<String> references) {
        return walk(references, -1);
    }

    /** The same step done again, for each of these. */
    public List<EditResult> redo(List<String> references) {
        return walk(references, 1);
    }

    private List<EditResult> walk(List<String> references, int by) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            List<EditResult> results = new ArrayList<>();
            for (String reference : references) {
                int slash = reference.indexOf('/');
                results.add(walk(rows, reference.substring(0, slash), reference.substring(slash + 1), by));
            }
            return results;
        });
    }

    private EditResult walk(StepStore rows, String type, String id, int by) throws SQLException {
        Row row = rows.live(type, id);
        if (row == null || rows.step(row, row.position() + by) == null) {
            return new EditResult.Nothing();
        }
        return row.state() == DraftState.SENDING
                ? new EditResult.Sending(Objects.requireNonNull(rows.draft(row)))
                : moveTo(rows, row, row.position() + by);
    }

    /** Whether {@link #undo} would do something. */
    public boolean canUndo(String type, String id) {
        return can(type, id, -1);
    }

    /** Whether {@link #redo} would do something. */
    public boolean canRedo(String type, String id) {
        return can(type, id, 1);
    }

    private boolean can(String type, String id, int by) {
        return database.read(connection -> {
            StepStore rows = new StepStore(connection);
            Row row = rows.live(type, id);
            return row != null && row.state() != DraftState.SENDING && rows.step(row, row.position() + by) != null;
        });
    }

    /** Puts drafts away. They can be brought back until the next discard; what is being sent stays. */
    public Discarded discard(Collection<String> references) {
        String handle = UUID.randomUUID().toString();
        List<String> gone = database.write(connection -> {
            StepStore rows = new StepStore(connection);
            List<String> put = new ArrayList<>();
            for (String reference : references) {
                if (rows.update(
                                "update draft set discarded = ? where discarded is null and state <> 'SENDING'"
                                        + " and type || '/' || id = ?",
                                handle,
                                reference)
                        > 0) {
                    put.add(reference);
                }
            }
            if (!put.isEmpty()) {
                rows.update("delete from draft where discarded is not null and discarded <> ?", handle);
            }
            return put;
        });
        return new Discarded(handle, gone);
    }

    /** Brings back what was put away under {@code handle}, except where a new draft has been begun meanwhile. */
    public List<Draft> restore(String handle) {
        return database.write(connection -> {
            StepStore rows = new StepStore(connection);
            List<Draft> back = new ArrayList<>();
            for (Row row : rows.rows("discarded = ? order by no", handle)) {
                Row live = rows.live(row.type(), row.id());
                if (live != null && rows.draft(live) != null) {
                    continue;
                }
                if (live != null) {
                    rows.update("delete from draft where no = ?", live.no());
                }
                rows.update("update draft set discarded = null where no = ?", row.no());
                Optional.ofNullable(rows.draft(row)).ifPresent(back::add);
            }
            return back;
        });
    }

    /** What was discarded last, if it can still come back; also after a restart. */
    public Optional<Discarded> lastDiscarded() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select discarded, type || '/' || id from draft where discarded is not null order by no")) {
                var found = query.executeQuery();
                String handle = null;
                List<String> references = new ArrayList<>();
                while (found.next()) {
                    handle = found.getString(1);
                    references.add(found.getString(2));
                }
                return handle == null ? Optional.empty() : Optional.of(new Discarded(handle, references));
            }
        });
    }
}
