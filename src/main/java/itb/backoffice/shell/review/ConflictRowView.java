package itb.backoffice.shell.review;

import itb.backoffice.draft.Choice;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.FieldChange;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One thing that both changed: what it was, mine and theirs beside each other, and the choice between them. */
final class ConflictRowView {
    private final ConflictRow row;
    private final VBox root;
    private final RadioButton mine;
    private final RadioButton theirs;
    private final RadioButton third;
    private final TextArea text = new TextArea();

    /** {@code number} makes the controls' ids; {@code onChoice} runs after every choice. */
    ConflictRowView(int number, ConflictRow row, ConflictWords words, ChangesPane changes, Runnable onChoice) {
        this.row = row;
        ToggleGroup group = new ToggleGroup();
        String label = row.mine().label();
        mine = radio("conflictMine-" + number, words.get("mine"), label, group);
        theirs = radio("conflictTheirs-" + number, words.get("theirs"), label, group);
        third = radio("conflictThird-" + number, words.get("third"), label, group);
        group.selectedToggleProperty().addListener((value, old, now) -> onChoice.run());
        text.setId("conflictText-" + number);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setText(row.typed());
        text.setAccessibleText(label + ", " + third.getText());
        text.textProperty().addListener((value, old, now) -> {
            third.setSelected(true);
            onChoice.run();
        });
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(8);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            third.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(third);
        }
        grid.addRow(0, Labels.hint(words.get("base")), mine, theirs);
        grid.addRow(
                1,
                top(changes.value(row.mine(), row.mine().before(), true)),
                top(side(row.mine(), changes)),
                top(side(row.theirs(), changes)));
        root = new VBox(12, Labels.heading(label), grid);
        if (row.text()) {
            root.getChildren().addAll(third, text);
            text.visibleProperty().bind(third.selectedProperty());
            text.managedProperty().bind(third.selectedProperty());
            third.selectedProperty().addListener((value, was, is) -> {
                if (is) {
                    text.requestFocus();
                }
            });
        }
        root.getStyleClass().add("card");
    }

    private static RadioButton radio(String id, String words, String label, ToggleGroup group) {
        RadioButton radio = new RadioButton(words);
        radio.setId(id);
        radio.setToggleGroup(group);
        radio.setAccessibleText(label + ", " + words);
        radio.getStyleClass().add("screen-strong");
        return radio;
    }

    private static Node side(FieldChange change, ChangesPane changes) {
        return change.segments().isEmpty() ? changes.value(change, change.after(), false) : changes.words(change);
    }

    private static Node top(Node node) {
        GridPane.setValignment(node, javafx.geometry.VPos.TOP);
        return node;
    }

    Node root() {
        return root;
    }

    String path() {
        return row.collision().path();
    }

    void focus() {
        mine.requestFocus();
    }

    /** What was chosen; empty while nothing is. */
    Optional<Choice> choice() {
        if (mine.isSelected()) {
            return Optional.of(new Choice.Mine());
        }
        if (theirs.isSelected()) {
            return Optional.of(new Choice.Theirs());
        }
        return third.isSelected() ? row.third(text.getText()) : Optional.empty();
    }
}
