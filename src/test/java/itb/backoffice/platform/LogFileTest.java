package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder = Path.of(".");

    private final LoggerContext logging = new LoggerContext();
    private @Nullable String before;

    @BeforeEach
    void moveTheDataFolder() {
        logging.setMDCAdapter(new LogbackMDCAdapter());
        before = System.setProperty("itb.home", folder.toString());
    }

    @AfterEach
    void putItBack() {
        logging.stop();
        if (before == null) {
            System.clearProperty("itb.home");
        } else {
            System.setProperty("itb.home", before);
        }
    }

    @Test
    void errorsGoToTheFileAndNothingToTheConsole() throws IOException {
        PrintStream out = System.out;
        var console = new ByteArrayOutputStream();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            new LogFile().configure(logging);
            logging.getLogger("itb.backoffice.test").error("ITB-1 broke");
            logging.getLogger("ca.uhn.fhir.parser").warn("a person’s name");
        } finally {
            System.setOut(out);
        }
        String log = Files.readString(LogFile.of(new AppFolders(folder)));
        assertTrue(log.contains("ITB-1 broke"), log);
        assertFalse(log.contains("a person’s name"), log);
        assertEquals("", console.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anUnwritableFolderIsNoReasonToPrintOrToStop() throws IOException {
        Files.writeString(folder.resolve("logs"), "a file where the folder should be");
        PrintStream out = System.out;
        var console = new ByteArrayOutputStream();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            new LogFile().configure(logging);
            logging.getLogger("itb.backoffice.test").error("lost");
        } finally {
            System.setOut(out);
        }
        assertEquals("", console.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theFilesStaySmall() throws IOException {
        new LogFile().configure(logging);
        String line = "x".repeat(100_000);
        for (int i = 0; i < 100; i++) {
            logging.getLogger("itb.backoffice.test").error(line);
        }
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            // Ten were written. The size is looked at once a millisecond, in which some more lines fit.
            assertTrue(bytes > 1_000_000 && bytes < 8_000_000, bytes + " bytes of log");
        }
    }
}
