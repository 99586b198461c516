package itb.backoffice.shell;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Labels;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What stands where the pages will be, while a chain's files are opened: mostly nothing, for it takes a moment. */
final class OpeningView {
    private static final Duration NOTICED = Duration.millis(300);

    private OpeningView() {}

    /** A sentence that comes when the wait is long enough to be noticed. */
    static StackPane of(String sentence) {
        Label words = Labels.text(sentence);
        words.getStyleClass().add("muted");
        words.setVisible(false);
        PauseTransition pause = new PauseTransition(NOTICED);
        pause.setOnFinished(event -> words.setVisible(true));
        pause.play();
        return new StackPane(words);
    }

    /** What stands there when they could not be opened, with the way to try {@code again}. */
    static Node failed(String name, Runnable again, Messages messages) {
        return EmptyState.of(
                Feather.ALERT_TRIANGLE,
                messages.get("shell.notOpened", name),
                messages.get("shell.notOpened.next"),
                Buttons.primary("openAgain", messages.get("shell.notOpened.again"), again));
    }
}
