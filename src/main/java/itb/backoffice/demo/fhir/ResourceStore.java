package itb.backoffice.demo.fhir;

import itb.backoffice.platform.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Queue<Turn<?>> waiting = new ConcurrentLinkedQueue<>();

    /** Over a database that has {@link #SCHEMA}. */
    public ResourceStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads; nothing may be written. */
    <T extends @Nullable Object> T read(Function<OpenStore, T> work) {
        return database.read(connection -> work.apply(new OpenStore(connection, clock)));
    }

    /**
     * All or nothing. Takes the file's write lock before anything is read, so that no other process comes between. Those who
     * wait for their turn are written together: the disk takes as long for many as for one.
     */
    public <T extends @Nullable Object> T write(Function<OpenStore, T> work) {
        Turn<T> mine = new Turn<>(work);
        waiting.add(mine);
        synchronized (waiting) {
            if (!mine.over) {
                List<Turn<?>> turns = new ArrayList<>();
                for (Turn<?> next = waiting.poll(); next != null; next = waiting.poll()) {
                    turns.add(next);
                }
                try {
                    database.write(connection -> all(connection, turns));
                } catch (RuntimeException e) {
                    turns.forEach(turn -> turn.failed = e);
                    throw e;
                } finally {
                    turns.forEach(turn -> turn.over = true);
                }
            }
        }
        return mine.result();
    }

    private int all(Connection connection, List<Turn<?>> turns) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.executeUpdate("delete from body where seq is null");
        }
        for (Turn<?> turn : turns) {
            Savepoint before = connection.setSavepoint();
            try {
                turn.run(new OpenStore(connection, clock));
            } catch (RuntimeException e) {
                turn.failed = e;
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
        }
        return turns.size();
    }

    /** One write that waits for its turn, or has had it. */
    private static final class Turn<T extends @Nullable Object> {
        private final Function<OpenStore, T> work;
        private @Nullable T done;
        private @Nullable RuntimeException failed;
        private boolean over;

        Turn(Function<OpenStore, T> work) {
            this.work = work;
        }

        void run(OpenStore store) {
            done = work.apply(store);
        }

        @SuppressWarnings("NullAway") // T says whether null is a result.
        T result() {
            if (failed != null) {
                throw failed;
            }
            return done;
        }
    }
}
