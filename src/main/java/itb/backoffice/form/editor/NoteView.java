package itb.backoffice.form.editor;

import itb.backoffice.form.FormModel.Note;
import itb.backoffice.platform.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding in words, with an icon for how bad it is and a word for whether it is new. */
public final class NoteView {
    private NoteView() {}

    /** The line for {@code note}. */
    public static Node of(Note note, Messages messages) {
        FontIcon icon = new FontIcon(note.error() ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
        Label words = new Label(note.before() ? messages.get("form.note.before", note.message()) : note.message());
        words.setWrapText(true);
        words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, icon, words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().addAll("note", note.before() ? "before" : note.error() ? "error" : "warning");
        return line;
    }
}
