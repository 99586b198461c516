package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import org.junit.jupiter.api.Test;

/** From one server to another: what is shown is always what the top of the window names. */
class SwitchWayTest extends WindowTest {
    private static final int TIMES = 6;

    @Test
    void whoeverChangesTheirMindGetsTheServerChosenLast() throws DemoServer.PortTaken {
        waitForChain();
        int all = roles().getItems().size();
        try (DemoServer other = DemoServer.start(folder.resolve("other"), 0, 0, new ErrorReporter())) {
            DemoHttp http = new DemoHttp(other.baseUrl().toString());
            FirstGeneration.chain().forEach(http::create);
            Connection demo = wiring.connections.all().getFirst();
            Connection old = new Connection("old", "Fjordtann", other.baseUrl(), Environment.TEST, SignIn.NONE);
            wiring.connections.save(old, null);
            interact(() -> app.connect(old));
            waitFor("roles-fetch");
            clickOn("#roles-fetch");
            waitUntil("the other chain is fetched", () -> roles().getItems().size() == 1);
            for (int i = 0; i < TIMES; i++) {
                Connection last = i % 2 == 0 ? demo : old;
                interact(() -> {
                    app.connect(demo);
                    app.connect(old);
                    app.connect(last);
                });
                int expected = last == demo ? all : 1;
                waitUntil(
                        "the last one is shown",
                        () -> words("connection").equals(last.name())
                                && there("roles")
                                && words("online").startsWith("●")
                                && roles().getItems().size() == expected);
            }
            assertEquals("Fjordtann", words("connection"));
            close();
        }
    }
}
