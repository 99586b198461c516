package itb.backoffice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is really full, and one that really may only be read: a small one in memory, which a process of its own
 * mounts where nobody else sees it. Where the system does not let anybody do that, there is nothing to try.
 */
class DiskFaultsTest {
    private static final int CLINICS = 24;

    @TempDir
    static Path demoFolder;

    private static DemoServer demo;

    @TempDir
    Path disk;

    @BeforeAll
    static void serve() throws Exception {
        assumeTrue(mountsAllowed(), "Nobody may mount anything here");
        demo = DemoServer.start(demoFolder, 0, CLINICS, new ErrorReporter());
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    private static List<String> apart() {
        // Who is not root is root in a namespace of their own.
        boolean root = "root".equals(System.getProperty("user.name"));
        return List.of("unshare", root ? "-m" : "-rm", "sh", "-c");
    }

    private static boolean mountsAllowed() {
        List<String> command = new ArrayList<>(apart());
        command.add("mount -t tmpfs -o size=64k tmpfs /tmp");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> work(String what) throws Exception {
        List<String> command = new ArrayList<>(apart());
        command.addAll(List.of(
                "mount -t tmpfs -o size=96m tmpfs \"$0\" && exec \"$@\"",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                DiskWork.class.getName(),
                what,
                disk.toString(),
                demo.baseUrl().toString()));
        Path errors = Files.createTempFile("disk", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        String wrong = Files.readString(errors);
        Files.delete(errors);
        assertEquals(0, process.exitValue(), () -> said + wrong);
        return said.lines().toList();
    }

    @Test
    void aDownloadOnAFullDiskSaysSoAndGoesOnWhenThereIsRoom() throws Exception {
        assertEquals(List.of("FULL", "Complete 220"), work("download"));
    }

    @Test
    void onAFullDiskNothingIsSentThatCannotBeWrittenDownAndNoSavedEditIsLost() throws Exception {
        assertEquals(List.of("Complete 220", "FULL", "FULL", "kept", "Accepted", "there"), work("upload"));
    }

    @Test
    void aProgramThatStartsOnAFullDiskSaysSo() throws Exception {
        assertEquals(List.of("FULL", "FULL", "FULL", "Complete 220"), work("start"));
    }

    @Test
    void aFolderThatMayOnlyBeReadIsSaidAndTheDraftInItIsSafe() throws Exception {
        assertEquals(List.of("Complete 220", "READ_ONLY", "1 draft", "Accepted"), work("read-only"));
    }

    @Test
    void aFolderForVersionControlThatCannotBeWrittenIsNotApplied() throws Exception {
        List<String> said = work("folder");
        assertEquals(
                List.of("pull 0", "apply 2", "plan 3", "apply 0", "plan 0"),
                said.stream()
                        .filter(line -> line.matches("(pull|plan|apply) \\d"))
                        .toList(),
                said::toString);
    }
}
