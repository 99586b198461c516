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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.input.KeyCombination;

/** The order in which patients see things, changed by dragging lines or by keys. */
final class Ordering {
    private static final String SORT_KEY =
            "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key";

    private final LineTable table;
    private final Runnable sortByOrder;
    private final Messages messages;
    private final Bulk bulk;
    private final Consumer<String> tell;
    /** Whether a move is being written down; steps that are asked for meanwhile follow it. */
    private boolean moving;

    private int waiting;

    /**
     * @param sortByOrder sorts the table so that lines can be moved
     * @param tell says why they cannot
     */
    Ordering(LineTable table, Runnable sortByOrder, Messages messages, Bulk bulk, Consumer<String> tell) {
        this.table = table;
        this.sortByOrder = sortByOrder;
        this.messages = messages;
        this.bulk = bulk;
        this.tell = tell;
        new RowDrag(table, this::canDrag, this::drop);
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

    private boolean canDrag() {
        if (table.isFiltered() || !isSorted()) {
            tell.accept(messages.get(table.isFiltered() ? "page.order.filtered" : "page.order.otherwise"));
            return false;
        }
        table.sortNow();
        return !moving;
    }

    private void drop(List<Line> lines, int to) {
        List<Integer> places = lines.stream()
                .map(table.getItems()::indexOf)
                .filter(place -> place >= 0)
                .sorted()
                .toList();
        if (!places.isEmpty()) {
            move(places, Math.min(to, table.getItems().size()));
        }
    }

    private void step(int by) {
        if (moving) {
            waiting += by;
            return;
        }
        if (!isSorted()) {
            sortByOrder.run();
        }
        table.sortNow();
        List<Integer> places =
                table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        if (places.isEmpty()) {
            return;
        }
        int size = table.getItems().size();
        int to = Math.clamp(by < 0 ? places.getFirst() + by : places.getLast() + 1 + by, 0, size);
        move(places, to);
    }

    private boolean isSorted() {
        return !table.getSortOrder().isEmpty()
                && "order".equals(table.getSortOrder().getFirst().getId())
                && table.getSortOrder().getFirst().getSortType() == SortType.ASCENDING;
    }

    private void move(List<Integer> places, int to) {
        List<Item> items = new ArrayList<>();
        for (Line line : table.getItems()) {
            String key = line.row().summary().fact(Summaries.SORT_KEY);
            items.add(new Item(line.reference(), key.matches("-?\\d{1,8}") ? Integer.valueOf(key) : null));
        }
        List<Item> order = SortKeys.moved(items, places, to);
        if (order.equals(items)) {
            return;
        }
        Map<String, Integer> keys = SortKeys.changes(order, order.indexOf(items.get(places.getFirst())), places.size());
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        keys.forEach((reference, key) -> changes.put(reference, thing -> write(thing, key)));
        moving = true;
        bulk.change(changes, "page.done.ordered", table::sortNow, table::sortNow);
        bulk.afterwards(this::moved);
    }

    private void moved() {
        table.sortNow();
        moving = false;
        int steps = waiting;
        waiting = 0;
        if (steps != 0) {
            step(steps);
        }
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
