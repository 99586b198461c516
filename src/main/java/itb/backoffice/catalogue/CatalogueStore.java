package itb.backoffice.catalogue;

import itb.backoffice.platform.Database;
import itb.backoffice.platform.Database.Schema;
import itb.backoffice.platform.Utf8Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The local copy of the chain. A resource's text is kept as received, apart from the row with what tables show of it, so
 * that a list never reads pictures. Every call may wait and belongs off the FX thread.
 */
public final class CatalogueStore implements LocalCopy {
    /** The tables. In the second version, rows lie in the order in which they came: then a page adds only to the end. */
    public static final Schema SCHEMA = new Schema("catalogue", List.of("""
            create table catalogue_body (num integer primary key, json text not null);
            create table catalogue_resource (
              type text not null, id text not null, body integer not null, version text, updated text,
              seen integer not null, title text not null, active integer not null, facts text not null,
              primary key (type, id)) without rowid;
            create table catalogue_state (
              type text primary key, run integer not null, next text, received integer not null,
              complete integer not null, since text) without rowid;
            """, """
            drop table catalogue_body;
            drop table catalogue_resource;
            delete from catalogue_state;
            create table catalogue_body (num integer primary key, json blob not null);
            create table catalogue_resource (
              num integer primary key, type text not null, id text not null, version text, updated text,
              seen integer not null, title text not null, active integer not null, facts text not null);
            create unique index catalogue_key on catalogue_resource (type, id);
            """));

    private final Database database;

    /** Keeps the copy in {@code database}, which was opened with {@link #SCHEMA}. */
    public CatalogueStore(Database database) {
        this.database = database;
    }

    /** Keeps a resource as it now is on the server, e.g. after an upload. */
    public void put(StoredResource resource) {
        putAll(List.of(resource));
    }

    /** Keeps resources in one transaction; returns how many were new or different. A newer copy is never replaced. */
    public int putAll(Collection<StoredResource> resources) {
        List<CatalogueRow> rows = resources.stream().map(CatalogueRow::of).toList();
        return database.write(connection -> write(connection, rows));
    }

    @Override
    public void put(Collection<StoredResource> resources) {
        putAll(resources);
    }

    @Override
    public void remove(String type, Collection<String> ids) {
        removeAll(type, Set.copyOf(ids));
    }

    /** Keeps pages of a download and how far it is now, in one transaction; returns how many were new or different. */
    int putPages(List<CatalogueRow> rows, TypeState state) {
        return database.write(connection -> {
            writeState(connection, state);
            return write(connection, rows);
        });
    }

    private static int write(Connection connection, List<CatalogueRow> rows) throws SQLException {
        try (CatalogueWriter writer = new CatalogueWriter(connection)) {
            int changed = 0;
            for (CatalogueRow row : rows) {
                changed += writer.put(row) ? 1 : 0;
            }
            return changed;
        }
    }

    /** Forgets a resource that is no longer on the server. */
    public void remove(String type, String id) {
        removeAll(type, Set.of(id));
    }

    /** Forgets resources of one type in one transaction. */
    public void removeAll(String type, Set<String> ids) {
        database.write(connection -> {
            try (CatalogueWriter writer = new CatalogueWriter(connection)) {
                for (String id : ids) {
                    writer.remove(type, id);
                }
            }
            return null;
        });
    }

    /** Ends a full download: what it did not meet is gone. Returns how many those were. */
    int finish(TypeState state) {
        Set<String> unseen =
                ids("select id from catalogue_resource where type = ? and seen < ?", state.type(), state.run());
        removeAll(state.type(), unseen);
        putPages(List.of(), state.whole());
        return unseen.size();
    }

