package itb.backoffice.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes many resources inside one transaction: each statement is prepared once, and a new resource costs two. */
final class CatalogueWriter implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<String, Integer> runs = new HashMap<>();
    private long lastBody;

    CatalogueWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.lastBody = number("select coalesce(max(num), 0) from catalogue_resource");
    }

    /** Writes a row; false where the same, or a newer, version is there already. */
    boolean put(CatalogueRow row) throws SQLException {
        StoredResource resource = row.resource();
        int run = run(resource.type());
        if (insert(
                "insert into catalogue_resource (type, id, num, version, updated, seen, title, active, facts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                row,
                lastBody + 1,
                run)) {
            lastBody++;
            PreparedStatement body = statement("insert into catalogue_body values (?, ?)");
            body.setLong(1, lastBody);
            body.setBytes(2, resource.text().bytes());
            body.executeUpdate();
            return true;
        }
        PreparedStatement find =
                statement("select num, version, updated from catalogue_resource where type = ? and id = ?");
        find.setString(1, resource.type());
        find.setString(2, resource.id());
        long body;
        boolean known;
        try (ResultSet there = find.executeQuery()) {
            there.next();
            body = there.getLong(1);
            known = sameOrOlder(resource, there.getString(2), there.getString(3));
        }
        if (known) {
            PreparedStatement see = statement("update catalogue_resource set seen = ? where type = ? and id = ?");
            see.setInt(1, run);
            see.setString(2, resource.type());
            see.setString(3, resource.id());
            see.executeUpdate();
            return false;
        }
        PreparedStatement text = statement("update catalogue_body set json = ? where num = ?");
        text.setBytes(1, resource.text().bytes());
        text.setLong(2, body);
        text.executeUpdate();
        insert(
                "insert or replace into catalogue_resource (type, id, num, version, updated, seen, title, active, facts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
                body,
                run);
        return true;
    }

    private boolean insert(String sql, CatalogueRow row, long body, int run) throws SQLException {
        StoredResource resource = row.resource();
        PreparedStatement put = statement(sql);
        put.setString(1, resource.type());
        put.setString(2, resource.id());
        put.setLong(3, body);
        put.setString(4, resource.version());
        put.setString(
                5,
                resource.lastUpdated() == null ? null : resource.lastUpdated().toString());
        put.setInt(6, run);
        put.setString(7, row.title());
        put.setInt(8, row.active() ? 1 : 0);
        put.setString(9, row.facts());
        return put.executeUpdate() == 1;
    }

    /**
     * A page may have been on its way while an upload stored something newer. A version alone proves nothing (some
     * servers call every version 1), so the time must be known too.
     */
    private static boolean sameOrOlder(StoredResource resource, @Nullable String version, @Nullable String updated) {
        if (updated == null || resource.lastUpdated() == null) {
            return false;
        }
        int order = resource.lastUpdated().compareTo(Instant.parse(updated));
        return order < 0 || (order == 0 && version != null && version.equals(resource.version()));
    }

    void remove(String type, String id) throws SQLException {
        PreparedStatement body = statement("delete from catalogue_body where num ="
                + " (select num from catalogue_resource where type = ? and id = ?)");
        body.setString(1, type);
        body.setString(2, id);
        body.executeUpdate();
        PreparedStatement row = statement("delete from catalogue_resource where type = ? and id = ?");
        row.setString(1, type);
        row.setString(2, id);
        row.executeUpdate();
    }

    /** The full download that is under way, or was the last: what it has met is marked with its number. */
    private int run(String type) throws SQLException {
        Integer known = runs.get(type);
        if (known == null) {
            PreparedStatement query = statement("select coalesce(max(run), 0) from catalogue_state where type = ?");
            query.setString(1, type);
            try (ResultSet row = query.executeQuery()) {
                known = row.next() ? row.getInt(1) : 0;
            }
            runs.put(type, known);
        }
        return known;
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = statement(sql).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement prepared = statements.get(sql);
        if (prepared == null) {
            prepared = connection.prepareStatement(sql);
            statements.put(sql, prepared);
        }
        return prepared;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
