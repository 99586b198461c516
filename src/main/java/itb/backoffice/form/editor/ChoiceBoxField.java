package itb.backoffice.form.editor;

import itb.backoffice.form.Choice;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** A box of choices with a search field in its list; the list is read when it opens. */
final class ChoiceBoxField extends SearchableComboBox<Choice> {
    ChoiceBoxField(String prompt, Supplier<List<Choice>> choices) {
        setPromptText(prompt);
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(12);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        setCellFactory(list -> new ChoiceCell());
        setOnShowing(event -> {
            List<Choice> current = choices.get();
            if (!getItems().equals(current)) {
                Choice value = getValue();
                getItems().setAll(current);
                setValue(value);
            }
        });
    }

    /** Shows {@code choice} as what is picked, in or out of the list. */
    void show(@Nullable Choice choice) {
        if (!Objects.equals(getValue(), choice)) {
            setValue(choice);
        }
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label name = new Label();
        private final Label hint = new Label();
        private final HBox row = new HBox(8, name, hint);

        ChoiceCell() {
            hint.getStyleClass().addAll("text-muted", "hint");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            row.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                name.setText(choice.name());
                hint.setText(choice.hint());
                setGraphic(row);
                setAccessibleText(choice.name() + ", " + choice.hint());
            }
        }
    }
}
