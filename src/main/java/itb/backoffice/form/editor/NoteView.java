package itb.backoffice.form.editor;

import itb.backoffice.form.FormModel.Note;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Fix;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding in words, with an icon for how bad it is and a word for whether it is new. */
public final class NoteView {
    private NoteView() {}

    /** The line for {@code note}, with a button for what it offers. */
    public static Node of(Note note, Messages messages, Consumer<Fix> mend) {
        HBox line = of(note, messages);
        Fix fix = note.fix();
        if (fix != null) {
            line.getChildren().add(button(fix, note.message(), messages, mend));
        }
        return line;
    }

    /** The button that does what {@code fix} says. */
    public static Button button(Fix fix, String message, Messages messages, Consumer<Fix> mend) {
        Button button = new Button(messages.get("validation.fix." + fix.kind()));
        button.getStyleClass().addAll("small", "fix");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + ": " + message);
        button.setOnAction(event -> mend.accept(fix));
        return button;
    }

    /** The line for {@code note}, without what it offers. */
    public static HBox of(Note note, Messages messages) {
        FontIcon icon = new FontIcon(note.error() ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
        Label words = new Label(note.before() ? messages.get("form.note.before", note.message()) : note.message());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, icon, words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().addAll("note", note.before() ? "before" : note.error() ? "error" : "warning");
        return line;
    }
}
