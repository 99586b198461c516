package itb.backoffice.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes many resources inside one transaction, with each statement prepared once. */
final class CatalogueWriter implements AutoCloseable {
    private final PreparedStatement find;
    private final PreparedStatement see;
    private final PreparedStatement insertBody;
    private final PreparedStatement updateBody;
    private final PreparedStatement deleteBody;
    private final PreparedStatement put;
    private final PreparedStatement delete;
    private long lastBody;

    CatalogueWriter(Connection connection) throws SQLException {
        find = connection.prepareStatement(
                "select body, version, updated from catalogue_resource where type = ? and id = ?");
        see = connection.prepareStatement(
                "update catalogue_resource set seen = coalesce((select run from catalogue_state where type = ?1), 0)"
                        + " where type = ?1 and id = ?2");
        insertBody = connection.prepareStatement("insert into catalogue_body values (?, ?)");
        updateBody = connection.prepareStatement("update catalogue_body set json = ? where num = ?");
        deleteBody = connection.prepareStatement("delete from catalogue_body where num = ?");
        put = connection.prepareStatement("insert or replace into catalogue_resource values (?1, ?2, ?3, ?4, ?5,"
                + " coalesce((select run from catalogue_state where type = ?1), 0), ?6, ?7, ?8)");
        delete = connection.prepareStatement("delete from catalogue_resource where type = ? and id = ?");
        try (var query = connection.prepareStatement("select coalesce(max(num), 0) from catalogue_body")) {
            ResultSet row = query.executeQuery();
            lastBody = row.next() ? row.getLong(1) : 0;
        }
    }

    /** Writes a row; false where the same, or a newer, version is there already. */
    boolean put(CatalogueRow row) throws SQLException {
        StoredResource resource = row.resource();
        find.setString(1, resource.type());
        find.setString(2, resource.id());
        long body;
        try (ResultSet known = find.executeQuery()) {
            boolean there = known.next();
            if (there && sameOrOlder(resource, known.getString(2), known.getString(3))) {
                see.setString(1, resource.type());
                see.setString(2, resource.id());
                see.executeUpdate();
                return false;
            }
            body = there ? known.getLong(1) : 0;
        }
        if (body == 0) {
            body = ++lastBody;
            insertBody.setLong(1, body);
            insertBody.setString(2, resource.json());
            insertBody.executeUpdate();
        } else {
            updateBody.setString(1, resource.json());
            updateBody.setLong(2, body);
            updateBody.executeUpdate();
        }
        put.setString(1, resource.type());
        put.setString(2, resource.id());
        put.setLong(3, body);
        put.setString(4, resource.version());
        put.setString(
                5,
                resource.lastUpdated() == null ? null : resource.lastUpdated().toString());
        put.setString(6, row.title());
        put.setInt(7, row.active() ? 1 : 0);
        put.setString(8, row.facts());
        put.executeUpdate();
        return true;
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
        return order < 0 || (order == 0 && version != null && Objects.equals(version, resource.version()));
    }

    void remove(String type, String id) throws SQLException {
        find.setString(1, type);
        find.setString(2, id);
        try (ResultSet known = find.executeQuery()) {
            if (!known.next()) {
                return;
            }
            deleteBody.setLong(1, known.getLong(1));
        }
        deleteBody.executeUpdate();
        delete.setString(1, type);
        delete.setString(2, id);
        delete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement :
                new PreparedStatement[] {find, see, insertBody, updateBody, deleteBody, put, delete}) {
            statement.close();
        }
    }
}
