package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** A text, on one line or on several; an empty one removes the element. */
final class TextEditor implements FieldEditor {
    private final String path;
    private final TextInputControl input;
    private boolean showing;

    TextEditor(FormModel model, Field field) {
        String lead = field.paths().getFirst();
        this.path = lead.startsWith("extension[") ? lead + ".valueString" : lead;
        this.input = field.kind() == Field.Kind.LONG_TEXT ? area() : new TextField();
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                model.edit(field, copy -> Elements.set(copy, path, text.isBlank() ? null : TextNode.valueOf(text)));
            }
        });
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(5);
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
        String text = Elements.text(resource, path);
        boolean blankAsBefore =
                text.isEmpty() && input.getText() != null && input.getText().isBlank();
        if (!text.equals(input.getText()) && !(blankAsBefore && input.isFocused())) {
            showing = true;
            input.setText(text);
            showing = false;
        }
    }
}
