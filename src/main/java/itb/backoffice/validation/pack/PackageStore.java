package itb.backoffice.validation.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The packages that the user has imported. One that was removed can be brought back until it is forgotten. */
public final class PackageStore {
    /** The file in the user's data folder. */
    public static final String FILE = "packages.db";

    /** The tables that this store needs. */
    public static final Database.Schema SCHEMA = new Database.Schema("package", List.of("""
            create table package (key integer primary key, name text not null, version text not null, title text not null,
                canonical text not null, dependencies text not null, source text not null, added text not null,
                profiles integer not null, removed integer not null default 0, unique (name, version));
            create table package_definition (package integer not null references package (key) on delete cascade,
                head text not null, size integer not null, deflated blob not null);
            create index package_definition_package on package_definition (package);
            """));

    private final Database database;

    /** Packages in {@code database}, which was opened with {@link #SCHEMA}. */
    public PackageStore(Database database) {
        this.database = database;
    }

    /** Every package, by name and version. */
    public List<InstalledPackage> all() {
        return database.read(connection -> {
            List<InstalledPackage> all = new ArrayList<>();
            try (var query = connection.prepareStatement("select name, version, title, canonical, dependencies, source,"
                            + " added, profiles from package where removed = 0 order by name, version");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(installed(rows));
                }
            }
            return all;
        });
    }

    /** The package with this name and version, if it is there. */
    public Optional<InstalledPackage> find(PackageId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Takes a package off the list; it can come back by {@link #restore} until {@link #forget}. */
    public void remove(PackageId id) {
        mark(id, true);
    }

    /** Takes a removal back. */
    public void restore(PackageId id) {
        mark(id, false);
    }

    /** Deletes what is left of a removed package; one that came back meanwhile stays. */
    public void forget(PackageId id) {
        run("delete from package where name = ? and version = ? and removed = 1", id);
    }

    /** Deletes what is left of every removed package. */
    public void forgetRemoved() {
        database.write(connection -> {
            try (var delete = connection.prepareStatement("delete from package where removed = 1")) {
                return delete.executeUpdate();
            }
        });
    }

    /** Keeps packages, each with where it came from, all or none; each in place of one with the same name and version. */
    void put(Map<PackageContent, String> contents, Instant now) {
        database.write(connection -> {
            for (var one : contents.entrySet()) {
                delete(connection, one.getKey().id());
                put(connection, one.getKey(), one.getValue(), now);
            }
            return true;
        });
    }

    /** What a package holds; empty where it is not there. */
    Optional<PackageContent> content(PackageId id) {
        Optional<InstalledPackage> found = find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        InstalledPackage installed = found.get();
        PackageManifest manifest =
                new PackageManifest(id, installed.title(), installed.canonical(), installed.dependencies());
        return Optional.of(new PackageContent(manifest, definitions(id)));
    }

    /** The version of each structure that a package defines, by url. */
    Map<String, String> structures(PackageId id) {
        return database.read(connection -> {
            Map<String, String> versions = new TreeMap<>();
            try (var query = connection.prepareStatement("select head from package_definition d"
                    + " join package p on d.package = p.key where p.name = ? and p.version = ?")) {
                name(query, id);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    Map<String, String> head = head(rows.getString(1));
                    if (head.getOrDefault("resourceType", "").equals("StructureDefinition")) {
                        versions.put(head.getOrDefault("url", ""), head.getOrDefault("version", ""));
                    }
                }
            }
            return versions;
        });
    }

    private List<PackedDefinition> definitions(PackageId id) {
        return database.read(connection -> {
            List<PackedDefinition> definitions = new ArrayList<>();
            try (var query = connection.prepareStatement("select head, deflated, size from package_definition d"
                    + " join package p on d.package = p.key where p.name = ? and p.version = ?")) {
                name(query, id);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    definitions.add(new PackedDefinition(head(rows.getString(1)), rows.getBytes(2), rows.getInt(3)));
                }
            }
            return definitions;
        });
    }

    private void mark(PackageId id, boolean removed) {
        run("update package set removed = " + (removed ? 1 : 0) + " where name = ? and version = ?", id);
    }

    private void run(String sql, PackageId id) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                name(statement, id);
                statement.executeUpdate();
            }
            return true;
        });
    }

    private static void delete(Connection connection, PackageId id) throws SQLException {
        try (var delete = connection.prepareStatement("delete from package where name = ? and version = ?")) {
            name(delete, id);
            delete.executeUpdate();
        }
    }

    private static void name(PreparedStatement statement, PackageId id) throws SQLException {
        statement.setString(1, id.name());
        statement.setString(2, id.version());
    }

    private static void put(Connection connection, PackageContent content, String from, Instant now)
            throws SQLException {
        long key;
        try (var put = connection.prepareStatement(
                "insert into package (name, version, title, canonical, dependencies, source, added, profiles)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) returning key")) {
            name(put, content.id());
            put.setString(3, content.manifest().title());
            put.setString(4, content.manifest().canonical());
            put.setString(5, joined(content.manifest().dependencies()));
            put.setString(6, from);
            put.setString(7, now.toString());
            put.setInt(8, content.profiles());
            ResultSet row = put.executeQuery();
            row.next();
            key = row.getLong(1);
        }
        try (var put = connection.prepareStatement("insert into package_definition values (?, ?, ?, ?)")) {
            for (PackedDefinition definition : content.definitions()) {
                put.setLong(1, key);
                put.setString(2, head(definition.head()));
                put.setInt(3, definition.size());
                put.setBytes(4, definition.deflated());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static InstalledPackage installed(ResultSet row) throws SQLException {
        return new InstalledPackage(
                new PackageId(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                split(row.getString(5)),
                row.getString(6),
                Instant.parse(row.getString(7)),
                row.getInt(8));
    }

    private static String joined(List<PackageId> ids) {
        return String.join(" ", ids.stream().map(PackageId::toString).toList());
    }

    private static List<PackageId> split(String ids) {
        List<PackageId> all = new ArrayList<>();
        for (String one : ids.split(" ", -1)) {
            PackageId.parse(one).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static String head(Map<String, String> head) {
        ObjectNode json = Json.object();
        head.forEach(json::put);
        return Json.write(json);
    }

    private static Map<String, String> head(String text) {
        Map<String, String> head = new TreeMap<>();
        Json.object(text)
                .properties()
                .forEach(one -> head.put(one.getKey(), one.getValue().asText()));
        return head;
    }
}
