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
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list of things with several parts, one row for each, that can be added to, removed from and put in another order. */
abstract class RowsEditor implements FieldEditor {
    /** One row's controls. */
    interface Row {
        /** The controls. */
        List<Node> controls();

        /** Shows the item. */
        void show(JsonNode item);
    }

    private static final double WIDE_FROM = 440;

    final Field field;
    final Messages messages;
    private final FormModel model;
    private final VBox lines = new VBox(8);
    private final Button add = new Button();
    private final VBox node = new VBox(8, lines, add);
    private final List<Row> rows = new ArrayList<>();
    private boolean narrow;

    RowsEditor(FormModel model, Field field, Messages messages, String words) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        lines.managedProperty().bind(lines.visibleProperty());
        add.setText(messages.get("form." + words + ".add"));
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setOnAction(event -> {
            edit(items -> items.add(fresh()));
            focusRow(rows.size() - 1);
        });
        add.managedProperty().bind(add.visibleProperty());
        node.widthProperty().addListener((property, old, width) -> {
            boolean little = width.doubleValue() < WIDE_FROM;
            if (little != narrow) {
                narrow = little;
                // Not while a layout is under way.
                Platform.runLater(this::arrange);
            }
        });
    }

    /** The controls of a row; they tell of edits through {@link #editItem}. */
    abstract Row row(int index);

    /** What a new item begins with. */
    abstract ObjectNode fresh();

    /** Called after items have changed places. */
    void reordered(ArrayNode items) {}

    /** Changes the item of one row. */
    final void editItem(int index, Consumer<ObjectNode> change) {
        edit(items -> {
            if (items.get(index) instanceof ObjectNode item) {
                change.accept(item);
            }
        });
    }

    private void edit(Consumer<ArrayNode> change) {
        model.edit(field, copy -> {
            JsonNode there = Elements.get(copy, field.lead());
            ArrayNode items = there instanceof ArrayNode array ? array : itb.backoffice.platform.Json.array();
            change.accept(items);
            if (items.isEmpty()) {
                Elements.set(copy, field.lead(), null);
            } else if (items != there) {
                Elements.set(copy, field.lead(), items);
            }
        });
    }

    /** The keyboard goes with the row, so that it can be moved on; at an end to the button that leads back. */
    private void move(int from, int to) {
        edit(items -> {
            items.insert(to, items.remove(from));
            reordered(items);
        });
        boolean up = to < from ? to > 0 : to == rows.size() - 1;
        Node button = lines.lookup("#" + field.key() + (up ? "-up-" : "-down-") + to);
        if (button != null) {
            button.requestFocus();
        }
    }

    /** The keyboard goes to what was typed in a row; without rows to where they are added. */
    private void focusRow(int index) {
        if (rows.isEmpty()) {
            add.requestFocus();
        } else {
            List<Node> controls =
                    rows.get(Math.clamp(index, 0, rows.size() - 1)).controls();
            controls.getLast().requestFocus();
        }
    }

    @Override
    public void focus() {
        focusRow(0);
    }

    /** The number of the row that has the keyboard, or -1. */
    private int focusedRow() {
        Scene scene = lines.getScene();
        Node at = scene == null ? null : scene.getFocusOwner();
        while (at != null && at.getParent() != lines) {
            at = at.getParent();
        }
        return lines.getChildren().indexOf(at);
    }

    private Node line(int index, int count) {
        List<Node> controls = rows.get(index).controls();
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER_RIGHT);
        if (count > 1) {
            Button up = button(Feather.ARROW_UP, "form.rows.up", index, () -> move(index, index - 1));
            up.setDisable(index == 0);
            Button down = button(Feather.ARROW_DOWN, "form.rows.down", index, () -> move(index, index + 1));
            down.setDisable(index == count - 1);
            buttons.getChildren().addAll(up, down);
        }
        buttons.getChildren().add(button(Feather.X, "form.rows.remove", index, () -> {
            edit(items -> items.remove(index));
            focusRow(index);
        }));
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!narrow) {
            line.getChildren().addAll(controls);
            line.getChildren().add(buttons);
            return line;
        }
        HBox.setHgrow(buttons, Priority.ALWAYS);
        line.getChildren().addAll(controls.subList(0, controls.size() - 1));
        line.getChildren().add(buttons);
        return new VBox(4, line, controls.getLast());
    }

    /** Where there is little room, the last part of each thing gets a line of its own. */
    private void arrange() {
        lines.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            lines.getChildren().add(line(i, rows.size()));
        }
    }

    private Button button(Feather icon, String key, int index, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setId(field.key() + key.substring(key.lastIndexOf('.')).replace('.', '-') + "-" + index);
        button.setAccessibleText(messages.get(key));
        button.setTooltip(new Tooltip(messages.get(key)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return add;
    }

    @Override
    public void show(ObjectNode resource) {
        JsonNode there = Elements.get(resource, field.lead());
        int count = there instanceof ArrayNode ? there.size() : 0;
        int focused = focusedRow();
        boolean other = rows.size() != count;
        if (other) {
            rows.clear();
            for (int i = 0; i < count; i++) {
                rows.add(row(i));
            }
            arrange();
        }
        for (int i = 0; i < count; i++) {
            rows.get(i).show(java.util.Objects.requireNonNull(there).path(i));
        }
        lines.setVisible(count > 0);
        if (other && focused >= 0) {
            // A step taken back leaves the keyboard where it was.
            focusRow(focused);
        }
        add.setVisible(count < field.shape().max());
    }
}
