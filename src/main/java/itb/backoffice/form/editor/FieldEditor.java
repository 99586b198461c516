package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.scene.Node;

/** One field's control. It shows whatever version it is given and tells the form's model what the user did. */
public interface FieldEditor {
    /** The control with all that belongs to it. */
    Node node();

    /** The control that stands for the field, with its label and its findings. */
    Node focusTarget();

    /** Puts the keyboard into the field. */
    default void focus() {
        focusTarget().requestFocus();
    }

    /** Shows the field as it is in {@code resource}, without telling anybody and without moving the caret. */
    void show(ObjectNode resource);
}
