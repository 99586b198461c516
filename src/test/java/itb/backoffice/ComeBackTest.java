package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Connection;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.shell.chain.Line;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What is still there after the window was closed, and without the server. */
class ComeBackTest extends WindowTest {
    @Test
    void draftsAndTheirStepsOutliveTheWindow() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String text = DemoHttp.presentation(role);
        openRole(role);
        append("description", " One.");
        waitForDraft();
        clickField("active");
        waitUntil("both fields are changed", () -> there("active-revert") && there("description-revert"));
        close();

        interact(this::open);
        waitForChain();
        assertTrue(there("review-all"), "the draft is there before anything is opened");
        openRole(role);
        assertEquals(text + " One.", words("description"));
        waitForDraft();
        clickField("description");
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("the last step is taken back", () -> !there("active-revert"));
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("the first one too", () -> words("description").equals(text));
        waitUntil("nothing differs any more", () -> saved().equals("As on the server"));
        close();

        interact(this::open);
        waitForChain();
        openRole(role);
        clickField("description");
        push(KeyCode.CONTROL, KeyCode.Y);
        waitUntil(
                "what was taken back is done again", () -> words("description").equals(text + " One."));
        push(KeyCode.CONTROL, KeyCode.Y);
        waitUntil("all of it", () -> there("active-revert"));
    }

    @Test
    void withoutTheServerTheWholeChainIsThereAndCanBeEdited() throws DemoServer.PortTaken {
        ObjectNode role;
        int all;
        try (DemoServer other = DemoServer.start(folder.resolve("other"), 0, CLINICS, new ErrorReporter())) {
            Connection connection = new Connection(
                    "nordtand", "Nordtand", other.baseUrl(), Connection.Environment.TEST, Connection.SignIn.NONE);
            wiring.connections.save(connection, null);
            wiring.keep(wiring.settings().withConnectionId(connection.id()));
            close();
            interact(this::open);
            waitUntil("the other chain is open", () -> words("connection").equals("Nordtand"));
            waitUntil("nothing was downloaded yet", () -> words("online").startsWith("○ Not downloaded"));
            waitFor("roles-fetch");
            clickOn("#page-clinics");
            waitFor("clinics-fetch");
            clickOn("#clinics-fetch");
            waitUntil(
                    "it is fetched",
                    () -> !there("clinics-fetch") && words("online").startsWith("●"));
            clickOn("#page-roles");
            waitForChain();
            DemoHttp http = new DemoHttp(other.baseUrl().toString());
            all = http.roles().size();
            role = http.usualRole();
            close();
        }
        interact(this::open);
        waitUntil("it says that this is the local copy", () -> words("online").startsWith("○ Offline, last fetched"));
        assertEquals(all, roles().getItems().size());
        openRole(role);
        append("description", " Offline.");
        waitForDraft();
        review();
        assertTrue(said().stream().anyMatch(text -> text.contains("Offline.")), "even the review works offline");
    }

    @Test
    void whatIsTypedWhileAnotherServerIsChosenIsKept() throws DemoServer.PortTaken {
        waitForChain();
        ObjectNode role = server().usualRole();
        openRole(role);
        try (DemoServer other = DemoServer.start(folder.resolve("other"), 0, CLINICS, new ErrorReporter())) {
            wiring.connections.save(
                    new Connection(
                            "nordtand",
                            "Nordtand",
                            other.baseUrl(),
                            Connection.Environment.TEST,
                            Connection.SignIn.NONE),
                    null);
            Connection nordtand = wiring.connections.find("nordtand").orElseThrow();
            Connection demo = wiring.firstConnection();
            clickField("description");
            push(KeyCode.CONTROL, KeyCode.END).write(" Just now.");
            interact(() -> {
                app.connect(nordtand);
                assertTrue(lookup("#description").tryQuery().isEmpty(), "nothing can be typed any more");
            });
            waitUntil("the other chain is open", () -> there("roles-search"));
            interact(() -> app.connect(demo));
            waitForChain();
        }
        openRole(role);
        assertEquals(DemoHttp.presentation(role) + " Just now.", words("description"));
    }

    /** The server that is opened sooner must not come up under the name of the one that was chosen last. */
    @Test
    void ofSeveralServersChosenInHasteTheLastOneIsOnTheScreen() throws DemoServer.PortTaken {
        waitForChain();
        Connection demo = wiring.firstConnection();
        try (DemoServer other = DemoServer.start(folder.resolve("other"), 0, CLINICS, new ErrorReporter())) {
            Connection empty = new Connection(
                    "nordtand", "Nordtand", other.baseUrl(), Connection.Environment.TEST, Connection.SignIn.NONE);
            wiring.connections.save(empty, null);
            for (int i = 0; i < 5; i++) {
                interact(() -> {
                    app.connect(empty);
                    app.connect(demo);
                    app.refresh();
                    app.connect(empty);
                });
                waitUntil("the empty one is open", () -> there("roles-search"));
                assertEquals("Nordtand", words("connection"));
                WaitForAsyncUtils.waitForFxEvents();
                assertEquals(0, roles().getItems().size(), "nothing of the demo chain");
                assertTrue(words("online").startsWith("○ Not downloaded"), words("online"));
                assertFalse(lookup("#refresh").query().isDisabled(), "and it can be fetched");
                assertEquals("", words("status-word"), "nor is said what was fetched from another");
                interact(() -> app.connect(demo));
                waitForChain();
            }
        }
    }

    /** Hours are written when their field is left; choosing another server leaves it. */
    @Test
    void whatIsWrittenOnLeavingItsFieldIsKeptWhenAnotherServerIsChosen() throws DemoServer.PortTaken {
        waitForChain();
        clickOn("#page-clinics");
        TableView<Line> clinics = lookup("#clinics").queryTableView();
        waitUntil("the clinics are there", () -> !clinics.getItems().isEmpty());
        String reference = clinics.getItems().getFirst().reference();
        clickRow(line -> line.reference().equals(reference));
        waitFor("tab-hours");
        clickOn("#tab-hours");
        waitFor("hours-to-0");
        interact(() -> {
            TextField closing = lookup("#hours-to-0").query();
            closing.requestFocus();
            closing.setText("18:15");
        });
        Connection demo = wiring.firstConnection();
        try (DemoServer other = DemoServer.start(folder.resolve("other"), 0, CLINICS, new ErrorReporter())) {
            Connection nordtand = new Connection(
                    "nordtand", "Nordtand", other.baseUrl(), Connection.Environment.TEST, Connection.SignIn.NONE);
            wiring.connections.save(nordtand, null);
            interact(() -> app.connect(nordtand));
            waitUntil("the other chain is open", () -> there("roles-search"));
            interact(() -> app.connect(demo));
            waitForChain();
        }
        waitUntil("the edit is a draft", () -> words("review-all").contains("1"));
        clickOn("#page-clinics");
        clickRow(line -> line.reference().equals(reference));
        waitFor("tab-hours");
        clickOn("#tab-hours");
        waitUntil("it is as it was typed", () -> words("hours-to-0").equals("18:15"));
    }
}
