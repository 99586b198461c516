package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Readable;
import itb.backoffice.platform.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What there is in words, for a field that no editor is made for. */
final class ReadableEditor implements FieldEditor {
    private final Field field;
    private final Messages messages;
    private final Label words = new Label();

    ReadableEditor(Field field, Messages messages) {
        this.field = field;
        this.messages = messages;
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setFocusTraversable(true);
        words.getStyleClass().add("readable");
    }

    @Override
    public Node node() {
        return words;
    }

    @Override
    public Node focusTarget() {
        return words;
    }

    @Override
    public void show(ObjectNode resource) {
        JsonNode value = Elements.get(resource, field.paths().getFirst());
        words.setText(value == null ? messages.get("form.nothing") : Readable.words(value));
    }
}
