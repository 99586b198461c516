package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A clinic's part of the web address: a text that says at once what no address can hold. */
final class SlugEditor implements FieldEditor {
    private final Field field;
    private final Messages messages;
    private final TextEditor text;
    private final Label problem = Inputs.line("danger");
    private final VBox node;

    SlugEditor(FormModel model, Field field, Messages messages) {
        this.field = field;
        this.messages = messages;
        this.text = new TextEditor(model, field);
        this.node = new VBox(4, text.node(), problem);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return text.focusTarget();
    }

    @Override
    public void show(ObjectNode resource) {
        text.show(resource);
        String slug = Values.text(resource, field).strip();
        boolean fits = slug.isEmpty() || slug.matches("[\\p{L}\\p{N}._~-]+");
        problem.setText(fits ? "" : messages.get("form.slug.letters"));
    }
}
