package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/**
 * The code of the first Coding in a list. Its system stays what it is, or is what the profile fixes; a display that
 * spoke of the code before goes.
 */
final class CodingEditor implements FieldEditor {
    private final Field field;
    private final TextField input = new TextField();
    private boolean showing;

    CodingEditor(FormModel model, Field field) {
        this.field = field;
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                model.edit(field, copy -> write(copy, text.strip()));
            }
        });
    }

    private void write(ObjectNode copy, String code) {
        String path = field.lead();
        if (Elements.get(copy, path) instanceof ArrayNode codings && codings.path(0) instanceof ObjectNode coding) {
            coding.remove("display");
            if (code.isEmpty()) {
                coding.remove("code");
            } else {
                coding.put("code", code);
            }
            return;
        }
        if (!code.isEmpty()) {
            ArrayNode codings = itb.backoffice.platform.Json.array();
            ObjectNode coding = codings.addObject();
            if (!field.shape().coded().system().isEmpty()) {
                coding.put("system", field.shape().coded().system());
            }
            coding.put("code", code);
            Elements.set(copy, path, codings);
        }
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
        JsonNode codings = Elements.get(resource, field.lead());
        showing = true;
        Inputs.put(input, codings == null ? "" : codings.path(0).path("code").asText(""));
        showing = false;
    }
}
