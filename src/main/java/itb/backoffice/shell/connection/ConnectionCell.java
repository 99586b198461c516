package itb.backoffice.shell.connection;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EnvironmentMark;
import itb.backoffice.shell.part.Labels;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One connection in the list: its environment as bar and word, its name and place, and where it stands. */
final class ConnectionCell extends ListCell<ConnectionEdit> {
    private final Messages texts;
    private final Predicate<ConnectionEdit> open;
    private final Predicate<ConnectionEdit> unsaved;

    ConnectionCell(Messages texts, Predicate<ConnectionEdit> open, Predicate<ConnectionEdit> unsaved) {
        this.texts = texts;
        this.open = open;
        this.unsaved = unsaved;
        getStyleClass().add("connection-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ConnectionEdit edit, boolean empty) {
        super.updateItem(edit, empty);
        setText(null);
        if (empty || edit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String title = edit.name().isBlank() ? texts.get("shell.connections.unnamed") : edit.name();
        Label name = Labels.strong(title);
        name.setWrapText(false);
        Label place = Labels.hint(edit.url().replaceFirst("^https?://", ""));
        place.setWrapText(false);
        Label word = EnvironmentMark.word(edit.environment(), texts);
        HBox line = new HBox(8, name, word);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(4, line);
        if (!edit.url().isBlank()) {
            words.getChildren().add(place);
        }
        String state = unsaved.test(edit)
                ? texts.get("shell.connections.unsaved")
                : open.test(edit) ? texts.get("shell.connections.open") : "";
        if (!state.isEmpty()) {
            words.getChildren().add(Labels.hint(state));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        setGraphic(new HBox(12, EnvironmentMark.bar(edit.environment()), words));
        setAccessibleText(String.join(", ", title, word.getText(), place.getText(), state));
    }
}
