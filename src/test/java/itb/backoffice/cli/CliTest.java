package itb.backoffice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every command has in common. */
class CliTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(0, Cli.run("--version"));
        assertTrue(said().matches("ITB Backoffice \\S+\\R"), said());
    }

    @Test
    void helpNamesEveryCommand() {
        assertEquals(0, Cli.run("--help"));
        for (String command : List.of("demo", "packages", "tour", "validate")) {
            assertTrue(said().lines().anyMatch(line -> line.matches(" +" + command + " .+")), said());
        }
        assertTrue(said().contains("the window opens"), said());
    }

    @Test
    void everyCommandHasHelpOfItsOwn() {
        for (String command : List.of("demo", "packages", "tour", "validate")) {
            out.reset();
            assertEquals(0, Cli.run(command, "--help"));
            assertTrue(said().startsWith("Usage: itb-backoffice " + command), said());
        }
    }

    @Test
    void aCommandThatDoesNotExistIsOneSentenceAndExitCodeTwo() {
        assertEquals(Cli.COULD_NOT_RUN, Cli.run("tuor"));
        assertEquals("", said());
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("tuor"));
    }
}
