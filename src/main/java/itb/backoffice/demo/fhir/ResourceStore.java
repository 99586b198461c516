package itb.backoffice.demo.fhir;

import itb.backoffice.platform.Database;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
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

    private final Database database;
    private final Clock clock;

    /** Over a database that has {@link #SCHEMA}. */
    public ResourceStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads; nothing may be written. */
    <T extends @Nullable Object> T read(Function<OpenStore, T> work) {
        return database.read(connection -> work.apply(new OpenStore(connection, clock)));
    }

    /** All or nothing. Takes the file's write lock before anything is read, so that no other process comes between. */
    public <T extends @Nullable Object> T write(Function<OpenStore, T> work) {
        return database.write(connection -> {
            try (var lock = connection.createStatement()) {
                lock.executeUpdate("delete from body where seq is null");
            }
            return work.apply(new OpenStore(connection, clock));
        });
    }
}
