package itb.backoffice.shell.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.ErrorReporter.Report;
import itb.backoffice.shell.ScreenTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class ErrorBarTest extends ScreenTest {
    private final AtomicInteger closed = new AtomicInteger();
    private ErrorBar bar;
    private KeySheet keys;

    @Override
    protected Parent screen() {
        bar = new ErrorBar(TEXTS);
        keys = new KeySheet(TEXTS, closed::incrementAndGet);
        return new VBox(24, bar.root(), keys.root());
    }

    @Test
    void anUnexpectedErrorIsOneSentenceWithACodeToCopyAndItsDetailsBehindADoor() {
        assertFalse(there("error"));
        interact(() -> bar.show(new Report("ITB-0A1B2C", new IllegalStateException("inner words"))));
        assertEquals(TEXTS.get("shell.error.sentence"), words("errorSentence"));
        assertEquals("ITB-0A1B2C", words("errorCode"));
        clickOn("#errorCopy");
        assertEquals(
                "ITB-0A1B2C",
                WaitForAsyncUtils.waitForAsyncFx(
                        2000, () -> Clipboard.getSystemClipboard().getString()));
        assertFalse(there("errorDetailsText"));
        clickOn("#errorDetailsOpen");
        assertTrue(words("errorDetailsText").contains("inner words"));
        clickOn("#errorClose");
        assertFalse(there("error"));
    }

    @Test
    void theSheetOfKeysLeavesByEscapeAndByTheKeyThatOpenedIt() {
        interact(keys::focus);
        type(KeyCode.ESCAPE);
        type(KeyCode.F1);
        assertEquals(2, closed.get());
    }
}
