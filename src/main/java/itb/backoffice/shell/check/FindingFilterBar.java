package itb.backoffice.shell.check;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.check.FindingFilter.Since;
import itb.backoffice.shell.check.FindingFilter.Weight;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Named;
import itb.backoffice.shell.part.SearchField;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Search as you type, the filters for findings, and what they are grouped by. */
final class FindingFilterBar extends HBox {
    private final Runnable onChange;
    private final SearchField search;
    private final ComboBox<Weight> weight = new ComboBox<>();
    private final ComboBox<Since> since = new ComboBox<>();
    private final ComboBox<FindingGroup.By> by = new ComboBox<>();
    private final Button clear;
    private boolean setting;

    FindingFilterBar(Messages texts, Runnable onChange) {
        super(8);
        this.onChange = onChange;
        setAlignment(Pos.CENTER_LEFT);
        search = new SearchField("finding-search", texts.get("shell.check.search"));
        search.setMinWidth(160);
        HBox.setHgrow(search, Priority.ALWAYS);
        choice(weight, "finding-weight", Weight.values(), texts, "shell.check.weight");
        choice(since, "finding-since", Since.values(), texts, "shell.check.from");
        choice(by, "finding-by", FindingGroup.By.values(), texts, "shell.check.by");
        Label grouped = new Label(texts.get("shell.check.by"));
        grouped.getStyleClass().add("muted");
        grouped.setMinWidth(USE_PREF_SIZE);
        clear = Buttons.icon("finding-clear", Feather.X, texts.get("page.filter.clear"), this::clear);
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setVisible(false);
        getChildren().setAll(search, weight, since, clear, grouped, by);
        search.textProperty().addListener((property, old, now) -> changed());
    }

    private <T> void choice(ComboBox<T> box, String id, T[] values, Messages texts, String key) {
        box.setId(id);
        box.setAccessibleText(texts.get(key));
        box.getItems().setAll(values);
        box.setValue(values[0]);
        box.setConverter(new Named<>(value -> texts.get(key + "." + value)));
        box.setMinWidth(130);
        box.valueProperty().addListener((property, old, now) -> changed());
    }

    private void changed() {
        if (!setting) {
            clear.setVisible(!filter().isOpen());
            onChange.run();
        }
    }

    /** What the controls say now. */
    FindingFilter filter() {
        return new FindingFilter(search.getText().strip(), weight.getValue(), since.getValue());
    }

    /** What the findings are grouped by. */
    FindingGroup.By by() {
        return by.getValue();
    }

    /** Shows everything that is worth telling. */
    void clear() {
        setting = true;
        search.clear();
        weight.setValue(Weight.ALL);
        since.setValue(Since.ALL);
        setting = false;
        changed();
        search.requestFocus();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
