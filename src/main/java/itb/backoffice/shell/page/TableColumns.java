package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.page.TableMemory.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.input.MouseEvent;

/**
 * Which columns a table shows, how wide, and in which order: as the user has arranged it, or else by the room that
 * there is.
 */
final class TableColumns {
    private final LineTable table;
    private final Listing listing;
    private final TableMemory memory;
    private final Map<String, Boolean> chosen = new HashMap<>();
    private boolean setting;

    TableColumns(LineTable table, Listing listing, TableMemory memory) {
        this.table = table;
        this.listing = listing;
        this.memory = memory;
        Look look = memory.look(listing.key());
        if (look != null) {
            arrange(look);
        }
        fit();
        table.widthProperty().addListener((property, old, now) -> fit());
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.sortTypeProperty().addListener((property, old, now) -> changed());
        }
        table.getColumns().addListener((ListChangeListener<Object>) change -> changed());
        table.getSortOrder().addListener((ListChangeListener<Object>) change -> changed());
        // Widths change with the window too: only what the mouse has dragged is a choice.
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getY() < 40) {
                Platform.runLater(this::changed);
            }
        });
    }

    private void arrange(Look look) {
        chosen.putAll(look.shown());
        List<TableColumn<Line, ?>> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparingInt(column -> {
            int place = look.order().indexOf(column.getId());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        table.getColumns().setAll(columns);
        columns.forEach(column -> {
            Double width = look.widths().get(column.getId());
            if (width != null) {
                column.setPrefWidth(width);
            }
        });
        table.getSortOrder().clear();
        columns.stream().filter(column -> column.getId().equals(look.sort())).forEach(column -> {
            column.setSortType(look.descending() ? SortType.DESCENDING : SortType.ASCENDING);
            table.getSortOrder().add(column);
        });
    }

    private void fit() {
        setting = true;
        for (Column column : listing.columns()) {
            boolean shown = chosen.getOrDefault(column.cell(), table.getWidth() >= column.from());
            find(column.cell()).setVisible(shown);
        }
        setting = false;
    }

    private TableColumn<Line, ?> find(String cell) {
        return table.getColumns().stream()
                .filter(column -> column.getId().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    private void changed() {
        if (setting) {
            return;
        }
        Map<String, Double> widths = new HashMap<>();
        for (TableColumn<Line, ?> column : table.getColumns()) {
            if (column.isVisible() && column.getWidth() > 0) {
                widths.put(column.getId(), (double) Math.round(column.getWidth()));
            }
        }
        var sort = table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        memory.keep(
                listing.key(),
                new Look(
                        table.getColumns().stream().map(TableColumn::getId).toList(),
                        widths,
                        Map.copyOf(chosen),
                        sort == null ? null : sort.getId(),
                        sort != null && sort.getSortType() == SortType.DESCENDING));
    }

    /** A menu in which columns are shown and hidden. */
    Menu choose(Messages messages) {
        Menu menu = new Menu(messages.get("page.table.columns"));
        menu.setId("table-columns");
        for (Column column : listing.columns()) {
            CheckMenuItem item = new CheckMenuItem(messages.get("page.column." + column.cell()));
            item.setId("column-" + column.cell());
            item.selectedProperty().bindBidirectional(find(column.cell()).visibleProperty());
            item.setOnAction(event -> {
                chosen.put(column.cell(), item.isSelected());
                changed();
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    /** A menu in which the order of the rows is chosen, for those who do not use the mouse. */
    Menu sort(Messages messages) {
        Menu menu = new Menu(messages.get("page.table.sort"));
        menu.setId("table-sort");
        for (Column column : listing.columns()) {
            RadioMenuItem item = new RadioMenuItem(messages.get("page.column." + column.cell()));
            item.setId("sort-" + column.cell());
            item.setOnAction(event -> sortBy(find(column.cell())));
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> {
            var first =
                    table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
            for (MenuItem item : menu.getItems()) {
                ((RadioMenuItem) item)
                        .setSelected(first != null && Objects.equals(item.getId(), "sort-" + first.getId()));
            }
        });
        return menu;
    }

    /** Sorts by a column; by the one that it is sorted by already the other way round. */
    private void sortBy(TableColumn<Line, ?> column) {
        boolean again = table.getSortOrder().contains(column);
        column.setSortType(
                again && column.getSortType() == SortType.ASCENDING ? SortType.DESCENDING : SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    /** Sorts by {@code cell}, low first. */
    void sortBy(String cell) {
        TableColumn<Line, ?> column = find(cell);
        column.setSortType(SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
    }
}
