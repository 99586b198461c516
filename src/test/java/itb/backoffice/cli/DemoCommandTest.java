package itb.backoffice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.demo.DemoClient;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as others run it: in a process of its own. */
class DemoCommandTest {
    @TempDir
    Path folder;

    private Process run(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Ditb.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "itb.backoffice.App",
                "demo"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }

    @Test
    void itPrintsItsBaseUrlAloneAnswersThereAndStopsWhenTold() throws Exception {
        Process process = run("--clinics", "1");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String base = out.readLine();
            assertTrue(base.matches("http://127\\.0\\.0\\.1:\\d+/fhir"), base);
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(base + "/HealthcareService"))
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("\"total\":1,"));

            // The handle, because destroying the process itself would close the streams that are still to be read.
            process.toHandle().destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(null, out.readLine());
            assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aFirstStartThatIsKilledLeavesNothingHalf() throws Exception {
        Process process = run("--clinics", "100", "--data", folder.toString());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Path log = folder.resolve("demo-100.db-wal");
            while (!(Files.exists(log) && Files.size(log) > 2_000_000)) {
                assertTrue(process.isAlive());
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
            assertEquals(null, out.readLine(), "it was killed too late to tell anything");
        }
        try (DemoServer server = DemoServer.start(folder, 0, 100, new ErrorReporter())) {
            DemoClient client = new DemoClient(server);
            assertEquals(
                    917,
                    client.get("PractitionerRole?_summary=count")
                            .json()
                            .path("total")
                            .asInt());
            assertEquals(
                    917,
                    client.get("PractitionerRole/_history?_count=0")
                            .json()
                            .path("total")
                            .asInt());
        }
    }

    @Test
    void whatCannotBeDoneIsOneSentenceAndExitCodeTwo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (String[] wrong : List.of(
                    new String[] {"--port", Integer.toString(taken.getLocalPort())},
                    new String[] {"--port", "many"},
                    new String[] {"--port", "65536"},
                    new String[] {"--clinics", "-3"},
                    new String[] {"--data", "/dev/null/nowhere"})) {
                Process process = run(wrong);
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(Cli.COULD_NOT_RUN, process.waitFor(), said);
                assertEquals("", out);
                assertEquals(1, said.lines().count(), said);
                assertTrue(said.strip().endsWith(".") && said.contains(wrong[1]), said);
            }
        }
    }
}
