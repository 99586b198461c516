package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Choice;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A person, a billing organisation or a clinic, picked by name from those known. Name and identifier are written
 * together, so that they never speak of two different things.
 */
final class PickEditor implements FieldEditor {
    /** The one element that FHIR holds as a list of references. */
    private static final String LIST = "healthcareService";

    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final ChoiceBoxField box;
    private final Button clear = new Button();
    private final Label hint = new Label();
    private final VBox node = new VBox(4);
    private final Optional<IdentityDetails> details;
    private List<Choice> known;
    private boolean showing;

    PickEditor(FormModel model, Field field, Messages messages, Supplier<List<Choice>> choices) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        this.known = choices.get();
        this.box = new ChoiceBoxField(messages.get("form.pick.prompt"), () -> {
            known = choices.get();
            return known;
        });
        this.details = field.kind() == Field.Kind.IDENTITY
                ? Optional.of(new IdentityDetails(model, field, messages, choices))
                : Optional.empty();
        hint.getStyleClass().addAll("text-muted", "hint");
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        clear.setGraphic(new FontIcon(Feather.X));
        clear.getStyleClass().addAll("button-icon", "flat");
        clear.setId(field.key() + "-clear");
        clear.setAccessibleText(messages.get("form.pick.clear"));
        clear.setTooltip(new Tooltip(messages.get("form.pick.clear")));
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setOnAction(event -> {
            model.edit(field, copy -> Elements.set(copy, field.lead(), null));
            box.requestFocus();
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        node.getChildren().addAll(new HBox(4, box, clear), hint);
        details.ifPresent(more -> node.getChildren().add(more));
        box.valueProperty().addListener((property, old, picked) -> {
            if (!showing && picked != null) {
                model.edit(field, copy -> write(copy, picked.element().deepCopy()));
            }
        });
    }

    private void write(ObjectNode copy, ObjectNode reference) {
        String path = field.lead();
        if (!field.lead().equals(LIST)) {
            Elements.set(copy, path, reference);
            return;
        }
        // The profile allows one clinic; a second one, which a server may have sent, is not ours to remove.
        if (copy.get(path) instanceof ArrayNode list && !list.isEmpty()) {
            list.set(0, reference);
        } else {
            copy.putArray(path).add(reference);
        }
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
        JsonNode there = Elements.get(resource, field.lead());
        JsonNode raw = there == null ? MissingNode.getInstance() : there;
        JsonNode reference = raw.isArray() ? raw.path(0) : raw;
        Choice current = current(reference);
        showing = true;
        box.show(current);
        showing = false;
        hint.setText(current == null ? "" : current.hint());
        clear.setVisible(current != null && !field.required());
        details.ifPresent(more -> more.show(reference));
    }

    private @org.jspecify.annotations.Nullable Choice current(JsonNode reference) {
        if (!(reference instanceof ObjectNode element) || element.isEmpty()) {
            return null;
        }
        String display = element.path("display").asText("");
        String target = element.path("reference").asText("");
        String value = element.path("identifier").path("value").asText("");
        String key = value.isEmpty()
                ? lastTwo(target)
                : element.path("identifier").path("system").asText("") + "|" + value;
        Optional<Choice> found =
                known.stream().filter(choice -> choice.key().equals(key)).findFirst();
        String name = !display.isBlank() && field.kind() == Field.Kind.IDENTITY
                ? display
                : found.map(Choice::name).orElse(display.isBlank() ? key : display);
        String shown = value.isEmpty()
                ? found.map(Choice::hint).orElseGet(() -> unknown(target))
                : messages.get("form.pick.identifier", value);
        return new Choice(key, name, shown, element.deepCopy());
    }

    private String unknown(String target) {
        return target.isEmpty() ? "" : messages.get(target.contains("#") ? "form.pick.inside" : "form.pick.unknown");
    }

    private static String lastTwo(String reference) {
        String[] parts = reference.split("/");
        return parts.length < 2 ? reference : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
