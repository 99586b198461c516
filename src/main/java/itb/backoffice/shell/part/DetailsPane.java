package itb.backoffice.shell.part;

import atlantafx.base.theme.Styles;
import itb.backoffice.platform.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Technical words that stay out of the way until somebody asks, with a button that copies them. */
public final class DetailsPane {
    private final VBox root = new VBox(8);

    /** Details that hold {@code technical}; {@code id} begins the ids of the controls. */
    public DetailsPane(String id, String technical, Messages texts) {
        TextArea words = new TextArea(technical);
        words.setId(id + "Text");
        words.setEditable(false);
        words.setWrapText(true);
        words.getStyleClass().add("details-text");
        words.setPrefRowCount(Math.clamp(technical.lines().count() + 1, 3, 12));
        words.setAccessibleText(texts.get("shell.details.title"));
        Label copied = Labels.hint("");
        Button copy = Buttons.withIcon(id + "Copy", Feather.COPY, texts.get("shell.details.copy"), () -> {
            copy(technical);
            copied.setText(texts.get("shell.details.copied"));
        });
        copy.getStyleClass().add(Styles.SMALL);
        HBox line = new HBox(8, copy, copied);
        line.getStyleClass().add("baseline");
        VBox inside = new VBox(8, words, line);
        ToggleButton open = new ToggleButton(texts.get("shell.details.title"), new FontIcon(Feather.CHEVRON_RIGHT));
        open.setId(id + "Open");
        open.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "details-toggle");
        inside.visibleProperty().bind(open.selectedProperty());
        inside.managedProperty().bind(open.selectedProperty());
        open.selectedProperty()
                .addListener((was, old, now) ->
                        open.setGraphic(new FontIcon(now ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)));
        root.getChildren().addAll(open, inside);
    }

    /** The details, closed at first. */
    public Node root() {
        return root;
    }

    /** Puts {@code text} on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
