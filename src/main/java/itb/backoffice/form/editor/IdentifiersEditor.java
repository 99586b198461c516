package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Identifiers, each with the system that gave it. */
final class IdentifiersEditor extends RowsEditor {
    IdentifiersEditor(FormModel model, Field field, Messages messages) {
        super(model, field, messages, "identifiers");
    }

    @Override
    ObjectNode fresh() {
        // Not empty, which FHIR forbids; a system that says nothing yet is shown as a finding.
        return Json.object().put("use", "official");
    }

    @Override
    Row row(int index) {
        TextField system = input(index, "system");
        TextField value = input(index, "value");
        HBox.setHgrow(system, Priority.ALWAYS);
        return new Row() {
            @Override
            public List<Node> controls() {
                return List.of(system, value);
            }

            @Override
            public void show(JsonNode item) {
                put(system, item);
                put(value, item);
            }
        };
    }

    private TextField input(int index, String element) {
        TextField input = new TextField();
        input.setId(field.key() + "-" + element + "-" + index);
        input.setUserData(element);
        input.setPromptText(messages.get("form.identifiers." + element));
        input.setAccessibleText(messages.get("form.identifiers." + element));
        input.textProperty()
                .addListener((property, old, text) -> editItem(index, item -> {
                    if (!item.path(element).asText("").equals(text)) {
                        if (text.isBlank()) {
                            item.remove(element);
                        } else {
                            item.put(element, text);
                        }
                    }
                }));
        return input;
    }

    private static void put(TextField input, JsonNode item) {
        Inputs.put(input, item.path(input.getUserData().toString()).asText(""));
    }
}
