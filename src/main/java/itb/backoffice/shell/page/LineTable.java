package itb.backoffice.shell.page;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.Row;
import itb.backoffice.shell.chain.SortText;
import itb.backoffice.shell.part.Soon;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** The table of one kind of thing: columns, sorting in the user's language, what is selected. */
final class LineTable extends TableView<Line> {
    /** So many can be selected by one key. */
    static final int MOST_SELECTED = 5_000;

    /** How much of the width that it would like to have a column must get. */
    private static final double LEAST = 0.4;

    private final Listing listing;
    private final Messages messages;
    private final Marks marks;
    private final LineOrder order;
    private final CellMark mark = new CellMark(this);

    /** @param changes runs every change of what is shown */
    LineTable(
            Listing listing,
            ObservableList<Line> lines,
            Messages messages,
            Background background,
            LineOrder.Changes changes) {
        this.listing = listing;
        this.messages = messages;
        this.marks = new Marks(messages);
        this.order = new LineOrder(lines, background, changes);
        setId(listing.key());
        setAccessibleText(messages.get("shell.page." + listing.key()));
        setItems(order.shown());
        // The table's own way to sort takes its time on the FX thread.
        Soon sorting = new Soon(() -> order.sort(comparator()));
        setSortPolicy(any -> {
            sorting.please();
            return true;
        });
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        // What one column gains, those to its right give: the last one alone has nothing to give.
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getStyleClass().add("dense");
        listing.columns().forEach(column -> getColumns().add(column(column)));
        getSortOrder().add(getColumns().getFirst());
    }

    /** Puts the lines in order as they are now: what stands in them may have changed since they were sorted. */
    void sortNow() {
        order.sort(comparator());
    }

    void filter(LineFilter filter) {
        order.filter(filter.compiled());
    }

    /** Whether some lines are hidden. */
    boolean isFiltered() {
        return order.isFiltered();
    }

    /** How the columns that the user has chosen sort; null where there are none. */
    private @Nullable Comparator<Row> comparator() {
        Comparator<Row> all = null;
        for (TableColumn<Line, ?> column : getSortOrder()) {
            Comparator<Row> one = comparator(column.getId());
            Comparator<Row> by = column.getSortType() == SortType.DESCENDING ? one.reversed() : one;
            all = all == null ? by : all.thenComparing(by);
        }
        return all;
    }

    private Comparator<Row> comparator(String cell) {
        if (Marks.isMark(cell)) {
            return Marks.order(cell);
        }
        int index = listing.kind().cells().indexOf(cell);
        return Comparator.comparing(row -> row.texts().get(index));
    }

    /**
     * Selects all; the first ones of a table so long that nobody could mean them all, and the toolkit would take seconds.
     * True where that was done.
     */
    boolean selectFirst() {
        if (getItems().size() <= MOST_SELECTED) {
            getSelectionModel().selectAll();
            return false;
        }
        getSelectionModel().clearSelection();
        getSelectionModel().selectRange(0, MOST_SELECTED);
        return true;
    }

    /** Changes the lines, and leaves those that are in sight where they are. */
    void inPlace(Runnable change) {
        // Where lines changed since the last pulse, the cells still stand where they were.
        layout();
        VirtualFlow<?> flow = (VirtualFlow<?>) lookup(".virtual-flow");
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        Object line = first == null ? null : first.getItem();
        double cut = first == null ? 0 : first.getLayoutY();
        boolean atTheTop = first == null || first.getIndex() == 0 && cut == 0;
        int before = first == null ? -1 : first.getIndex();
        change.run();
        int now = atTheTop || !(line instanceof Line) ? -1 : getItems().indexOf(line);
        if (flow != null && now >= 0 && now != before) {
            scrollTo(now);
            layout();
            flow.scrollPixels(-cut);
        }
    }

    /** The selected lines, in their order on the screen. */
    List<Line> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** What stands in the shown columns of {@code lines}. */
    LineTexts texts(List<Line> lines) {
        return new LineTexts(
                getVisibleLeafColumns().stream().map(TableColumn::getId).toList(),
                getVisibleLeafColumns().stream().map(TableColumn::getText).toList(),
                lines.stream().map(Line::row).toList(),
                marks);
    }

    /** What stands in the marked cell of {@code line}. */
    String cell(Line line) {
        TableColumn<Line, ?> column = mark.current();
        return column == null ? "" : texts(List.of(line)).text(line.row(), column.getId());
    }

    /** Told when another cell is marked. */
    void onMark(Runnable told) {
        mark.onChange(told);
    }

    private TableColumn<Line, ?> column(Column column) {
        TableColumn<Line, ?> made = Marks.isMark(column.cell()) ? mark(column) : cell(column);
        made.setId(column.cell());
        made.setPrefWidth(column.width());
        return made;
    }

    private TableColumn<Line, SortText> cell(Column column) {
        TableColumn<Line, SortText> made = new TableColumn<>(messages.get("page.column." + column.cell()));
        int index = listing.kind().cells().indexOf(column.cell());
        made.setCellValueFactory(
                line -> line.getValue().rowProperty().map(row -> row.texts().get(index)));
        made.setCellFactory(any -> new TextCell());
        made.setMinWidth(column.width() * LEAST);
        if (column.number()) {
            made.getStyleClass().add("number");
        }
        return made;
    }

    private TableColumn<Line, Row> mark(Column column) {
        TableColumn<Line, Row> made = new TableColumn<>(messages.get("page.column." + column.cell()));
        made.setCellValueFactory(line -> line.getValue().rowProperty());
        made.setCellFactory(any -> new MarkCell(column.cell()));
        made.setMinWidth(column.width());
        return made;
    }

    private final class TextCell extends TableCell<Line, SortText> {
        TextCell() {
            mark.dress(this);
        }

        @Override
        protected void updateItem(@Nullable SortText value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : value.text());
        }
    }

    private final class MarkCell extends TableCell<Line, Row> {
        private final String cell;

        MarkCell(String cell) {
            this.cell = cell;
            mark.dress(this);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : marks.badge(cell, row));
        }
    }
}
