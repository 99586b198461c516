package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Choice;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Codes with their words, as a row of removable labels and a box to add another from those known. */
final class ConceptsEditor implements FieldEditor {
    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final ChoiceBoxField box;
    private final FlowPane labels = new FlowPane(8, 8);
    private final VBox node = new VBox(8, labels);

    ConceptsEditor(FormModel model, Field field, Messages messages, Supplier<List<Choice>> choices) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        this.box = new ChoiceBoxField(messages.get(model.form().labelKey(field) + ".add"), choices);
        labels.managedProperty().bind(labels.visibleProperty());
        node.getChildren().add(box);
        box.valueProperty().addListener((property, old, picked) -> {
            if (picked != null) {
                add(picked);
                Platform.runLater(() -> box.setValue(null));
            }
        });
    }

    private void add(Choice picked) {
        model.edit(field, copy -> {
            ArrayNode list = Elements.list(copy, field.lead());
            for (JsonNode there : list) {
                if (words(there).equals(picked.name())) {
                    return;
                }
            }
            list.add(picked.element().deepCopy());
        });
    }

    private void remove(int index) {
        model.edit(field, copy -> {
            if (copy.get(field.lead()) instanceof ArrayNode list) {
                list.remove(index);
                if (!list.isEmpty()) {
                    return;
                }
            }
            copy.remove(field.lead());
        });
        box.requestFocus();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return box;
    }

    @Override
    public void show(ObjectNode resource) {
        labels.getChildren().clear();
        JsonNode there = resource.path(field.lead());
        List<JsonNode> list = new ArrayList<>();
        if (there.isArray()) {
            there.forEach(list::add);
        } else if (!there.isMissingNode()) {
            list.add(there);
        }
        for (int i = 0; i < list.size(); i++) {
            labels.getChildren().add(label(words(list.get(i)), i));
        }
        labels.setVisible(!list.isEmpty());
    }

    private Node label(String words, int index) {
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setAccessibleText(messages.get("form.concepts.remove", words));
        remove.setId(field.key() + "-remove-" + index);
        remove.setOnAction(event -> remove(index));
        HBox row = new HBox(4, new Label(words), remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("chip");
        return row;
    }

    private static String words(JsonNode concept) {
        String text = concept.path("text").asText("");
        JsonNode coding = concept.path("coding").path(0);
        String display = coding.path("display").asText("");
        return !text.isBlank()
                ? text
                : !display.isBlank() ? display : coding.path("code").asText("?");
    }
}
