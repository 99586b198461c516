package itb.backoffice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.chain.Line;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in its real window, with a small demo chain of its own, worked with mouse and keys. */
abstract class WindowTest extends ApplicationTest {
    /** Few enough to be made fast, many enough for two clinics in different countries. */
    static final int CLINICS = 3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST_WAIT_SECONDS = 60;

    @TempDir
    Path folder;

    final List<ErrorReporter.Report> errors = new CopyOnWriteArrayList<>();
    /** How long this test's own questions have kept the FX thread busy. */
    final AtomicLong ownNanos = new AtomicLong();

    Wiring wiring;
    WindowApp app;
    Stage stage;

    @Override
    public void start(Stage first) {
        Platform.setImplicitExit(false);
        open();
    }

    /** What the user had chosen before; the language is fixed so that texts can be compared. */
    Settings settings() {
        return Settings.DEFAULT.withLanguage("en").withTheme(Settings.Theme.LIGHT);
    }

    /** Starts the program on this test's folder. */
    final void open() {
        wiring = new Wiring(new AppFolders(folder), Platform::runLater, CLINICS);
        if (wiring.settings().equals(Settings.DEFAULT)) {
            wiring.keep(settings());
        }
        wiring.errors.onReport(errors::add);
        stage = new Stage();
        app = new WindowApp(wiring);
        app.show(stage);
    }

    /** Closes the window, as its cross does. */
    final void close() {
        interact(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void closeAndFindNoErrors() {
        if (stage.isShowing()) {
            close();
        }
        Assertions.assertEquals(List.of(), errors);
    }

    /** Waits until the chain was fetched from the demo server, and is in the table. */
    final void waitForChain() {
        waitUntil(
                "the chain is fetched",
                () -> words("online").startsWith("●") && !roles().getItems().isEmpty());
    }

    final DemoHttp server() {
        return new DemoHttp(wiring.demo.baseUrl());
    }

    final void waitUntil(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    LONGEST_WAIT_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> holds(condition)).get());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "Waited in vain until " + what + "; the keyboard is in "
                            + stage.getScene().getFocusOwner() + "; errors: " + errors + "; on the screen: " + said(),
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** What is asked about may not be on the screen yet. */
    private boolean holds(Callable<Boolean> condition) throws Exception {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            return condition.call();
        } catch (EmptyNodeQueryException notThereYet) {
            return false;
        } finally {
            ownNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - begun);
        }
    }

    final TableView<Line> roles() {
        return lookup("#roles").queryTableView();
    }

    /** Narrows the table to one role by what is typed, and clicks it; waits for its form. */
    final void openRole(ObjectNode role) {
        String name = role.path("practitioner").path("display").asText();
        search(name);
        String id = role.path("id").asText();
        clickRow(line -> line.id().equals(id));
        waitUntil(
                "the form shows " + name,
                () -> there("practitioner") && words("editor-title").equals(name));
    }

    final void search(String typed) {
        clickOn("#roles-search").push(KeyCode.CONTROL, KeyCode.A).eraseText(1).write(typed);
        waitUntil("the table has been searched", () -> words("roles-search").equals(typed));
    }

    final void clickRow(Predicate<Line> wanted) {
        waitUntil("the row is in sight", () -> row(wanted) != null);
        clickOn(row(wanted));
    }

    private Node row(Predicate<Line> wanted) {
        return lookup(".table-row-cell").queryAll().stream()
                .filter(node ->
                        node instanceof TableRow<?> row && row.getItem() instanceof Line line && wanted.test(line))
                .map(node -> node.lookup(".table-cell"))
                .findFirst()
                .orElse(null);
    }

    /** Scrolls the form until {@code id} can be clicked, and clicks it. */
    final void clickField(String id) {
        // Columns of the table may have the same id.
        Node field = lookup(".form-view #" + id).query();
        interact(() -> reveal(field));
        WaitForAsyncUtils.waitForFxEvents(2);
        clickOn(field);
    }

    private static void reveal(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getStyleClass().contains("form-view")) {
                Node content = scroll.getContent();
                Bounds inside = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double hidden = content.getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
                double middle = inside.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
                scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(middle / hidden, 0, 1));
            }
        }
    }

    /** Writes at the end of a text in the form. */
    final void append(String id, String text) {
        clickField(id);
        push(KeyCode.CONTROL, KeyCode.END).write(text);
    }

    final String saved() {
        return there("draft-saved") ? words("draft-saved") : "";
    }

    final void waitForDraft() {
        waitUntil("the draft is saved", () -> saved().startsWith("Draft saved"));
    }

    /** Opens the review of all drafts and waits for its list. */
    final void review() {
        clickOn("#review-all");
        waitFor("reviewUpload");
        waitUntil("the list is there", () -> lookup(".card").tryQuery().isPresent());
    }

    /** Leaves the review after its upload. */
    final void leaveReview() {
        clickOn("#reviewClose");
        waitFor("roles-search");
    }

    /** Uploads what the review shows; waits for how it went. */
    final void upload() {
        clickOn("#reviewUpload");
        waitFor("reviewDone");
    }

    /** The words that the program has for {@code key}. */
    final String text(String key) {
        return wiring.messages().get(key);
    }

    static String id(String prefix, String reference) {
        return prefix + "-" + reference.replace('/', '-');
    }

    final String words(String id) {
        Node node = lookup("#" + id).query();
        return node instanceof Labeled label ? label.getText() : ((TextInputControl) node).getText();
    }

    /** Whether a control can be seen. */
    final boolean there(String id) {
        return lookup("#" + id).match(WindowTest::visible).tryQuery().isPresent();
    }

    final void waitFor(String id) {
        waitUntil(id + " can be seen", () -> there(id));
    }

    private static boolean visible(Node node) {
        if (Contrast.opacity(node) < Contrast.UNSEEN) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Every text that can be seen. */
    final List<String> said() {
        return lookup(".text").match(WindowTest::visible).queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    /** Whether the keyboard is in the control {@code id}. */
    final boolean focused(String id) {
        for (Node at = stage.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            if (id.equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    /** Changes a resource on the server as somebody else's program would. */
    final void elsewhere(ObjectNode resource, UnaryOperator<ObjectNode> change) {
        ObjectNode now = server().get(DemoHttp.reference(resource));
        server().put(change.apply(now.deepCopy()), DemoHttp.version(now));
    }
}
