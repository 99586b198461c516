package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every resource. A version is never changed: it only learns which change replaced it, so that any
 * earlier state can still be listed.
 */
public final class ResourceStore {
    /** The tables that the database must have. */
    public static final Database.Schema SCHEMA = new Database.Schema("fhir", List.of("""
            create table version (
                seq integer primary key autoincrement,
                type text not null,
                id text not null,
                number integer not null,
                updated integer not null,
                method text not null,
                replaced integer not null default 9223372036854775807,
                unique (type, id, number));
            create table body (seq integer primary key references version, json text not null);
            create table search_value (
                seq integer not null references version,
                name text not null,
                qualifier text not null,
                value text not null);
            create index search_value_by_value on search_value (name, value, seq);
            create index search_value_by_version on search_value (seq);
            """));

    static final String COLUMNS = "v.seq, v.type, v.id, v.number, v.updated, v.method, b.json";
    static final String NEVER = Long.toString(Long.MAX_VALUE);

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Database database;
    private final Clock clock;

    /** Over a database that has {@link #SCHEMA}. */
    public ResourceStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    <T extends @Nullable Object> T read(Database.Sql<T> sql) {
        return database.read(sql);
    }

    /** All or nothing. Takes the file's write lock before anything is read, so that no other process comes between. */
    public <T extends @Nullable Object> T write(Database.Sql<T> sql) {
        return database.write(connection -> {
            try (var lock = connection.createStatement()) {
                lock.executeUpdate("delete from body where seq is null");
            }
            return sql.run(connection);
        });
    }

    /** Whether nothing was ever stored. */
    public boolean empty(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from version limit 1")) {
            return !query.executeQuery().next();
        }
    }

    /** Forgets everything; links to pages of earlier searches end here. */
    public void clear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from search_value");
            statement.executeUpdate("delete from body");
            statement.executeUpdate("delete from version");
        }
    }

    /** The newest version, which may be a deletion; null where the id was never used. */
    @Nullable
    StoredVersion current(Connection connection, String type, String id) throws SQLException {
        String sql = "select " + COLUMNS + " from version v left join body b on b.seq = v.seq"
                + " where v.type = ? and v.id = ? order by v.number desc limit 1";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, type);
            query.setString(2, id);
            ResultSet row = query.executeQuery();
            return row.next() ? version(row) : null;
        }
    }

    /** One version by its number. */
    @Nullable
    StoredVersion version(Connection connection, String type, String id, String number) throws SQLException {
        String sql = "select " + COLUMNS + " from version v left join body b on b.seq = v.seq"
                + " where v.type = ? and v.id = ? and cast(v.number as text) = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, type);
            query.setString(2, id);
            query.setString(3, number);
            ResultSet row = query.executeQuery();
            return row.next() ? version(row) : null;
        }
    }

    /** Stores the next version of {@code type/id}; {@code resource} gets id, version and time filled in. */
    public StoredVersion put(Connection connection, String type, String id, ObjectNode resource, String method)
            throws SQLException {
        StoredVersion next = next(connection, type, id, method);
        ObjectNode stamped = stamped(resource, next);
        String json = Json.write(stamped);
        try (var insert = connection.prepareStatement("insert into body (seq, json) values (?, ?)")) {
            insert.setLong(1, next.seq());
            insert.setString(2, json);
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement("insert into search_value values (?, ?, ?, ?)")) {
            for (SearchValue value : SearchValue.of(ResourceType.named(type), stamped)) {
                insert.setLong(1, next.seq());
                insert.setString(2, value.name());
                insert.setString(3, value.qualifier());
                insert.setString(4, value.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return new StoredVersion(next.seq(), type, id, next.number(), next.updated(), method, json);
    }

    /** Stores a deletion as the next version. */
    StoredVersion delete(Connection connection, String type, String id) throws SQLException {
        return next(connection, type, id, "DELETE");
    }

    private StoredVersion next(Connection connection, String type, String id, String method) throws SQLException {
        StoredVersion before = current(connection, type, id);
        long number = before == null ? 1 : before.number() + 1;
        // Never earlier than what is there already, so that asking for "changed since" misses nothing.
        Instant updated = Instant.ofEpochMilli(Math.max(clock.millis(), latest(connection)));
        long seq;
        String sql = "insert into version (type, id, number, updated, method) values (?, ?, ?, ?, ?) returning seq";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, type);
            insert.setString(2, id);
            insert.setLong(3, number);
            insert.setLong(4, updated.toEpochMilli());
            insert.setString(5, method);
            ResultSet row = insert.executeQuery();
            row.next();
            seq = row.getLong(1);
        }
        if (before != null) {
            try (var replace = connection.prepareStatement("update version set replaced = ? where seq = ?")) {
                replace.setLong(1, seq);
                replace.setLong(2, before.seq());
                replace.executeUpdate();
            }
        }
        return new StoredVersion(seq, type, id, number, updated, method, "");
    }

    private static long latest(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select updated from version order by seq desc limit 1")) {
            ResultSet row = query.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Fills in what the server decides, and leaves everything else as and where it is. */
    private static ObjectNode stamped(ObjectNode resource, StoredVersion version) {
        ObjectNode meta = resource.get("meta") instanceof ObjectNode given ? given : Json.object();
        meta.put("versionId", Long.toString(version.number())).put("lastUpdated", instant(version.updated()));
        ObjectNode stamped = resource;
        if (!resource.has("id") || !resource.has("meta")) {
            stamped = Json.object();
            for (String first : List.of("resourceType", "id", "meta")) {
                stamped.set(first, resource.get(first));
            }
            for (var member : resource.properties()) {
                JsonNode value = member.getValue();
                stamped.set(member.getKey(), value);
            }
        }
        stamped.put("id", version.id());
        stamped.set("meta", meta);
        return stamped;
    }

    /** The time in FHIR's words, always with milliseconds. */
    static String instant(Instant time) {
        return INSTANT.format(time);
    }

    /** Reads a row of {@link #COLUMNS}. */
    static StoredVersion version(ResultSet row) throws SQLException {
        String json = row.getString(7);
        return new StoredVersion(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6),
                json == null ? "" : json);
    }
}
