package itb.backoffice.shell.part;

import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The frame of a page: its name, what it is for, what can be done with all of it, and its body. */
public final class Screen {
    /** The style sheet of these screens. */
    public static final String STYLES = Objects.requireNonNull(
                    Screen.class.getResource("/itb/backoffice/shell/screens.css"))
            .toExternalForm();

    private final BorderPane root = new BorderPane();
    private final HBox actions = new HBox(8);
    private final HBox head = new HBox(16);
    private final Label title;
    private final Label subtitle;
    private @Nullable Button close;
    private @Nullable Runnable onClose;

    /** A page called {@code called}; {@code id} is the page's id. */
    public Screen(String id, String called, String what) {
        title = Labels.title(called);
        title.setId(id + "Title");
        title.setMinWidth(0);
        subtitle = Labels.hint(what);
        subtitle.setId(id + "Subtitle");
        VBox names = new VBox(4, title, subtitle);
        HBox.setHgrow(names, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().setAll(names, actions);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("screen-head");
        root.setTop(head);
        root.setId(id);
        dress(root);
        // A filter, because lists and tables swallow Esc; an open drop-down keeps it for itself.
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean dropDown = event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
            if (event.getCode() == KeyCode.ESCAPE && !dropDown && onClose != null) {
                event.consume();
                leave();
            }
        });
    }

    /** Gives {@code node} the looks of these screens. */
    public static void dress(javafx.scene.Parent node) {
        node.getStylesheets().add(STYLES);
        node.getStyleClass().add("screen");
    }

    /** The page. */
    public BorderPane root() {
        return root;
    }

    /** Replaces the name. */
    public void title(String text) {
        title.setText(text);
    }

    /** Replaces the line under the name. */
    public void subtitle(String text) {
        subtitle.setText(text);
    }

    /** Puts {@code nodes} at the right of the name. */
    public void actions(Node... nodes) {
        actions.getChildren().setAll(nodes);
    }

    /** Puts {@code body} under the name. */
    public void body(Node body) {
        root.setCenter(body);
    }

    /** Puts {@code foot} at the bottom. */
    public void foot(Node foot) {
        root.setBottom(foot);
    }

    /** Shows a button that leaves, beside the Esc key. */
    public void closeButton(String words) {
        if (close == null) {
            close = Buttons.withIcon(root.getId() + "Close", Feather.X, words, this::leave);
            head.getChildren().add(close);
        }
    }

    private void leave() {
        if (onClose != null) {
            onClose.run();
        }
    }

    /** Puts the focus on {@code first} whenever the page comes into the window, so that keys work at once. */
    public void focusWhenShown(Node first) {
        root.sceneProperty().addListener((scene, was, is) -> {
            if (is != null) {
                Platform.runLater(first::requestFocus);
            }
        });
    }

    /** Runs {@code action} when the user leaves by Esc. */
    public void onClose(Runnable action) {
        onClose = action;
    }
}
