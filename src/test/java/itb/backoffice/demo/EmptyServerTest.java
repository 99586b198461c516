package itb.backoffice.demo;

import itb.backoffice.platform.ErrorReporter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The ground of tests that talk to a server which has nothing yet; none of them may make it stumble. */
public abstract class EmptyServerTest {
    @TempDir
    Path folder;

    protected DemoServer server;
    protected DemoClient client;

    private final List<Throwable> unforeseen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        ErrorReporter errors = new ErrorReporter();
        errors.onReport(report -> unforeseen.add(report.error()));
        server = DemoServer.start(folder, 0, 0, errors);
        client = new DemoClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
        Assertions.assertEquals(List.of(), unforeseen);
    }
}
