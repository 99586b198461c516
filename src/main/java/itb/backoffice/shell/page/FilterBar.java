package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.SortText;
import itb.backoffice.shell.page.LineFilter.Only;
import itb.backoffice.shell.page.LineFilter.Status;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Named;
import itb.backoffice.shell.part.SearchField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Search as you type, and the filters by the listing's cells, by status, findings and drafts. */
final class FilterBar extends VBox {
    private final Listing listing;
    private final Messages messages;
    private final Consumer<LineFilter> onChange;
    private final SearchField search;
    /** For each cell the box with its values; empty for every value. */
    private final Map<String, ComboBox<String>> cells = new LinkedHashMap<>();

    private final ComboBox<Status> status = new ComboBox<>();
    private final ToggleButton findings = new ToggleButton();
    private final ToggleButton drafts = new ToggleButton();
    private final Label onlyWords = new Label();
    private final HBox chip;
    private final Button clear;
    private @Nullable Only only;
    private boolean setting;

    FilterBar(Listing listing, Messages messages, Consumer<LineFilter> onChange) {
        super(8);
        this.listing = listing;
        this.messages = messages;
        this.onChange = onChange;
        search = new SearchField(listing.key() + "-search", messages.get("page.search." + listing.key()));
        clear = Buttons.icon("filter-clear", Feather.X, messages.get("page.filter.clear"), this::clear);
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setVisible(false);
        onlyWords.setMinWidth(0);
        chip = new HBox(
                4,
                onlyWords,
                Buttons.icon(
                        "filter-only-clear",
                        Feather.X,
                        messages.get("page.filter.only.clear"),
                        () -> set(filter(null))));
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("chip");
        chip.managedProperty().bind(chip.visibleProperty());
        chip.setVisible(false);
        searchField();
        HBox first = new HBox(8, search);
        if (listing.hasStatus()) {
            toggle(findings, "filter-findings", Feather.ALERT_TRIANGLE, messages.get("page.filter.findings"));
            toggle(drafts, "filter-drafts", Feather.EDIT_2, messages.get("page.filter.drafts"));
            first.getChildren().addAll(findings, drafts);
        }
        first.getChildren().add(clear);
        first.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(first);
        HBox second = boxes();
        if (!second.getChildren().isEmpty()) {
            getChildren().add(second);
        }
        getChildren().add(chip);
    }

    private void searchField() {
        search.setMinWidth(140);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((property, old, now) -> changed());
    }

    private HBox boxes() {
        HBox line = new HBox(8);
        for (String cell : listing.filters()) {
            ComboBox<String> box = new ComboBox<>();
            cells.put(cell, box);
            dress(box, "filter-" + cell, messages.get("page.column." + cell));
            box.setConverter(new Named<>(value -> value.isEmpty() ? messages.get("page.filter.any." + cell) : value));
            box.getItems().setAll("");
            box.setValue("");
            box.setVisibleRowCount(14);
            box.valueProperty().addListener((property, old, now) -> changed());
            line.getChildren().add(box);
        }
        if (listing.hasStatus()) {
            dress(status, "filter-status", messages.get("page.column.active"));
            status.setConverter(new Named<>(value -> messages.get("page.filter.status." + value)));
            status.getItems().setAll(Status.values());
            status.setValue(Status.ALL);
            status.valueProperty().addListener((property, old, now) -> changed());
            line.getChildren().add(status);
        }
        return line;
    }

    private static void dress(ComboBox<?> box, String id, String name) {
        box.setId(id);
        box.setAccessibleText(name);
        box.setPrefWidth(160);
        box.setMinWidth(80);
    }

    private void toggle(ToggleButton button, String id, Feather icon, String words) {
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.selectedProperty().addListener((property, old, now) -> changed());
    }

    private void changed() {
        if (!setting) {
            LineFilter filter = filter();
            clear.setVisible(!filter.isOpen());
            onChange.accept(filter);
        }
    }

    /** What the controls say now. */
    LineFilter filter() {
        return filter(only);
    }

    private LineFilter filter(@Nullable Only picked) {
        Map<String, String> chosen = new HashMap<>();
        cells.forEach((cell, box) -> {
            if (box.getValue() != null && !box.getValue().isEmpty()) {
                chosen.put(cell, box.getValue());
            }
        });
        Status state = status.getValue();
        return new LineFilter(
                search.getText() == null ? "" : search.getText().strip(),
                chosen,
                picked,
                state == null ? Status.ALL : state,
                findings.isSelected(),
                drafts.isSelected());
    }

    /** Sets all controls at once. */
    void set(LineFilter filter) {
        setting = true;
        search.setText(filter.typed());
        cells.forEach((cell, box) -> box.setValue(filter.cells().getOrDefault(cell, "")));
        status.setValue(filter.status());
        findings.setSelected(filter.withFindings());
        drafts.setSelected(filter.withDraft());
        only = filter.only();
        onlyWords.setText(only == null ? "" : only.words());
        chip.setVisible(only != null);
        setting = false;
        changed();
    }

    void clear() {
        set(LineFilter.ALL);
        search.requestFocus();
    }

    /** Offers the values that the cells of these lines have. */
    void offer(List<Line> lines) {
        cells.forEach((cell, box) -> {
            Set<SortText> values = new HashSet<>();
            int index = listing.kind().cells().indexOf(cell);
            lines.forEach(line -> values.add(line.row().texts().get(index)));
            List<String> items = new ArrayList<>(List.of(""));
            values.stream()
                    .sorted()
                    .map(SortText::text)
                    .filter(text -> !text.isEmpty())
                    .forEach(items::add);
            if (!items.equals(box.getItems())) {
                String value = box.getValue();
                setting = true;
                box.getItems().setAll(items);
                box.setValue(value != null && items.contains(value) ? value : "");
                setting = false;
                changed();
            }
        });
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
