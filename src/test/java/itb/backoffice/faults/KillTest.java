package itb.backoffice.faults;

import itb.backoffice.benchmark.DemoProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program at work with the demo server, which is a process of its own. */
class KillTest extends KillWay {
    @TempDir
    Path chain;

    private Process demo;

    @Override
    URI serve() throws Exception {
        demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoProcess.class.getName(),
                        "1",
                        chain.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = demo.inputReader(StandardCharsets.UTF_8).readLine();
        return URI.create("http://127.0.0.1:" + port.strip() + "/fhir");
    }

    @AfterEach
    void stop() throws InterruptedException {
        demo.destroy();
        demo.waitFor();
    }
}
