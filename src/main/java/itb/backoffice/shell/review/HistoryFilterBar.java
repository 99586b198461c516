package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.SearchField;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.Journal;
import java.time.Instant;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What to look for in the history: words as you type, and the first and last day. */
final class HistoryFilterBar extends HBox {
    private final Runnable onChange;
    private final When when;
    private final SearchField search;
    private final DatePicker from;
    private final DatePicker to;
    private final Button clear;
    private boolean setting;

    HistoryFilterBar(Messages texts, When when, Runnable onChange) {
        super(8);
        this.onChange = onChange;
        this.when = when;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("filter-bar");
        search = new SearchField("historySearch", texts.get("shell.history.search"));
        search.setMinWidth(200);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((value, old, now) -> changed());
        from = day("historyFrom", texts.get("shell.history.from"));
        to = day("historyTo", texts.get("shell.history.to"));
        clear = Buttons.icon("historyClear", Feather.X, texts.get("page.filter.clear"), this::clear);
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setVisible(false);
        getChildren()
                .setAll(
                        search,
                        named(from, texts.get("shell.history.from")),
                        from,
                        named(to, texts.get("shell.history.to")),
                        to,
                        clear);
    }

    private static Label named(DatePicker picker, String name) {
        Label label = Labels.hint(name);
        label.setLabelFor(picker);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private DatePicker day(String id, String name) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setAccessibleText(name);
        picker.setPrefWidth(144);
        picker.setMinWidth(USE_PREF_SIZE);
        picker.setPromptText(when.day(LocalDate.of(2026, 12, 31)).replaceAll("\\d", "–"));
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : when.day(day);
            }

            @Override
            public @Nullable LocalDate fromString(@Nullable String typed) {
                return typed == null || typed.isBlank()
                        ? null
                        : when.typed(typed.strip()).orElse(picker.getValue());
            }
        });
        picker.valueProperty().addListener((value, old, now) -> changed());
        return picker;
    }

    private void changed() {
        if (!setting) {
            clear.setVisible(!isOpen());
            onChange.run();
        }
    }

    /** Whether everything is wanted. */
    boolean isOpen() {
        return search.getText().isBlank() && from.getValue() == null && to.getValue() == null;
    }

    /** What is wanted. */
    Journal.Search search() {
        String words = search.getText().strip();
        LocalDate last = to.getValue();
        return new Journal.Search(
                words.isEmpty() ? null : words, start(from.getValue()), start(last == null ? null : last.plusDays(1)));
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : when.start(day);
    }

    private void clear() {
        setting = true;
        search.clear();
        from.setValue(null);
        to.setValue(null);
        setting = false;
        changed();
        search.requestFocus();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
