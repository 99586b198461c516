package itb.backoffice.shell;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A screen in a real window, worked with mouse and keys. */
public abstract class ScreenTest extends ApplicationTest {
    protected static final Messages TEXTS = Messages.of(Locale.UK);

    protected final List<ErrorReporter.Report> errors = new CopyOnWriteArrayList<>();
    protected final Background background = background();

    private Background background() {
        ErrorReporter reporter = new ErrorReporter();
        reporter.onReport(errors::add);
        return Background.threaded(Platform::runLater, reporter);
    }

    /** Builds the screen; runs on the FX thread. */
    protected abstract Parent screen();

    @Override
    public void start(Stage stage) {
        Parent root = screen();
        stage.setScene(new Scene(root, 1280, 800));
        stage.getScene().getStylesheets().add(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        stage.show();
        stage.toFront();
    }

    @AfterEach
    void nothingUnexpectedHappened() {
        background.close();
        Assertions.assertEquals(List.of(), errors);
    }

    protected static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within a minute", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Every text on the screen. */
    protected List<String> said() {
        return lookup(".text").queryAllAs(javafx.scene.text.Text.class).stream()
                .map(javafx.scene.text.Text::getText)
                .toList();
    }

    protected boolean there(String id) {
        return lookup("#" + id).match(node -> visible(node)).tryQuery().isPresent();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    protected String words(String id) {
        Node node = lookup("#" + id).query();
        return node instanceof Labeled label ? label.getText() : ((TextInputControl) node).getText();
    }

    protected void fill(String id, String text) {
        clickOn("#" + id).push(KeyCode.CONTROL, KeyCode.A).eraseText(1).write(text);
    }

    protected void waitFor(String id) {
        waitUntil(() -> there(id));
    }
}
