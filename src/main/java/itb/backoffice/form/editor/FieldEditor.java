package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.scene.Node;

/** One field's control. It shows whatever version it is given and tells the form's model what the user did. */
public interface FieldEditor {
    /** The control with all that belongs to it. */
    Node node();

    /** What the keyboard goes to. */
    Node focusTarget();

    /** Shows the field as it is in {@code resource}, without telling anybody and without moving the caret. */
    void show(ObjectNode resource);
}
