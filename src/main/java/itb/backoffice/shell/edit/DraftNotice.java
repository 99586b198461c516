package itb.backoffice.shell.edit;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the user must know of a draft before editing on: that it was refused, collides, or is on its way. */
final class DraftNotice {
    private DraftNotice() {}

    /** For what the disk did not take; {@code again} tries once more. */
    static Node unsaved(Messages messages, Runnable again) {
        Button button = new Button(messages.get("shell.editor.unsaved.again"));
        button.setId("draft-save-again");
        button.setOnAction(event -> again.run());
        return line("problem", messages.get("shell.editor.unsaved"), button);
    }

    static Optional<Node> of(Draft draft, Messages messages, Runnable resolve) {
        String note = draft.note();
        return switch (draft.state()) {
            case EDITING -> Optional.empty();
            case SENDING -> Optional.of(line("warning", messages.get("shell.editor.sending"), null));
            case REFUSED ->
                Optional.of(line("problem", messages.get("shell.editor.refused", note == null ? "" : note), null));
            case CONFLICT -> {
                Button button = new Button(messages.get("shell.editor.resolve"));
                button.setId("draft-resolve");
                button.setOnAction(event -> resolve.run());
                yield Optional.of(line("problem", messages.get("shell.editor.conflict"), button));
            }
        };
    }

    private static Node line(String style, String sentence, @org.jspecify.annotations.Nullable Button button) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon(Feather.ALERT_CIRCLE), words);
        if (button != null) {
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            line.getChildren().add(button);
        }
        line.getStyleClass().addAll("banner", style);
        return line;
    }
}
