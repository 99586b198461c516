package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.PersonNames;
import itb.backoffice.form.PersonNames.Part;
import itb.backoffice.platform.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The first of a person's names: given names and family name, or the whole where it came as a whole only. */
final class PersonNameEditor implements FieldEditor {
    private final FormModel model;
    private final Field field;
    private final Map<Part, TextField> inputs = new EnumMap<>(Part.class);
    private final Map<Part, VBox> boxes = new EnumMap<>(Part.class);
    private final HBox node = new HBox(8);
    private boolean showing;

    PersonNameEditor(FormModel model, Field field, Messages messages) {
        this.model = model;
        this.field = field;
        for (Part part : Part.values()) {
            String words = messages.get("form.name." + part.element());
            TextField input = new TextField();
            input.setId(field.key() + "-" + part.element());
            input.setAccessibleText(words);
            input.textProperty().addListener((property, old, text) -> {
                if (!showing) {
                    write(part, text);
                }
            });
            Label label = new Label(words);
            label.setLabelFor(input);
            label.getStyleClass().addAll("hint", "text-muted");
            VBox box = new VBox(2, label, input);
            box.managedProperty().bind(box.visibleProperty());
            HBox.setHgrow(box, Priority.ALWAYS);
            inputs.put(part, input);
            boxes.put(part, box);
            node.getChildren().add(box);
        }
    }

    private TextField input(Part part) {
        return java.util.Objects.requireNonNull(inputs.get(part));
    }

    private void write(Part part, String text) {
        model.edit(field, copy -> {
            ArrayNode names = copy.get(field.lead()) instanceof ArrayNode there ? there : copy.putArray(field.lead());
            ObjectNode name = names.path(0) instanceof ObjectNode first ? first : names.insertObject(0);
            PersonNames.set(name, part, text);
            if (name.isEmpty()) {
                names.remove(0);
            }
            if (names.isEmpty()) {
                copy.remove(field.lead());
            }
        });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return input(Part.GIVEN).isVisible() ? input(Part.GIVEN) : input(Part.TEXT);
    }

    @Override
    public void show(ObjectNode resource) {
        JsonNode name = resource.path(field.lead()).path(0);
        boolean whole = PersonNames.isWhole(name);
        showing = true;
        inputs.forEach((part, input) -> {
            java.util.Objects.requireNonNull(boxes.get(part)).setVisible(whole == (part == Part.TEXT));
            String text = PersonNames.get(name, part);
            boolean sameWords = input.isFocused() && text.equals(input.getText().strip());
            if (!sameWords) {
                Inputs.put(input, text);
            }
        });
        showing = false;
    }
}
