package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Phone, e-mail, web: in the order in which patients see them. Ranks follow the order where there are any. */
final class ContactsEditor extends RowsEditor {
    private static final List<String> SYSTEMS = List.of("phone", "email", "url", "sms", "fax", "pager", "other");

    ContactsEditor(FormModel model, Field field, Messages messages) {
        super(model, field, messages, "contacts");
    }

    @Override
    ObjectNode fresh() {
        return Json.object().put("system", "phone");
    }

    @Override
    void reordered(ArrayNode items) {
        List<Integer> ranks = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("rank").isInt()) {
                ranks.add(item.path("rank").intValue());
            }
        });
        ranks.sort(null);
        int next = 0;
        for (JsonNode item : items) {
            if (item.path("rank").isInt() && item instanceof ObjectNode contact) {
                contact.put("rank", ranks.get(next++));
            }
        }
    }

    @Override
    Row row(int index) {
        return new ContactRow(index);
    }

    private final class ContactRow implements Row {
        private final ComboBox<String> system = new ComboBox<>();
        private final TextField value = new TextField();
        private boolean showing;

        ContactRow(int index) {
            system.getItems().setAll(SYSTEMS);
            system.setMinWidth(104);
            system.setPrefWidth(104);
            system.setAccessibleText(messages.get("form.contacts.system"));
            system.setId(field.key() + "-system-" + index);
            system.setConverter(new StringConverter<>() {
                @Override
                public String toString(@Nullable String code) {
                    return code == null ? "" : words(code);
                }

                @Override
                public @Nullable String fromString(String words) {
                    return null;
                }
            });
            value.setAccessibleText(messages.get("form.contacts.value"));
            value.setId(field.key() + "-value-" + index);
            HBox.setHgrow(value, Priority.ALWAYS);
            system.valueProperty().addListener((property, old, picked) -> {
                if (!showing && picked != null) {
                    editItem(index, contact -> contact.put("system", picked));
                }
            });
            value.textProperty().addListener((property, old, text) -> {
                if (!showing) {
                    editItem(index, contact -> put(contact, text));
                }
            });
        }

        private static void put(ObjectNode contact, String text) {
            if (text.isBlank()) {
                contact.remove("value");
            } else {
                contact.put("value", text);
            }
        }

        private String words(String code) {
            String key = "form.contacts.system." + code;
            return messages.has(key) ? messages.get(key) : code;
        }

        @Override
        public List<Node> controls() {
            return List.of(system, value);
        }

        @Override
        public void show(JsonNode contact) {
            showing = true;
            String code = contact.path("system").asText("");
            system.setValue(code.isEmpty() ? null : code);
            Inputs.put(value, contact.path("value").asText(""));
            showing = false;
        }
    }
}
