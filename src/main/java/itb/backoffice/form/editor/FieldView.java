package itb.backoffice.form.editor;

import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Fix;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field with all that belongs to it: label, mark of a change with the way back, editor, hint and findings. */
final class FieldView extends VBox {
    private static final KeyCombination PUT_BACK = new KeyCodeCombination(KeyCode.BACK_SPACE, KeyCombination.ALT_DOWN);
    private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN);

    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final FieldEditor editor;
    private final Label label;
    private final Button revert = new Button();
    private final Before before = new Before();
    private final VBox notes = new VBox(4);

    FieldView(FormModel model, Field field, Messages messages, FieldEditor editor) {
        super(4);
        this.model = model;
        this.field = field;
        this.messages = messages;
        this.editor = editor;
        String key = model.form().labelKey(field);
        this.label = new Label(messages.get(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(editor.focusTarget());
        revert.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        revert.setText(messages.get("form.revert"));
        revert.getStyleClass().addAll("flat", "small", "accent", "revert");
        revert.setId(field.key() + "-revert");
        revert.setAccessibleText(messages.get("form.revert.accessible", messages.get(key)));
        revert.setOnAction(event -> {
            model.revert(field);
            editor.focus();
        });
        editor.focusTarget().setId(field.key());
        HBox top = new HBox(8, label, revert);
        top.setAlignment(Pos.CENTER_LEFT);
        // As high as with the way back, which must not push down what is being typed in.
        top.setMinHeight(30);
        revert.setMinWidth(USE_PREF_SIZE);
        revert.managedProperty().bind(revert.visibleProperty());
        label.setMinWidth(0);
        getChildren().addAll(top, editor.node());
        String hint = hint(key);
        if (!hint.isEmpty()) {
            Label words = new Label(hint);
            words.getStyleClass().addAll("text-muted", "hint");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            getChildren().add(words);
        }
        notes.managedProperty().bind(notes.visibleProperty());
        getChildren().add(notes);
        editor.focusTarget().setAccessibleText(messages.get(key));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        show();
        showNotes(model.notes().getOrDefault(field.key(), List.of()));
    }

    private void keys(KeyEvent event) {
        if (!model.changed(field)) {
            return;
        }
        if (PUT_BACK.match(event)) {
            model.revert(field);
        } else if (ASK.match(event)) {
            before.toggle(editor.node());
        } else {
            return;
        }
        event.consume();
    }

    private String hint(String key) {
        String words = messages.has(key + ".hint") ? messages.get(key + ".hint") : "";
        if (!field.required() || field.kind() == Field.Kind.STAMP) {
            return words;
        }
        String required = messages.get("form.required");
        return words.isEmpty() ? required : required + " · " + words;
    }

    /** The button goes with its finding: the keyboard stays at the field, and Ctrl+Z with it. */
    private void mend(Fix fix) {
        editor.focus();
        model.mend(fix);
    }

    /** Shows the field as it now is in the model. */
    void show() {
        editor.show(model.resource());
        boolean changed = model.changed(field);
        revert.setVisible(changed);
        label.setText((changed ? "● " : "") + messages.get(model.form().labelKey(field)));
        label.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("changed"), changed);
        before.show(model, field, messages, label, revert);
    }

    /** Shows findings under the editor, and tells a screen reader of them. */
    void showNotes(List<Note> current) {
        notes.getChildren()
                .setAll(current.stream()
                        .map(note -> NoteView.of(note, messages, this::mend))
                        .toList());
        notes.setVisible(!current.isEmpty());
        editor.focusTarget()
                .setAccessibleHelp(
                        String.join(". ", current.stream().map(Note::message).toList()));
        boolean wrong = current.stream().anyMatch(note -> note.error() && !note.before());
        editor.focusTarget().pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, wrong);
    }

    /** Puts the keyboard into this field. */
    void focus() {
        editor.focus();
    }
}
