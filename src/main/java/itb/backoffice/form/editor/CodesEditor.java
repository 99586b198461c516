package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Campaign codes: children of one extension, as a row of removable labels and a field to type another. */
final class CodesEditor implements FieldEditor {
    private static final String CHILD = "campaign";

    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final TextField input = new TextField();
    private final FlowPane chips = new FlowPane(8, 8);
    private final VBox node;

    CodesEditor(FormModel model, Field field, Messages messages) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        chips.managedProperty().bind(chips.visibleProperty());
        input.setPromptText(messages.get("form.codes.prompt"));
        input.setOnAction(event -> add());
        Button add = new Button(messages.get("form.codes.add"));
        add.setId(field.key() + "-add");
        add.setOnAction(event -> add());
        add.disableProperty().bind(input.textProperty().isEmpty());
        add.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox.setHgrow(input, Priority.ALWAYS);
        node = new VBox(8, chips, new HBox(8, input, add));
    }

    /** A code has no blanks around it and never two in a row. */
    private void add() {
        String code = input.getText().strip().replaceAll("\\s+", " ");
        input.clear();
        if (!code.isEmpty() && !codes(model.resource()).contains(code)) {
            model.edit(field, copy -> {
                String path = field.lead();
                if (!(Elements.get(copy, path) instanceof ObjectNode)) {
                    // The child that is made with the extension is the one that is wanted.
                    Elements.set(
                            copy,
                            path + ".extension[" + CHILD + "].valueCode",
                            com.fasterxml.jackson.databind.node.TextNode.valueOf(code));
                } else if (Elements.get(copy, path) instanceof ObjectNode extension) {
                    Elements.list(extension, "extension")
                            .addObject()
                            .put("url", CHILD)
                            .put("valueCode", code);
                }
            });
        }
    }

    private void remove(int index) {
        model.edit(field, copy -> {
            if (Elements.get(copy, field.lead() + ".extension") instanceof ArrayNode children) {
                children.remove(index);
                if (children.isEmpty()) {
                    Elements.set(copy, field.lead(), null);
                }
            }
        });
        input.requestFocus();
    }

    private List<String> codes(ObjectNode resource) {
        List<String> codes = new ArrayList<>();
        JsonNode children = Elements.get(resource, field.lead() + ".extension");
        if (children != null) {
            // One text for each child, so that the place in the list is the place in the array.
            children.forEach(child -> codes.add(
                    child.path("url").asText("").equals(CHILD)
                            ? child.path("valueCode").asText("")
                            : ""));
        }
        return codes;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return input;
    }

    @Override
    public void show(ObjectNode resource) {
        chips.getChildren().clear();
        List<String> codes = codes(resource);
        for (int i = 0; i < codes.size(); i++) {
            if (!codes.get(i).isEmpty()) {
                chips.getChildren().add(chip(codes.get(i), i));
            }
        }
        chips.setVisible(!chips.getChildren().isEmpty());
    }

    private Node chip(String code, int index) {
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setAccessibleText(messages.get("form.concepts.remove", code));
        remove.setId(field.key() + "-remove-" + index);
        remove.setOnAction(event -> remove(index));
        HBox chip = new HBox(4, new Label(code), remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
