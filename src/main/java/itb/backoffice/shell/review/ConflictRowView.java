package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Choice;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.editor.FieldEditor;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.review.ConflictRow.Place;
import itb.backoffice.upload.FieldChange;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One thing that both changed: what it was, mine and theirs beside each other, and the choice between them or a third. */
final class ConflictRowView {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDEST_EDITOR = 560;

    private final int number;
    private final ConflictRow row;
    private final Runnable onChoice;
    private final String label;
    private final VBox root;
    private final ToggleGroup group = new ToggleGroup();
    private final RadioButton mine;
    private final RadioButton theirs;
    private final RadioButton third;
    private final TextArea text = new TextArea();
    private @Nullable FormModel model;

    /** {@code number} makes the controls' ids; {@code onChoice} runs after every choice. */
    ConflictRowView(int number, ConflictRow row, ConflictWords words, Look look, Runnable onChoice) {
        this.number = number;
        this.row = row;
        this.onChoice = onChoice;
        label = row.mine().label();
        mine = radio("conflictMine", words.get("mine"));
        theirs = radio("conflictTheirs", words.get("theirs"));
        third = radio("conflictThird", words.get("third"));
        group.selectedToggleProperty().addListener((value, old, now) -> onChoice.run());
        ChangesPane changes = look.changes();
        Node before = changes.value(row.mine(), row.mine().before(), true);
        GridPane grid = grid();
        grid.add(Labels.hint(words.get("base")), 0, 0);
        grid.add(top(before), 0, 1);
        grid.add(side(mine, side(row.mine(), changes)), 1, 0, 1, 2);
        grid.add(side(theirs, side(row.theirs(), changes)), 2, 0, 1, 2);
        root = new VBox(12, Labels.heading(label), grid);
        if (row.edited() || row.typed()) {
            Node editor = row.edited() ? editor(look.editors()) : typing();
            editor.visibleProperty().bind(third.selectedProperty());
            editor.managedProperty().bind(third.selectedProperty());
            root.getChildren().addAll(third, editor);
        }
        root.getStyleClass().add("card");
    }

    /** How values are shown, and edited. */
    record Look(ChangesPane changes, Editors editors) {}

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            third.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(third);
        }
        return grid;
    }

    /** The same control as in the form, on a copy of my version that nothing else reads. */
    private Node editor(Editors editors) {
        Place place = java.util.Objects.requireNonNull(row.place());
        FormModel copy = new FormModel(place.form(), null, place.resource(), edit -> {
            third.setSelected(true);
            onChoice.run();
        });
        model = copy;
        FieldEditor editor = editors.of(copy, place.field());
        editor.show(copy.resource());
        copy.resourceProperty().addListener((value, old, now) -> editor.show(now));
        editor.focusTarget().setId("conflictEditor-" + number);
        editor.focusTarget().setAccessibleText(label + ", " + third.getText());
        focusWhenChosen(editor.focusTarget());
        VBox box = new VBox(editor.node());
        box.setMaxWidth(WIDEST_EDITOR);
        return box;
    }

    private Node typing() {
        text.setId("conflictText-" + number);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setText(row.begin());
        text.setAccessibleText(label + ", " + third.getText());
        text.textProperty().addListener((value, old, now) -> {
            third.setSelected(true);
            onChoice.run();
        });
        focusWhenChosen(text);
        return text;
    }

    private void focusWhenChosen(Node target) {
        third.selectedProperty().addListener((value, was, is) -> {
            if (is) {
                javafx.application.Platform.runLater(target::requestFocus);
            }
        });
    }

    private RadioButton radio(String id, String words) {
        RadioButton radio = new RadioButton(words);
        radio.setId(id + "-" + number);
        radio.setToggleGroup(group);
        radio.setAccessibleText(label + ", " + words);
        radio.getStyleClass().add("screen-strong");
        return radio;
    }

    /** A choice with its value; a click anywhere in it chooses it. */
    private static Node side(RadioButton choice, Node value) {
        VBox side = new VBox(8, choice, value);
        side.getStyleClass().add("side");
        side.setOnMouseClicked(event -> {
            choice.setSelected(true);
            choice.requestFocus();
        });
        choice.selectedProperty().addListener((property, was, is) -> side.pseudoClassStateChanged(CHOSEN, is));
        return side;
    }

    private static Node side(FieldChange change, ChangesPane changes) {
        return change.segments().isEmpty() ? changes.value(change, change.after(), false) : changes.words(change);
    }

    private static Node top(Node node) {
        GridPane.setValignment(node, VPos.TOP);
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
        if (theirs.isSelected()) {
            return Optional.of(new Choice.Theirs());
        }
        if (mine.isSelected() || third.isSelected() && row.edited()) {
            return Optional.of(new Choice.Mine());
        }
        return third.isSelected() ? row.third(text.getText()) : Optional.empty();
    }

    /** My version with the third value, where that was chosen. */
    Optional<ObjectNode> edit() {
        FormModel edited = model;
        return edited != null && third.isSelected() ? Optional.of(edited.resource()) : Optional.empty();
    }
}
