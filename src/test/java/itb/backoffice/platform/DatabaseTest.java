package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import itb.backoffice.platform.Database.Durability;
import itb.backoffice.platform.Database.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Schema WORDS = new Schema("words", List.of("create table words (word text);"));

    @TempDir
    Path folder;

    @Test
    void aCopyThatCanBeFetchedAgainLiesInLargePages() {
        try (Database copy = Database.open(folder.resolve("copy.db"), List.of(WORDS), Durability.KILL)) {
            // The download's pace rests on it, and SQLite drops the wish silently where it comes too late.
            assertEquals("65536", pragma(copy, "page_size"));
            assertEquals("4096", pragma(copy, "wal_autocheckpoint"));
        }
    }

    @Test
    void everyFileWritesAheadSoThatReadingNeverWaits() {
        for (Durability durability : Durability.values()) {
            Path file = folder.resolve(durability + ".db");
            try (Database database = Database.open(file, List.of(WORDS), durability)) {
                assertEquals("wal", pragma(database, "journal_mode"));
                database.write(connection -> {
                    connection.createStatement().execute("insert into words values ('half')");
                    int elsewhere =
                            CompletableFuture.supplyAsync(() -> count(database)).join();
                    assertEquals(0, elsewhere, "others must not see a write that is under way");
                    assertEquals(1, count(database), "what belongs to the write must");
                    return true;
                });
                assertEquals(1, count(database));
            }
        }
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() {
        try (Database database = Database.open(folder.resolve("work.db"), List.of(WORDS))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.write(connection -> {
                        connection.createStatement().execute("insert into words values ('half')");
                        throw new IllegalStateException("on the way");
                    }));
            assertEquals(0, count(database));
        }
    }

    private static int count(Database database) {
        return Integer.parseInt(one(database, "select count(*) from words"));
    }

    private static String pragma(Database database, String name) {
        return one(database, "pragma " + name);
    }

    private static String one(Database database, String sql) {
        return database.read(connection -> first(connection, sql));
    }

    private static String first(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
