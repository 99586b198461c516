package itb.backoffice.integration;

import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** Undo against the server of the demo chain. */
class UndoDemoTest extends UndoWay {
    @TempDir
    static Path demoFolder;

    private DemoServer server;

    @Override
    URI serve() throws Exception {
        server = DemoServer.start(demoFolder, 0, 0, new ErrorReporter());
        return server.baseUrl();
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
