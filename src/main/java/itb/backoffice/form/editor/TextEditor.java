package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** A text, on one line or on several; an empty one removes the element. */
final class TextEditor implements FieldEditor {
    private final Field field;
    private final TextInputControl input;
    private boolean showing;

    TextEditor(FormModel model, Field field) {
        this.field = field;
        // On a single line the lines and columns of a text would run into one another with the first letter typed.
        boolean lines = Values.text(model.resource(), field).matches("(?s).*[\n\t].*");
        this.input = lines || field.kind() == Field.Kind.LONG_TEXT ? area() : new TextField();
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                model.edit(field, copy -> write(copy, text));
            }
        });
    }

    private void write(ObjectNode copy, String text) {
        String typed = Inputs.typed(text, Values.text(copy, field));
        Values.set(copy, field, typed.isBlank() ? null : TextNode.valueOf(typed));
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        Inputs.leaveWithTab(area);
        return area;
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public Node focusTarget() {
        return input;
    }

    @Override
    public void show(ObjectNode resource) {
        showing = true;
        Inputs.put(input, Values.text(resource, field));
        showing = false;
    }
}
