package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Choice;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * For somebody who is not in the list yet, or whose name or identifier is wrong: name, identifier and the system that
 * gave it, folded away until asked for.
 */
final class IdentityDetails extends VBox {
    private static final String DISPLAY = ".display";
    private static final String VALUE = ".identifier.value";
    private static final String SYSTEM = ".identifier.system";

    private final FormModel model;
    private final Field field;
    private final Supplier<List<Choice>> choices;
    private final TextField name = new TextField();
    private final TextField value = new TextField();
    private final TextField system = new TextField();
    private boolean showing;

    IdentityDetails(FormModel model, Field field, Messages messages, Supplier<List<Choice>> choices) {
        super(8);
        this.model = model;
        this.field = field;
        this.choices = choices;
        GridPane grid = new GridPane(8, 8);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), rest);
        row(grid, 0, messages.get("form.identity.name"), name, DISPLAY);
        row(grid, 1, messages.get("form.identity.value"), value, VALUE);
        row(grid, 2, messages.get("form.identity.system"), system, SYSTEM);
        grid.getStyleClass().add("inset");
        Hyperlink more = new Hyperlink(messages.get("form.identity.more"));
        more.setId(field.key() + "-details");
        grid.setVisible(false);
        grid.managedProperty().bind(grid.visibleProperty());
        more.setOnAction(event -> {
            grid.setVisible(!grid.isVisible());
            more.setVisited(false);
            if (grid.isVisible()) {
                name.requestFocus();
            }
        });
        getChildren().addAll(more, grid);
    }

    private void row(GridPane grid, int row, String label, TextField input, String element) {
        Label words = new Label(label);
        words.setLabelFor(input);
        words.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        input.setId(field.key() + element.replace('.', '-'));
        grid.addRow(row, words, input);
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                model.edit(field, copy -> write(copy, element, text));
            }
        });
    }

    private void write(ObjectNode copy, String element, String text) {
        String path = field.paths().getFirst();
        Elements.set(copy, path + element, text.isBlank() ? null : TextNode.valueOf(text));
        boolean systemWanted = element.equals(VALUE)
                && !text.isBlank()
                && Elements.text(copy, path + SYSTEM).isEmpty();
        if (systemWanted) {
            usualSystem().ifPresent(usual -> Elements.set(copy, path + SYSTEM, TextNode.valueOf(usual)));
        }
    }

    /** The system that most of the known ones have: nearly always the right one for a new one too. */
    private java.util.Optional<String> usualSystem() {
        Map<String, Long> counts = choices.get().stream()
                .map(choice ->
                        choice.element().path("identifier").path("system").asText(""))
                .filter(url -> !url.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    void show(JsonNode reference) {
        showing = true;
        put(name, reference.path("display").asText(""));
        put(value, reference.path("identifier").path("value").asText(""));
        put(system, reference.path("identifier").path("system").asText(""));
        showing = false;
    }

    private static void put(TextField input, String text) {
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }
}
