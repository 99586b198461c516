package itb.backoffice.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file. Writes are transactions, one at a time, and on disk when {@link #write} returns; reads run beside
 * them. Every {@code *Store} says with a {@link Schema} which tables it needs.
 */
public final class Database implements AutoCloseable {
    /**
     * The tables of one store.
     *
     * @param name the store's name, kept in the file
     * @param steps the statements of each version; a step that has once been shipped is never changed, only followed
     *     by another. A step may hold several statements, each ended by a semicolon at a line's end.
     */
    public record Schema(String name, List<String> steps) {}

    /** What a write must survive. */
    public enum Durability {
        /** Also the loss of power, right after the write: for what exists nowhere else. */
        POWER_LOSS,
        /**
         * The end of the program at any instant. The last writes before a loss of power may be missing; the file stays
         * sound. For copies of what can be fetched again: many times faster.
         */
        KILL
    }

    /** SQL to run on an open connection. */
    @FunctionalInterface
    public interface Sql<T extends @Nullable Object> {
        /** Runs on {@code connection}, which stays the database's. */
        T run(Connection connection) throws SQLException;
    }

    /** The file could not be opened, read or written; the message says which, for the details. */
    public static final class DatabaseFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseFailure(String message, SQLException cause) {
            super(message, cause);
        }
    }

    /** SQLite's own page size. */
    private static final int PAGE = 4 * 1024;
    /**
     * How long the log of what must survive a loss of power may grow, in bytes: every write is safe as soon as it is there,
     * and a page that many writes change is worked into the file once.
     */
    private static final long LONG_LOG = 16L * 1024 * 1024;

    private static final int LARGE_PAGE = 64 * 1024;
    /** How long the log may grow before it is worked into the file, in bytes. */
    private static final long LONGEST_LOG = 256L * 1024 * 1024;
    /** What is kept of the log's file after that, in bytes. */
    private static final long LARGEST_LOG = 64L * 1024 * 1024;

    private final Connection reader;
    private final Connection writer;
    private final ReentrantLock readLock = new ReentrantLock();
    private final ReentrantLock writeLock = new ReentrantLock();

    private Database(Connection reader, Connection writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** As {@link #open(Path, List, Durability)}, with writes that survive a loss of power. */
    public static Database open(Path file, List<Schema> schemas) {
        return open(file, schemas, Durability.POWER_LOSS);
    }

    /** Opens {@code file}, making it and its folder where missing, and brings its tables up to date. */
    public static Database open(Path file, List<Schema> schemas, Durability durability) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Connection writer = connect(file, durability);
            Database database = new Database(connect(file, durability), writer);
            for (Schema schema : schemas) {
                database.migrate(schema);
            }
            return database;
        } catch (SQLException e) {
            throw new DatabaseFailure("The database file " + file.getFileName() + " could not be opened", e);
        }
    }

    private static Connection connect(Path file, Durability durability) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        switch (durability) {
            case POWER_LOSS -> {
                config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
                config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Long.toString(LONG_LOG / PAGE));
                config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(LONG_LOG));
            }
            case KILL -> {
                config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
                // Large pages and a long log suit many rows of some kilobytes written at once.
                config.setPageSize(LARGE_PAGE);
                config.setCacheSize(-16 * 1024);
                config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Long.toString(LONGEST_LOG / LARGE_PAGE));
                config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(LARGEST_LOG));
            }
        }
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        String path = file.toAbsolutePath().toString();
        Connection connection = new KeptStatements("jdbc:sqlite:" + path, path, config.toProperties());
        try (var statement = connection.createStatement()) {
            // Not by the configuration, which would set it before the page size: then the page size has no effect.
            statement.execute("pragma journal_mode = wal");
        }
        return connection;
    }

    private void migrate(Schema schema) {
        write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create table if not exists schema_part (name text primary key, version integer)");
            }
            int version;
            try (var query = connection.prepareStatement("select version from schema_part where name = ?")) {
                query.setString(1, schema.name());
                var row = query.executeQuery();
                version = row.next() ? row.getInt(1) : 0;
            }
            for (String step : schema.steps()
                    .subList(
                            Math.min(version, schema.steps().size()),
                            schema.steps().size())) {
                for (String sql : step.split(";\\s*\\R|;\\s*$")) {
                    if (!sql.isBlank()) {
                        try (var statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    }
                }
            }
            if (version < schema.steps().size()) {
                try (var put = connection.prepareStatement("insert or replace into schema_part values (?, ?)")) {
                    put.setString(1, schema.name());
                    put.setInt(2, schema.steps().size());
                    put.executeUpdate();
                }
            }
            return null;
        });
    }

    /** Runs a query. It sees every finished write and none that is under way, except within a write: that one's own. */
    public <T extends @Nullable Object> T read(Sql<T> sql) {
        if (writeLock.isHeldByCurrentThread()) {
            return within(sql);
        }
        readLock.lock();
        try {
            return sql.run(reader);
        } catch (SQLException e) {
            throw new DatabaseFailure("The database file could not be read", e);
        } finally {
            readLock.unlock();
        }
    }

    /**
     * Runs {@code sql} as one transaction: all of it is on disk when this returns, or none of it. Writes within it belong
     * to it, so that several stores of one file can change together.
     */
    public <T extends @Nullable Object> T write(Sql<T> sql) {
        if (writeLock.isHeldByCurrentThread()) {
            return within(sql);
        }
        writeLock.lock();
        try {
            writer.setAutoCommit(false);
            try {
                T result = sql.run(writer);
                writer.commit();
                writer.setAutoCommit(true);
                return result;
            } catch (Throwable e) {
                undo(e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("The database file could not be written", e);
        } finally {
            writeLock.unlock();
        }
    }

    private <T extends @Nullable Object> T within(Sql<T> sql) {
        try {
            return sql.run(writer);
        } catch (SQLException e) {
            throw new DatabaseFailure("The database file could not be used", e);
        }
    }

    /** A full disk has undone the transaction already, and refuses to do it twice: what went wrong first is what counts. */
    private void undo(Throwable wrong) {
        try {
            writer.rollback();
        } catch (SQLException undone) {
            wrong.addSuppressed(undone);
        }
        try {
            writer.setAutoCommit(true);
        } catch (SQLException undone) {
            wrong.addSuppressed(undone);
        }
    }

    @Override
    public void close() {
        writeLock.lock();
        readLock.lock();
        try (reader;
                writer) {
            // Closing is all there is to do; both locks make sure that nothing is under way.
        } catch (SQLException e) {
            throw new DatabaseFailure("The database file could not be closed", e);
        } finally {
            readLock.unlock();
            writeLock.unlock();
        }
    }
}