    @Override
    public Optional<StoredResource> get(String type, String id) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select r.version, r.updated, b.json from catalogue_resource r join catalogue_body b on b.num = r.num"
                            + " where r.type = ? and r.id = ?")) {
                query.setString(1, type);
                query.setString(2, id);
                ResultSet row = query.executeQuery();
                return row.next()
                        ? Optional.of(new StoredResource(
                                type, id, row.getString(1), instant(row.getString(2)), Utf8Text.of(row.getBytes(3))))
                        : Optional.empty();
            }
        });
    }

    @Override
    public String version(String type, String id) {
        return column("version", type, id);
    }

    /** What the resource is called; empty where it is not here. */
    public String title(String type, String id) {
        return column("title", type, id);
    }

    private String column(String name, String type, String id) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select " + name + " from catalogue_resource where type = ? and id = ?")) {
                query.setString(1, type);
                query.setString(2, id);
                ResultSet row = query.executeQuery();
                String value = row.next() ? row.getString(1) : null;
                return value == null ? "" : value;
            }
        });
    }

    /** Makes the summaries anew where an earlier version of the program made them, which knew less. */
    public void renewSummaries() {
        database.write(connection -> {
            new SummaryRenewal(connection).run();
            return null;
        });
    }

    /** What tables show of every resource of a type, in no order that anybody should rely on. */
    public List<Summary> summaries(String type) {
        // What many have in common (a clinic's name, a role's codes) is kept once.
        Map<String, String> same = new HashMap<>();
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select id, title, active, facts from catalogue_resource where type = ?")) {
                query.setString(1, type);
                ResultSet row = query.executeQuery();
                List<Summary> all = new ArrayList<>();
                while (row.next()) {
                    all.add(new Summary(
                            type,
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3) == 1,
                            CatalogueRow.facts(row.getString(4), same)));
                }
                return List.copyOf(all);
            }
        });
    }

    /** What every resource of a type is called, by its id. */
    public Map<String, String> titles(String type) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select id, title from catalogue_resource where type = ?")) {
                query.setString(1, type);
                ResultSet row = query.executeQuery();
                Map<String, String> titles = new HashMap<>();
                while (row.next()) {
                    titles.put(row.getString(1), row.getString(2));
                }
                return titles;
            }
        });
    }

    /** How many resources of each type are known. */
    public Map<String, Integer> counts() {
        return database.read(connection -> {
            try (var query =
                    connection.prepareStatement("select type, count(*) from catalogue_resource group by type")) {
                ResultSet row = query.executeQuery();
                Map<String, Integer> counts = new TreeMap<>();
                while (row.next()) {
                    counts.put(row.getString(1), row.getInt(2));
                }
                return counts;
            }
        });
    }

    /** The {@link StoredResource#stamp} of every known resource, by {@code Type/id}. */
    public Map<String, String> stamps() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select r.type, r.id, r.version, r.updated, length(b.json)"
                    + " from catalogue_resource r join catalogue_body b on b.num = r.num")) {
                ResultSet row = query.executeQuery();
                Map<String, String> stamps = new TreeMap<>();
                while (row.next()) {
                    String version = row.getString(3);
                    stamps.put(
                            row.getString(1) + "/" + row.getString(2),
                            StoredResource.stamp(version, row.getString(4), row.getLong(5)));
                }
                return stamps;
            }
        });
    }

    /** The ids of all known resources of a type. */
    public Set<String> ids(String type) {
        return ids("select id from catalogue_resource where type = ? and seen >= ?", type, 0);
    }

    private Set<String> ids(String sql, String type, int run) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setString(1, type);
                query.setInt(2, run);
                ResultSet row = query.executeQuery();
                Set<String> ids = new HashSet<>();
                while (row.next()) {
                    ids.add(row.getString(1));
                }
                return ids;
            }
        });
    }

    /** How far the download of a type is. */
    public TypeState state(String type) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select run, next, received, complete, since from catalogue_state where type = ?")) {
                query.setString(1, type);
                ResultSet row = query.executeQuery();
                return row.next()
                        ? new TypeState(
                                type,
                                row.getInt(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getInt(4) == 1,
                                instant(row.getString(5)))
                        : TypeState.none(type);
            }
        });
    }

    private static void writeState(Connection connection, TypeState state) throws SQLException {
        try (var put =
                connection.prepareStatement("insert or replace into catalogue_state values (?, ?, ?, ?, ?, ?)")) {
            put.setString(1, state.type());
            put.setInt(2, state.run());
            put.setString(3, state.next());
            put.setInt(4, state.received());
            put.setInt(5, state.complete() ? 1 : 0);
            put.setString(6, state.since() == null ? null : state.since().toString());
            put.executeUpdate();
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
