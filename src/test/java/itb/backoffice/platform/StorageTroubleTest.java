package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import itb.backoffice.platform.Database.DatabaseFailure;
import itb.backoffice.platform.Database.Durability;
import itb.backoffice.platform.Database.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTroubleTest {
    private static final Schema WORDS = new Schema("words", List.of("create table words (word text);"));

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsTold() {
        try (Database database = open("work.db")) {
            database.write(connection -> connection.createStatement().execute("pragma max_page_count = 8"));
            DatabaseFailure failure = assertThrows(DatabaseFailure.class, () -> fill(database));
            assertEquals(Optional.of(StorageTrouble.FULL), StorageTrouble.of(failure));
            database.write(connection -> connection.createStatement().execute("pragma max_page_count = 1000"));
            fill(database);
        }
    }

    @Test
    void aFileThatMayOnlyBeReadIsTold() {
        try (Database database = open("work.db")) {
            database.read(connection -> connection.createStatement().execute("pragma query_only = on"));
            DatabaseFailure failure = assertThrows(
                    DatabaseFailure.class,
                    () -> database.read(
                            connection -> connection.createStatement().execute("insert into words values ('a')")));
            assertEquals(Optional.of(StorageTrouble.READ_ONLY), StorageTrouble.of(failure));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsTold() throws Exception {
        Files.writeString(folder.resolve("work.db"), "This is a letter, not a database. ".repeat(500));
        DatabaseFailure failure = assertThrows(DatabaseFailure.class, () -> open("work.db"));
        assertEquals(Optional.of(StorageTrouble.DAMAGED), StorageTrouble.of(failure));
    }

    @Test
    void whatTheSystemSaysOfFilesIsUnderstood() {
        assertEquals(
                Optional.of(StorageTrouble.FULL),
                StorageTrouble.of(new UncheckedIOException(new IOException("No space left on device"))));
        assertEquals(
                Optional.of(StorageTrouble.READ_ONLY),
                StorageTrouble.of(new FileSystemException("/data", null, "Read-only file system")));
        assertEquals(Optional.of(StorageTrouble.READ_ONLY), StorageTrouble.of(new AccessDeniedException("/data/file")));
        assertEquals(Optional.empty(), StorageTrouble.of(new IllegalStateException("Something else")));
    }

    private Database open(String name) {
        return Database.open(folder.resolve(name), List.of(WORDS), Durability.POWER_LOSS);
    }

    private static void fill(Database database) {
        for (int i = 0; i < 100; i++) {
            database.write(connection ->
                    connection.createStatement().execute("insert into words values ('" + "x".repeat(2000) + "')"));
        }
    }
}
