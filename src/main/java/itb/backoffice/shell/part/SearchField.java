package itb.backoffice.shell.part;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field to search with: Esc empties it, and only then means what it means elsewhere. */
public final class SearchField extends CustomTextField {
    /** A field that says what it searches in. */
    public SearchField(String id, String prompt) {
        setId(id);
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(new FontIcon(Feather.SEARCH));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
