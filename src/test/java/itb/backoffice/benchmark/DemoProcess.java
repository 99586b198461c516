package itb.backoffice.benchmark;

import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import java.nio.file.Path;

/**
 * The demo server in its own process: {@code DemoProcess CLINICS [FOLDER]}. The chain is kept, under {@code target/} where
 * nobody says otherwise, for the next time. It prints its port when it is ready, and ends when its input does.
 */
public final class DemoProcess {
    private DemoProcess() {}

    public static void main(String... args) throws Exception {
        Path folder = args.length > 1 ? Path.of(args[1]) : Path.of("target", "benchmark-demo");
        try (DemoServer server = DemoServer.start(folder, 0, Integer.parseInt(args[0]), new ErrorReporter())) {
            System.out.println(server.baseUrl().getPort());
            while (System.in.read() >= 0) {
                // Lives as long as the process that started it.
            }
        }
        System.exit(0);
    }
}
