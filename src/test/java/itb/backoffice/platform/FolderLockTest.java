package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void aSecondProgramDoesNotGetTheFolderUntilTheFirstHasEnded() throws Exception {
        Process first = holder();
        assertEquals("held", first.inputReader().readLine());
        assertTrue(FolderLock.take(folder).isEmpty(), "another program works here");
        first.destroyForcibly();
        assertTrue(first.waitFor(20, TimeUnit.SECONDS));
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertTrue(FolderLock.take(folder).isEmpty(), "nor twice in one program");
        }
        FolderLock.take(folder).orElseThrow().close();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        assertThrows(UncheckedIOException.class, () -> FolderLock.take(file.resolve("inside")));
    }

    private Process holder() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Another program that takes the folder and stays. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            Optional<FolderLock> lock = FolderLock.take(Path.of(args[0]));
            System.out.println(lock.isPresent() ? "held" : "taken");
            System.in.read();
        }
    }
}
