package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.form.LeafTypes.Type;
import itb.backoffice.form.OtherData.Leaf;
import itb.backoffice.form.Primitives;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.shape.Shape.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One value that the form has no field for: typed where its type is known, read otherwise. */
final class LeafEditor {
    private static final int LONG = 60;
    private static final int DATA = 1000;

    private final Leaf leaf;
    private final Type type;
    private final Messages messages;
    private final Consumer<JsonNode> write;
    private final Label problem = Inputs.line("danger");
    private final @Nullable ComboBox<String> codes;
    private final Control control;
    private final VBox node = new VBox(2);
    private boolean showing;

    LeafEditor(Leaf leaf, Type type, Messages messages, Consumer<JsonNode> write) {
        this.leaf = leaf;
        this.type = type;
        this.messages = messages;
        this.write = write;
        this.codes = type.codes().isEmpty() ? null : codes();
        this.control = codes == null ? control() : codes;
        String name =
                leaf.name().isEmpty() ? "" : OtherCard.words(List.of(leaf.name().split(" › ")), messages);
        if (!name.isEmpty()) {
            Label label = new Label(name);
            label.getStyleClass().addAll("hint", "text-muted");
            label.setWrapText(true);
            label.setLabelFor(control);
            control.setAccessibleText(name);
            node.getChildren().add(label);
        }
        node.getChildren().addAll(control, problem);
    }

    private Control control() {
        if (type.name().equals("boolean")) {
            CheckBox box = new CheckBox();
            box.selectedProperty().addListener((property, old, on) -> {
                box.setText(messages.get(on ? "form.other.yes" : "form.other.no"));
                typed(on.toString());
            });
            box.setText(messages.get("form.other.no"));
            return box;
        }
        String text = leaf.value().asText();
        if (!Primitives.typable(type.name()) || text.length() > DATA * 20) {
            Label words = new Label();
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            return words;
        }
        TextInputControl input = text.length() > LONG || type.name().equals("markdown") ? area() : new TextField();
        input.textProperty().addListener((property, old, now) -> typed(now));
        return input;
    }

    /** Whatever the profile allows, in its own words. */
    private ComboBox<String> codes() {
        ComboBox<String> box = new ComboBox<>();
        type.codes().forEach(code -> box.getItems().add(code.code()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String shown) {
                return type.codes().stream()
                        .filter(code ->
                                code.code().equals(shown) && !code.display().isBlank())
                        .map(Code::display)
                        .findFirst()
                        .orElse(shown == null ? "" : shown);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.valueProperty().addListener((property, old, now) -> {
            if (now != null && !now.isEmpty()) {
                typed(now);
            }
        });
        return box;
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        Inputs.leaveWithTab(area);
        return area;
    }

    private void typed(String text) {
        if (!showing) {
            Optional<JsonNode> value = Primitives.of(type.name(), text);
            problem.setText(value.isPresent() ? "" : messages.get("form.other.shape." + shape()));
            value.ifPresent(write);
        }
    }

    private String shape() {
        return switch (type.name()) {
            case "integer", "unsignedInt", "positiveInt", "decimal" -> "number";
            case "date", "dateTime", "instant", "time" -> "time";
            case "string", "markdown" -> "text";
            default -> "code";
        };
    }

    Node node() {
        return node;
    }

    /** What a screen reader calls it where the value is all that its card has, and needs no label of its own. */
    void call(String name) {
        if (leaf.name().isEmpty()) {
            control.setAccessibleText(name);
        }
    }

    void focus() {
        control.requestFocus();
    }

    void show(JsonNode value) {
        String text = value.isNull() ? "" : value.asText();
        showing = true;
        if (codes != null) {
            codes.setValue(text);
        }
        switch (control) {
            case CheckBox box -> box.setSelected(value.asBoolean());
            case TextInputControl input -> {
                boolean half = input.isFocused() && !problem.getText().isEmpty();
                if (!half) {
                    Inputs.put(input, text);
                }
            }
            case Label words ->
                words.setText(
                        text.length() > DATA && !text.contains(" ")
                                ? messages.get("form.other.data", text.length() * 3L / 4 / 1000)
                                : text.length() > DATA ? text.substring(0, DATA) + "…" : text);
            default -> {}
        }
        showing = false;
    }
}
