package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.LongTexts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Journal}; pictures are kept once however many entries have them. */
final class JournalStore {
    static final Database.Schema SCHEMA = new Database.Schema("journal", List.of("""
            create table journal (number integer primary key autoincrement, upload text not null, type text not null,
                id text not null, kind text not null, title text not null, before text, after text,
                who text not null, server text not null, started integer not null, ended integer,
                outcome text not null, note text);
            create index journal_resource on journal (type, id);
            create table journal_text (hash text primary key, text text not null);
            """));

    private static final String COLUMNS =
            "number, upload, type, id, kind, title, before, after, who, server, started, ended, outcome, note";

    private final Database database;
    private final InstantSource clock;

    JournalStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    long begin(Journal.Signature signature, Draft draft, String title) {
        LongTexts.Short before = shorten(draft.baseJson());
        LongTexts.Short after = shorten(draft.kind() == Draft.Kind.DELETE ? null : draft.json());
        return database.write(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into journal (upload, type, id, kind, title, before, after, who, server, started, outcome)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENDING') returning number")) {
                bind(
                        insert,
                        signature.upload(),
                        draft.type(),
                        draft.id(),
                        draft.kind().name(),
                        title,
                        keep(connection, before),
                        keep(connection, after),
                        signature.who(),
                        signature.server(),
                        clock.millis());
                ResultSet number = insert.executeQuery();
                number.next();
                return number.getLong(1);
            }
        });
    }

    void accepted(long number, String id, @Nullable String after) {
        LongTexts.Short text = shorten(after);
        database.write(connection -> {
            try (var update = connection.prepareStatement(
                    "update journal set outcome = 'ACCEPTED', id = ?, after = coalesce(?, after), ended = ?"
                            + " where number = ?")) {
                bind(update, id, keep(connection, text), clock.millis(), number);
                return update.executeUpdate();
            }
        });
    }

    void ended(long number, JournalEntry.End end, @Nullable String note) {
        database.write(connection -> {
            try (var update = connection.prepareStatement(
                    "update journal set outcome = ?, note = ?, ended = ? where number = ?")) {
                bind(update, end.name(), note, clock.millis(), number);
                return update.executeUpdate();
            }
        });
    }

    Optional<JournalEntry> open(String type, String id) {
        return entries("outcome = 'SENDING' and type = ? and id = ? order by number desc limit 1", type, id).stream()
                .findFirst();
    }

    List<JournalEntry> find(Journal.Search search, int most) {
        String words = search.words() == null ? "" : search.words();
        return entries(
                "started >= ? and started < ? and (? = '' or instr(lower(title), lower(?)) > 0"
                        + " or instr(lower(who), lower(?)) > 0 or type || '/' || id = ?) order by number desc limit ?",
                search.from() == null ? Long.MIN_VALUE : search.from().toEpochMilli(),
                search.until() == null ? Long.MAX_VALUE : search.until().toEpochMilli(),
                words,
                words,
                words,
                words,
                most);
    }

    List<JournalEntry> of(String type, String id) {
        return entries("type = ? and id = ? order by number desc", type, id);
    }

    private List<JournalEntry> entries(String where, Object... values) {
        return database.read(connection -> {
            List<JournalEntry> found = new ArrayList<>();
            try (var query = connection.prepareStatement("select " + COLUMNS + " from journal where " + where)) {
                bind(query, values);
                ResultSet row = query.executeQuery();
                while (row.next()) {
                    found.add(entry(connection, row));
                }
            }
            return found;
        });
    }

    private static JournalEntry entry(Connection connection, ResultSet row) throws SQLException {
        long ended = row.getLong(12);
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new JournalEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Draft.Kind.valueOf(row.getString(5)),
                row.getString(6),
                restore(connection, row.getString(7)),
                restore(connection, row.getString(8)),
                row.getString(9),
                row.getString(10),
                Instant.ofEpochMilli(row.getLong(11)),
                end,
                JournalEntry.End.valueOf(row.getString(13)),
                row.getString(14));
    }

    private static LongTexts.@Nullable Short shorten(@Nullable String json) {
        return json == null ? null : LongTexts.shorten(json);
    }

    private static @Nullable String keep(Connection connection, LongTexts.@Nullable Short shortened)
            throws SQLException {
        if (shortened == null) {
            return null;
        }
        for (var literal : shortened.literals().entrySet()) {
            try (var insert = connection.prepareStatement("insert or ignore into journal_text values (?, ?)")) {
                bind(insert, literal.getKey(), literal.getValue());
                insert.executeUpdate();
            }
        }
        return shortened.text();
    }

    private static @Nullable String restore(Connection connection, @Nullable String shortened) throws SQLException {
        if (shortened == null) {
            return null;
        }
        Map<String, String> literals = new HashMap<>();
        for (String hash : LongTexts.hashes(shortened)) {
            try (var query = connection.prepareStatement("select text from journal_text where hash = ?")) {
                query.setString(1, hash);
                ResultSet row = query.executeQuery();
                literals.put(hash, row.getString(1));
            }
        }
        return LongTexts.restore(shortened, hash -> Objects.requireNonNull(literals.get(hash)));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
