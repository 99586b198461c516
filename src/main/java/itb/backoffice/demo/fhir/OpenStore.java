package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@link ResourceStore} within one transaction. */
public final class OpenStore {
    /** The file could not be read or written. */
    static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreFailure(SQLException cause) {
            super("The demo chain's file could not be used", cause);
        }
    }

    private interface Sql<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final Clock clock;

    OpenStore(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    private <T extends @Nullable Object> T sql(Sql<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    /** The page of a search. */
    ListStore.Found search(SearchQuery query) {
        return sql(open -> new ListStore(open).search(query));
    }

    /** The page of a history, newest first: of one resource, or of a whole type where {@code id} is null. */
    ListStore.Found history(String type, @Nullable String id, @Nullable Instant since, Page page) {
        return sql(open -> new ListStore(open).history(type, id, since, page));
    }

    /** Whether nothing was ever stored. */
    public boolean empty() {
        return sql(open -> {
            try (var query = open.prepareStatement("select 1 from version limit 1")) {
                return !query.executeQuery().next();
            }
        });
    }

    /** Forgets everything; links to pages of earlier searches end here. */
    public void clear() {
        sql(open -> {
            try (var statement = open.createStatement()) {
                statement.executeUpdate("delete from search_value");
                statement.executeUpdate("delete from body");
                return statement.executeUpdate("delete from version");
            }
        });
    }

    /** The newest version, which may be a deletion; null where the id was never used. */
    @Nullable
    StoredVersion current(String type, String id) {
        return sql(open -> one(open, "v.type = ? and v.id = ? order by v.number desc limit 1", type, id));
    }

    /** The same without its text, for those who only want to know which it is. */
    @Nullable
    StoredVersion head(String type, String id) {
        String sql = "select seq, type, id, number, updated, method, null from version"
                + " where type = ? and id = ? order by number desc limit 1";
        return sql(open -> {
            try (var query = open.prepareStatement(sql)) {
                query.setString(1, type);
                query.setString(2, id);
                ResultSet row = query.executeQuery();
                return row.next() ? ListStore.version(row) : null;
            }
        });
    }

    /** One version by its number. */
    @Nullable
    StoredVersion version(String type, String id, String number) {
        return sql(open -> one(open, "v.type = ? and v.id = ? and cast(v.number as text) = ?", type, id, number));
    }

    /** Stores the next version of {@code type/id}; {@code resource} gets id, version and time filled in. */
    public void put(String type, String id, ObjectNode resource) {
        put(type, id, resource, "PUT");
    }

    StoredVersion put(String type, String id, ObjectNode resource, String method) {
        return sql(open -> {
            StoredVersion next = next(open, type, id, method);
            ObjectNode stamped = next.stamped(resource);
            String json = Json.write(stamped);
            try (var insert = open.prepareStatement("insert into body (seq, json) values (?, ?)")) {
                insert.setLong(1, next.seq());
                insert.setString(2, json);
                insert.executeUpdate();
            }
            insertValues(open, next, SearchValue.of(ResourceType.named(type), stamped));
            return next.withJson(json);
        });
    }

    /** Stores a deletion as the next version. */
    StoredVersion delete(String type, String id) {
        return sql(open -> next(open, type, id, "DELETE"));
    }

    private static @Nullable StoredVersion one(Connection open, String where, String... args) throws SQLException {
        String sql = "select " + ListStore.COLUMNS + " from version v left join body b on b.seq = v.seq where " + where;
        try (var query = open.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                query.setString(i + 1, args[i]);
            }
            ResultSet row = query.executeQuery();
            return row.next() ? ListStore.version(row) : null;
        }
    }

    private static void insertValues(Connection open, StoredVersion version, Iterable<SearchValue> values)
            throws SQLException {
        List<String> row = new ArrayList<>();
        List<SearchValue> all = new ArrayList<>();
        for (SearchValue value : values) {
            row.add("(?, ?, ?, ?)");
            all.add(value);
        }
        if (all.isEmpty()) {
            return;
        }
        // One statement for all of them: a statement for each would take most of the time of a large chain.
        try (var insert = open.prepareStatement("insert into search_value values " + String.join(", ", row))) {
            int at = 1;
            for (SearchValue value : all) {
                insert.setLong(at++, version.seq());
                insert.setString(at++, value.name());
                insert.setString(at++, value.qualifier());
                insert.setString(at++, value.value());
            }
            insert.executeUpdate();
        }
    }

    private StoredVersion next(Connection open, String type, String id, String method) throws SQLException {
        StoredVersion before = head(type, id);
        long number = before == null ? 1 : before.number() + 1;
        // Never earlier than what is there already, so that asking for "changed since" misses nothing.
        Instant updated = Instant.ofEpochMilli(Math.max(clock.millis(), latest(open)));
        long seq;
        String sql = "insert into version (type, id, number, updated, method) values (?, ?, ?, ?, ?) returning seq";
        try (var insert = open.prepareStatement(sql)) {
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
            try (var replace = open.prepareStatement("update version set replaced = ? where seq = ?")) {
                replace.setLong(1, seq);
                replace.setLong(2, before.seq());
                replace.executeUpdate();
            }
        }
        return new StoredVersion(seq, type, id, number, updated, method, "");
    }

    private static long latest(Connection open) throws SQLException {
        try (PreparedStatement query = open.prepareStatement("select updated from version order by seq desc limit 1")) {
            ResultSet row = query.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
