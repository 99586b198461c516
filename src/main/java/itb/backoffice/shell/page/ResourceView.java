package itb.backoffice.shell.page;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.LineSource;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One kind of thing: search and filters, the table, and what can be done with the selected ones. */
final class ResourceView extends BorderPane {
    private final Listing listing;
    private final Messages messages;
    private final ObservableList<Line> lines;
    private final LineTable table;
    private final TableColumns columns;
    private final FilterBar filters;
    private final Label count = new Label();
    private ActBar acts;
    private Consumer<String> onSelect = reference -> {};
    private @Nullable String wanted;
    private @Nullable Node note;
    private Supplier<Node> empty;
    private boolean keeping;

    ResourceView(Listing listing, LineSource source, Messages messages, TableMemory memory, Background background) {
        this.listing = listing;
        this.messages = messages;
        this.lines = source.lines(listing.kind());
        this.table = new LineTable(listing, lines, messages, background, new LineOrder.Changes() {
            @Override
            public void wished(Runnable change) {
                keeping(change);
            }

            @Override
            public void beneath(Runnable change) {
                keeping(() -> table.inPlace(change));
            }
        });
        this.columns = new TableColumns(table, listing, memory);
        this.filters = new FilterBar(listing, messages, this::filter);
        this.acts = new ActBar(listing.key(), messages, table::selected, List.of());
        this.empty = () -> EmptyState.of(
                listing.icon(),
                messages.get("page.empty." + listing.key()),
                messages.get("page.empty." + listing.key() + ".next"));
        setCenter(table);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>)
                change -> selectionChanged());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> acts.pressed(event));
        lines.addListener((ListChangeListener<Line>) change -> showCount());
        table.getItems().addListener((ListChangeListener<Line>) change -> showCount());
        source.loadedProperty().addListener((property, old, now) -> {
            filters.offer(lines);
            showEmpty();
        });
        source.revisionProperty().addListener((property, old, now) -> acts.update());
    }

    /** Stands above the table from when it is said what can be done here. */
    void note(Node above) {
        note = above;
    }

    /** Shown where there are no lines at all, instead of the usual words. */
    void whenEmpty(Supplier<Node> state) {
        empty = state;
        showCount();
    }

    /** What is shown where there is nothing may be something else now. */
    void showEmpty() {
        if (lines.isEmpty()) {
            showCount();
        }
    }

    /** Says what can be done here; {@code select} is told which line was selected. */
    void offer(List<Act> all, List<Node> last, Consumer<String> select) {
        onSelect = select;
        acts = new ActBar(listing.key(), messages, table::selected, all);
        Label title = new Label(messages.get("shell.page." + listing.key()));
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("text-muted");
        count.setId(listing.key() + "-count");
        // Where there is little room, it gives way.
        count.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, title, count, space);
        line.getChildren().addAll(acts.buttons(columns.choose(messages), columns.sort(messages)));
        line.getChildren().addAll(last);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(8, line, filters);
        if (note != null) {
            head.getChildren().add(note);
        }
        head.getStyleClass().add("page-head");
        setTop(head);
        table.setContextMenu(acts.menu(columns.choose(messages), columns.sort(messages)));
        filters.offer(lines);
        acts.update();
        showCount();
    }

    /** Sorts by the cell {@code cell}, low first. */
    void sortBy(String cell) {
        columns.sortBy(cell);
    }

    /** The table, for what belongs to its kind alone. */
    LineTable table() {
        return table;
    }

    /** Another selection, or another cell of it. */
    void selectionChanged() {
        List<Line> selected = table.selected();
        acts.update();
        showCount();
        // An empty selection is what a filter or a refresh leaves behind: the open thing stays open.
        if (!keeping && selected.size() == 1 && !selected.getFirst().reference().equals(wanted)) {
            wanted = selected.getFirst().reference();
            onSelect.accept(wanted);
        }
    }

    private void filter(LineFilter filter) {
        table.filter(filter);
        showCount();
    }

    /** What is selected stays selected when data change under the table. */
    private void keeping(Runnable change) {
        List<Line> selected = table.selected();
        int place = table.getSelectionModel().getSelectedIndex();
        keeping = true;
        change.run();
        if (!selected.isEmpty()
                && Collections.disjoint(selected, selected.size() == 1 ? lines : new HashSet<>(lines))) {
            selectNear(place);
        } else if (selected.size() > 1) {
            selectAgain(new HashSet<>(selected));
        } else if (wanted != null) {
            select(wanted);
        }
        keeping = false;
        selectionChanged();
    }

    /** What was selected is gone: the keyboard goes on from its neighbour. */
    private void selectNear(int place) {
        if (getScene() == null) {
            // Nobody is looking: what the page opened would only be in the way of where the user is.
            wanted = null;
        } else if (!table.getItems().isEmpty()) {
            table.getSelectionModel()
                    .clearAndSelect(Math.clamp(place, 0, table.getItems().size() - 1));
        }
    }

    private void selectAgain(Set<Line> selected) {
        List<Line> shown = table.getItems();
        int[] places = IntStream.range(0, shown.size())
                .filter(place -> selected.contains(shown.get(place)))
                .toArray();
        table.getSelectionModel().clearSelection();
        if (places.length > 0) {
            table.getSelectionModel().selectIndices(places[0], places);
        }
    }

    private void showCount() {
        int shown = table.getItems().size();
        int selected = table.getSelectionModel().getSelectedIndices().size();
        String all = shown == lines.size()
                ? messages.get("page.table.count", shown)
                : messages.get("page.table.countFiltered", shown, lines.size());
        count.setText(selected > 1 ? messages.get("page.table.selected", selected) : all);
        if (shown == 0) {
            table.setPlaceholder(placeholder(filters.filter()));
        }
    }

    private Node placeholder(LineFilter filter) {
        String key = listing.key();
        if (lines.isEmpty() || filter.isOpen()) {
            return empty.get();
        }
        return EmptyState.of(
                Feather.FILTER,
                messages.get("page.nothing." + key),
                messages.get("page.nothing.next"),
                Buttons.plain(key + "-show-all", messages.get("page.nothing.showAll"), filters::clear));
    }

    /** Selects the line of {@code reference} and scrolls to it where it is not in sight. */
    void select(String reference) {
        wanted = reference;
        var selection = table.getSelectionModel();
        Line selected = selection.getSelectedItem();
        if (selected != null
                && selected.reference().equals(reference)
                && selection.getSelectedIndices().size() == 1) {
            return;
        }
        List<Line> shown = table.getItems();
        for (int i = 0; i < shown.size(); i++) {
            if (Objects.equals(shown.get(i).reference(), reference)) {
                selection.clearAndSelect(i);
                if (!keeping) {
                    table.scrollTo(Math.max(0, i - 3));
                }
                return;
            }
        }
    }

    /** The only thing that there is, unless something was selected before. */
    Optional<String> only() {
        return wanted == null && lines.size() == 1
                ? Optional.of(lines.getFirst().reference())
                : Optional.empty();
    }

    /** Shows only what {@code filter} lets through. */
    void show(LineFilter filter) {
        filters.set(filter);
    }

    /** Puts the keyboard into the search field. */
    void focusSearch() {
        filters.focusSearch();
    }

    /** Puts the keyboard into the table. */
    void focusTable() {
        table.requestFocus();
    }
}
