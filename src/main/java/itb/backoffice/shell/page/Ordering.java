package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.page.SortKeys.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;

/** The order in which patients see things, changed by dragging lines or by keys. */
final class Ordering {
    private static final String SORT_KEY =
            "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key";
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final LineTable table;
    private final Runnable sortByOrder;
    private final Messages messages;
    private final Bulk bulk;

    Ordering(LineTable table, Runnable sortByOrder, Messages messages, Bulk bulk) {
        this.table = table;
        this.sortByOrder = sortByOrder;
        this.messages = messages;
        this.bulk = bulk;
        table.setRowFactory(any -> row());
    }

    /** For the menus and keys. */
    List<Act> acts() {
        return List.of(act("up", "Alt+Up", -1), act("down", "Alt+Down", 1));
    }

    private Act act(String key, String keys, int by) {
        return new Act(
                key,
                null,
                KeyCombination.valueOf(keys),
                false,
                lines -> messages.get(table.isFiltered() ? "page.act.move.filtered" : "page.act." + key),
                lines -> !lines.isEmpty() && !table.isFiltered(),
                lines -> step(by));
    }

    private void step(int by) {
        if (!isSorted()) {
            sortByOrder.run();
        }
        List<Integer> places = places();
        int to = by < 0 ? places.getFirst() - 1 : places.getLast() + 2;
        if (to >= 0 && to <= table.getItems().size()) {
            move(places, to);
        }
    }

    private List<Integer> places() {
        return table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
    }

    private boolean isSorted() {
        return !table.getSortOrder().isEmpty()
                && "order".equals(table.getSortOrder().getFirst().getId())
                && table.getSortOrder().getFirst().getSortType() == SortType.ASCENDING;
    }

    private TableRow<Line> row() {
        TableRow<Line> row = new TableRow<>();
        row.setOnDragDetected(event -> {
            if (!row.isEmpty() && isSorted() && !table.isFiltered()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(row.getItem().row().summary().title());
                row.startDragAndDrop(TransferMode.MOVE).setContent(content);
                event.consume();
            }
        });
        row.setOnDragOver(event -> {
            if (event.getGestureSource() instanceof TableRow<?> other && other.getTableView() == table) {
                event.acceptTransferModes(TransferMode.MOVE);
                row.pseudoClassStateChanged(TARGET, true);
                event.consume();
            }
        });
        row.setOnDragExited(event -> row.pseudoClassStateChanged(TARGET, false));
        row.setOnDragDropped(event -> {
            List<Integer> places = places();
            int to = row.isEmpty() ? table.getItems().size() : row.getIndex();
            // Dragged downwards, a line takes the place of the one it is dropped on.
            move(places, !places.isEmpty() && places.getFirst() < to && !row.isEmpty() ? to + 1 : to);
            event.setDropCompleted(true);
            event.consume();
        });
        return row;
    }

    private void move(List<Integer> places, int to) {
        List<Item> items = new ArrayList<>();
        for (Line line : table.getItems()) {
            String key = line.row().summary().fact(Summaries.SORT_KEY);
            items.add(new Item(line.reference(), key.matches("-?\\d{1,8}") ? Integer.valueOf(key) : null));
        }
        if (places.isEmpty()) {
            return;
        }
        List<Item> order = SortKeys.moved(items, places, to);
        Map<String, Integer> keys = SortKeys.changes(order, order.indexOf(items.get(places.getFirst())), places.size());
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        keys.forEach((reference, key) -> changes.put(reference, thing -> write(thing, key)));
        bulk.change(changes, "page.done.ordered", table::sort, table::sort);
    }

    /** Writes the key where the thing has one, under whichever of the two URLs it came. */
    static ObjectNode write(ObjectNode thing, int key) {
        for (JsonNode extension : thing.path("extension")) {
            if (extension instanceof ObjectNode object
                    && extension.path("url").asText("").endsWith("/ext-sort-key")) {
                object.put("valueInteger", key);
                return thing;
            }
        }
        thing.withArrayProperty("extension").addObject().put("url", SORT_KEY).put("valueInteger", key);
        return thing;
    }
}
