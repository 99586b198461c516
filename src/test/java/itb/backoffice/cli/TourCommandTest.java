package itb.backoffice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tour as somebody without a display sees it: in a process of its own, without any screen. */
class TourCommandTest {
    @TempDir
    Path home;

    @TempDir
    Path temporary;

    private record Ran(int exit, List<String> out, String err) {
        boolean says(String text) {
            return String.join(" ", out).replaceAll("\\s+", " ").contains(text);
        }
    }

    private Ran run(String language, Path temporaryFolder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=" + language,
                "-Ditb.home=" + home,
                "-Djava.io.tmpdir=" + temporaryFolder,
                "-Dorg.sqlite.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                "itb.backoffice.App",
                "tour"));
        command.addAll(List.of(arguments));
        Path errors = home.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), out.lines().toList(), Files.readString(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "nb"})
    void itWalksTheWholeWayInTheUsersLanguageAndLeavesNothingBehind(String language) throws Exception {
        Messages texts = Messages.of(Locale.of(language));
        Ran ran = run(language, temporary, "--clinics", "2");

        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
        for (String step : List.of("serve", "download", "pick", "edit", "mistake", "plan", "upload", "conflict")) {
            assertTrue(ran.says(". " + texts.get("cli.tour.step." + step)), step);
        }
        assertTrue(ran.says(texts.get("cli.tour.type.HealthcareService") + " 2 "));
        assertTrue(ran.says(texts.get("upload.obstacle.errors", 1)));
        assertTrue(ran.says(texts.get("cli.tour.noneNew", 1)));
        assertTrue(ran.says("→"));
        assertTrue(ran.says(texts.get("cli.tour.version") + " 1 → 2"));
        assertTrue(ran.says(texts.get("cli.tour.onlyThat")));
        assertTrue(ran.says(texts.get("upload.outcome.conflict.next")));
        assertTrue(ran.says(texts.get("cli.tour.untouched")));
        ran.out().forEach(line -> assertTrue(line.length() <= 100, line));

        assertFalse(Files.exists(home.resolve("connections")), "the user's own drafts lie there");
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.getFileName().toString().startsWith("itb-backoffice-tour-"))
                            .toList());
        }
    }

    @Test
    void withoutAPlaceForItsFilesItSaysSoInOneSentence() throws Exception {
        Ran ran = run("en", Path.of("/proc"));
        assertEquals(Cli.COULD_NOT_RUN, ran.exit());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("/proc"), ran.err());
    }

    @Test
    void aChainWithoutRolesIsNoReasonForAStackTrace() throws Exception {
        Ran ran = run("en", temporary, "--clinics", "0");
        assertEquals(Cli.COULD_NOT_RUN, ran.exit());
        assertEquals("The tour ended early. The chain has no role without faults.\n", ran.err());
    }
}
