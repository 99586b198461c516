package itb.backoffice.upload;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
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
            """, """
            create table journal_look (number integer primary key, type text not null, id text not null,
                began integer not null, look text not null);
            create index journal_look_resource on journal_look (type, id);
            create index journal_upload on journal (upload);
            alter table journal add column version text;
            insert into journal_look select number, type, id, started,
                replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
                    replace(lower(title || ' ' || who),
                    'å', 'a'), 'ä', 'a'), 'ö', 'o'), 'ø', 'o'), 'æ', 'a'), 'Å', 'a'), 'Ä', 'a'), 'Ö', 'o'), 'Ø', 'o'),
                    'Æ', 'a'), 'ü', 'u'), 'Ü', 'u'), 'é', 'e'), 'É', 'e')
                from journal;
            """, """
            alter table journal add column place text not null default '';
            """));

    /** Which lines are, or may be, on the server. */
    static final String THERE = "outcome in ('ACCEPTED', 'SENDING')";

    private static final String COLUMNS =
            "number, upload, type, id, kind, title, who, server, started, ended, outcome, note, version, place";

    private final Database database;
    private final InstantSource clock;

    JournalStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an entry will say of {@code draft}. */
    static Journal.Line line(Journal.Signature signature, Draft draft, String title) {
        LongTexts.Short before = shorten(draft.baseJson(), Map.of());
        LongTexts.Short after = shorten(
                draft.kind() == Draft.Kind.DELETE ? null : draft.json(), before == null ? Map.of() : before.literals());
        String place = place(draft);
        String look = JournalSearch.text(List.of(title, called(draft), signature.who(), JournalEntry.named(place)));
        return new Journal.Line(
                signature, draft, new Journal.Line.Words(title, place, look), new Journal.Line.Texts(before, after));
    }

    long begin(Journal.Line line) {
        Journal.Signature signature = line.signature();
        Draft draft = line.draft();
        return database.write(connection -> {
            long number = insert(
                    connection,
                    "insert into journal (upload, type, id, kind, title, before, after, who, server, started, outcome,"
                            + " version, place) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENDING', ?, ?) returning number",
                    signature.upload(),
                    draft.type(),
                    draft.id(),
                    draft.kind().name(),
                    line.words().title(),
                    keep(connection, line.texts().before()),
                    keep(connection, line.texts().after()),
                    signature.who(),
                    signature.server(),
                    clock.millis(),
                    draft.kind() == Draft.Kind.DELETE ? draft.baseVersion() : null,
                    line.words().place());
            insert(
                    connection,
                    "insert into journal_look (number, type, id, began, look) values (?, ?, ?, ?, ?) returning number",
                    number,
                    draft.type(),
                    draft.id(),
                    clock.millis(),
                    line.words().look());
            return number;
        });
    }

    /** What it was called before: who looks for a thing may know its old name. */
    private static String called(Draft draft) {
        String before = draft.baseJson();
        return before == null
                ? ""
                : Summaries.of(draft.type(), draft.id(), before).title();
    }

    /** A person may have several roles: their clinics tell them apart. */
    private static String place(Draft draft) {
        if (!draft.type().equals("PractitionerRole")) {
            return "";
        }
        Summary role = Summaries.of(draft.type(), draft.id(), draft.json());
        String clinic = role.fact(Summaries.CLINIC_ID);
        return ((clinic.isEmpty() ? "" : JournalEntry.CLINIC + clinic) + " " + role.fact(Summaries.CLINIC)).strip();
    }

    private static long insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            bind(insert, values);
            ResultSet number = insert.executeQuery();
            number.next();
            return number.getLong(1);
        }
    }

    void accepted(long number, String id, @Nullable String version, LongTexts.@Nullable Short after) {
        database.write(connection -> {
            String kept = keep(connection, after);
            update(
                    connection,
                    "update journal set outcome = 'ACCEPTED', id = ?, version = coalesce(?, version),"
                            + " after = coalesce(?, after), ended = ? where number = ?",
                    id,
                    version,
                    kept,
                    clock.millis(),
                    number);
            return update(connection, "update journal_look set id = ? where number = ? and id <> ?", id, number, id);
        });
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        }
    }

    void ended(long number, JournalEntry.End end, @Nullable String note) {
        database.write(connection -> update(
                connection,
                "update journal set outcome = ?, note = ?, ended = ? where number = ?",
                end.name(),
                note,
                clock.millis(),
                number));
    }

    /** The entries that fulfil a condition, without their texts. */
    List<JournalEntry> entries(String where, Object... values) {
        return database.read(connection -> {
            List<JournalEntry> found = new ArrayList<>();
            try (var query = connection.prepareStatement("select " + COLUMNS + " from journal where " + where)) {
                bind(query, values);
                ResultSet row = query.executeQuery();
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        });
    }

    Journal.Size size(String upload) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select count(*), count(case when " + THERE + " then 1 end) from journal where upload = ?")) {
                query.setString(1, upload);
                ResultSet row = query.executeQuery();
                return new Journal.Size(row.getInt(1), row.getInt(2));
            }
        });
    }

    JournalTexts texts(long number) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select before, after from journal where number = ?")) {
                query.setLong(1, number);
                ResultSet row = query.executeQuery();
                row.next();
                return new JournalTexts(restore(connection, row.getString(1)), restore(connection, row.getString(2)));
            }
        });
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        long ended = row.getLong(10);
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new JournalEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Draft.Kind.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                end,
                JournalEntry.End.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14));
    }

    private static LongTexts.@Nullable Short shorten(@Nullable String json, Map<String, String> known) {
        return json == null ? null : LongTexts.shorten(json, known);
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
