package itb.backoffice.draft;

import itb.backoffice.platform.LongTexts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link DraftStore}, on one open connection. */
final class StepStore {
    /** How far one can undo. */
    static final int MOST_STEPS = 200;
    /** How much a draft's steps and pictures may take, in characters. */
    static final long MOST_CHARACTERS = 50_000_000;

    private static final String COLUMNS = "no, type, id, base, base_version, position, state, note, created, changed";

    /**
     * A draft with its place among its steps; it stays while there is something to redo.
     *
     * @param base shortened, see {@link LongTexts}
     */
    record Row(
            long no,
            String type,
            String id,
            @Nullable String base,
            @Nullable String baseVersion,
            int position,
            DraftState state,
            @Nullable String note,
            Instant created,
            Instant changed) {}

    /**
     * What the resource was after an edit.
     *
     * @param json shortened; null where there was no draft
     */
    record Step(int position, Draft.Kind kind, @Nullable String json, String field, Instant at) {}

    private final Connection connection;

    StepStore(Connection connection) {
        this.connection = connection;
    }

    @Nullable
    Row live(String type, String id) throws SQLException {
        List<Row> found = rows("discarded is null and type = ? and id = ?", type, id);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** {@code what} of each that is a draft now, by {@code Type/id}, the one changed last first. */
    <T> Map<String, T> each(Function<Row, T> what) throws SQLException {
        Map<String, T> all = new LinkedHashMap<>();
        rows("discarded is null and exists (select 1 from draft_step s where s.draft = draft.no"
                        + " and s.position = draft.position and s.json is not null) order by changed desc, no desc")
                .forEach(row -> all.put(row.type() + "/" + row.id(), what.apply(row)));
        return all;
    }

    List<Row> rows(String where, Object... values) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (var query = prepare("select " + COLUMNS + " from draft where " + where, values)) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                found.add(new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        DraftState.valueOf(row.getString(7)),
                        row.getString(8),
                        Instant.ofEpochMilli(row.getLong(9)),
                        Instant.ofEpochMilli(row.getLong(10))));
            }
        }
        return found;
    }

    Row insert(EditStep edit, Instant now) throws SQLException {
        var base = edit.base();
        LongTexts.Short shortened = base == null ? null : LongTexts.shorten(base.json());
        update(
                "insert into draft (type, id, base, base_version, position, state, created, changed)"
                        + " values (?, ?, ?, ?, 0, 'EDITING', ?, ?)",
                edit.type(),
                edit.id(),
                shortened == null ? null : shortened.text(),
                base == null ? null : base.version(),
                now.toEpochMilli(),
                now.toEpochMilli());
        Row row = live(edit.type(), edit.id());
        if (row == null) {
            throw new IllegalStateException("A draft that was just written is not there");
        }
        if (shortened != null) {
            keep(row, shortened);
        }
        putStep(row, new Step(0, edit.kind(), null, "", now));
        return row;
    }

    @Nullable
    Step step(Row row, int position) throws SQLException {
        try (var query = prepare(
                "select kind, json, field, at from draft_step where draft = ? and position = ?", row.no(), position)) {
            ResultSet found = query.executeQuery();
            return found.next()
                    ? new Step(
                            position,
                            Draft.Kind.valueOf(found.getString(1)),
                            found.getString(2),
                            found.getString(3),
                            Instant.ofEpochMilli(found.getLong(4)))
                    : null;
        }
    }

    void putStep(Row row, Step step) throws SQLException {
        update(
                "insert or replace into draft_step (draft, position, kind, json, field, at) values (?, ?, ?, ?, ?, ?)",
                row.no(),
                step.position(),
                step.kind().name(),
                step.json(),
                step.field(),
                step.at().toEpochMilli());
    }

    /** Keeps the literals of {@code shortened} beside {@code row} and returns the rest. */
    String keep(Row row, LongTexts.Short shortened) throws SQLException {
        for (var literal : shortened.literals().entrySet()) {
            update(
                    "insert or ignore into draft_text (draft, hash, text) values (?, ?, ?)",
                    row.no(),
                    literal.getKey(),
                    literal.getValue());
        }
        return shortened.text();
    }

    /** Forgets the oldest steps where there are too many or they are too large, and pictures that no step has. */
    void trim(Row row, int position) throws SQLException {
        update("delete from draft_step where draft = ? and position < ?", row.no(), position - MOST_STEPS);
        dropUnused(row);
        while (size(row) > MOST_CHARACTERS
                && update(
                                "delete from draft_step where draft = ? and position < ? and position ="
                                        + " (select min(position) from draft_step where draft = ?)",
                                row.no(),
                                position,
                                row.no())
                        > 0) {
            dropUnused(row);
        }
    }

    private long size(Row row) throws SQLException {
        try (var query = prepare(
                "select (select coalesce(sum(length(json)), 0) from draft_step where draft = ?)"
                        + " + (select coalesce(sum(length(text)), 0) from draft_text where draft = ?)",
                row.no(),
                row.no())) {
            ResultSet sum = query.executeQuery();
            return sum.next() ? sum.getLong(1) : 0;
        }
    }

    private void dropUnused(Row row) throws SQLException {
        Set<String> unused = new HashSet<>();
        try (var query = prepare("select hash from draft_text where draft = ?", row.no())) {
            ResultSet found = query.executeQuery();
            while (found.next()) {
                unused.add(found.getString(1));
            }
        }
        if (unused.isEmpty()) {
            return;
        }
        if (row.base() != null) {
            LongTexts.hashes(row.base()).forEach(unused::remove);
        }
        try (var query = prepare("select json from draft_step where draft = ? and json is not null", row.no())) {
            ResultSet found = query.executeQuery();
            while (found.next()) {
                LongTexts.hashes(found.getString(1)).forEach(unused::remove);
            }
        }
        for (String hash : unused) {
            update("delete from draft_text where draft = ? and hash = ?", row.no(), hash);
        }
    }

    /** The draft that {@code row} stands for; null where its place among the steps is "no draft". */
    @Nullable
    Draft draft(Row row) throws SQLException {
        Step step = step(row, row.position());
        return step == null || step.json() == null ? null : draft(row, step, step.json());
    }

    /** The draft that {@code row} stands for, at {@code step}, whose JSON is {@code json}. */
    Draft draft(Row row, Step step, String json) throws SQLException {
        String base = row.base();
        return new Draft(
                row.type(),
                row.id(),
                step.kind(),
                base == null ? null : whole(row, base),
                row.baseVersion(),
                whole(row, json),
                row.state(),
                row.note(),
                row.created(),
                row.changed());
    }

    private String whole(Row row, String shortened) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        for (String hash : LongTexts.hashes(shortened)) {
            try (var query = prepare("select text from draft_text where draft = ? and hash = ?", row.no(), hash)) {
                texts.put(hash, query.executeQuery().getString(1));
            }
        }
        return LongTexts.restore(shortened, hash -> Objects.requireNonNull(texts.get(hash)));
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
