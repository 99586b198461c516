package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.shell.page.SortKeys.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortKeysTest {
    private static List<Item> items(Integer... keys) {
        List<Item> items = new ArrayList<>();
        for (Integer key : keys) {
            items.add(new Item("t" + items.size(), key));
        }
        return items;
    }

    private static Map<String, Integer> move(List<Item> items, int from, int to) {
        List<Item> order = SortKeys.moved(items, List.of(from), to);
        return SortKeys.changes(order, order.indexOf(items.get(from)), 1);
    }

    @Test
    void onlyTheMovedOneChangesWhereThereIsRoom() {
        assertEquals(Map.of("t3", 15), move(items(10, 20, 30, 40), 3, 1));
        assertEquals(Map.of("t2", 9), move(items(10, 20, 30), 2, 0));
        assertEquals(Map.of("t0", 31), move(items(10, 20, 30), 0, 3));
    }

    @Test
    void withoutRoomAsFewOthersAsPossibleGiveWay() {
        assertEquals(Map.of("t3", 1, "t0", 0), move(items(1, 2, 3, 4, 5, 6, 7), 3, 1));
        assertEquals(2, move(items(1, 2, 3, 4), 1, 3).size(), "two neighbours change places");
    }

    @Test
    void whatHasNoKeyGetsOneWhereItIsMovedAmongOthers() {
        assertEquals(Map.of("t2", 15), move(items(10, 20, null), 2, 1));
        assertEquals(2, move(items(10, null, null), 0, 2).size());
    }

    @Test
    void theOrderIsAlwaysTheOneThatWasAskedFor() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            TreeSet<Integer> keys = new TreeSet<>();
            int size = 2 + random.nextInt(9);
            while (keys.size() < size) {
                keys.add(random.nextInt(size * (1 + random.nextInt(3))) - 2);
            }
            List<Item> items = items(keys.toArray(new Integer[0]));
            int from = random.nextInt(size);
            int count = 1 + random.nextInt(size - from);
            List<Integer> moved = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                moved.add(from + i);
            }
            int to = random.nextInt(size + 1);
            List<Item> order = SortKeys.moved(items, moved, to);
            Map<String, Integer> changes = SortKeys.changes(order, order.indexOf(items.get(from)), count);
            Integer last = null;
            for (Item item : order) {
                Integer key = changes.getOrDefault(item.reference(), item.key());
                assertTrue(last == null || last < key, () -> items + " " + moved + " " + to + " " + changes);
                last = key;
            }
        }
    }
}
