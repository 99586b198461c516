package itb.backoffice.shell.part;

import itb.backoffice.platform.Messages;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Tells what was just done, with the way back. It leaves by itself, or when it is closed. */
public final class NoticeBar {
    private static final Duration STAYS = Duration.seconds(20);

    private final HBox root = new HBox(16);
    private final Label text = Labels.text("");
    private final Button undo;
    private final PauseTransition leaving = new PauseTransition(STAYS);
    private Runnable onUndo = () -> {};
    private Runnable onGone = () -> {};

    /** A bar that shows nothing yet. */
    public NoticeBar(Messages texts) {
        undo = Buttons.flat("noticeUndo", texts.get("shell.notice.undo"), this::undo);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        text,
                        space,
                        undo,
                        Buttons.icon("noticeClose", Feather.X, texts.get("shell.notice.close"), this::close));
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("notice");
        root.setAccessibleRole(AccessibleRole.TEXT);
        root.setId("notice");
        text.setId("noticeText");
        leaving.setOnFinished(event -> close());
        visible(false);
    }

    /** The bar; it takes no room while there is nothing to tell. */
    public Node root() {
        return root;
    }

    /**
     * Shows {@code what}.
     *
     * @param back takes it back
     * @param gone told when it can no longer be taken back
     */
    public void show(String what, Runnable back, Runnable gone) {
        close();
        onUndo = back;
        onGone = gone;
        text.setText(what);
        root.setAccessibleText(what);
        visible(true);
        leaving.playFromStart();
    }

    /** Hides the bar: what it told of can no longer be taken back here. */
    public void close() {
        if (root.isVisible()) {
            visible(false);
            onGone.run();
        }
    }

    private void undo() {
        visible(false);
        onUndo.run();
    }

    private void visible(boolean shown) {
        leaving.stop();
        root.setVisible(shown);
        root.setManaged(shown);
    }
}
