package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Json;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** The value of one identifier: the one whose system the path names, else the business identifier. */
final class IdentifierEditor implements FieldEditor {
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private final Field field;
    private final TextField input = new TextField();
    private boolean showing;

    IdentifierEditor(FormModel model, Field field) {
        this.field = field;
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                model.edit(field, copy -> write(copy, text.strip()));
            }
        });
    }

    private void write(ObjectNode copy, String value) {
        if (value.isEmpty()) {
            clear(copy);
        } else if (Elements.get(copy, field.lead()) instanceof ObjectNode identifier) {
            identifier.put("value", value);
        } else {
            ArrayNode identifiers =
                    copy.get("identifier") instanceof ArrayNode array ? array : copy.putArray("identifier");
            identifiers.add(fresh().put("value", value));
        }
    }

    /** An identifier that says no more than its system or its type goes with its value. */
    private void clear(ObjectNode copy) {
        if (Elements.get(copy, field.lead()) instanceof ObjectNode identifier) {
            ObjectNode rest = identifier.deepCopy();
            rest.remove("value");
            if (rest.equals(fresh())) {
                Elements.set(copy, field.lead(), null);
            } else {
                identifier.remove("value");
            }
        }
    }

    private ObjectNode fresh() {
        ObjectNode identifier = Json.object();
        String name = field.lead()
                .substring(field.lead().indexOf('[') + 1, field.lead().length() - 1);
        if (name.contains(":")) {
            identifier.set("system", TextNode.valueOf(name));
        } else {
            identifier
                    .putObject("type")
                    .putArray("coding")
                    .addObject()
                    .put("system", TYPES)
                    .put("code", "RI");
        }
        return identifier;
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
        Inputs.put(input, Elements.text(resource, field.lead() + ".value"));
        showing = false;
    }
}
