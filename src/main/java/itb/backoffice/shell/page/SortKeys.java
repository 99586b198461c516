package itb.backoffice.shell.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New sort keys after things were moved: those of the moved ones change, and others only where there is no number left
 * between their neighbours.
 */
final class SortKeys {
    /**
     * A thing in its place.
     *
     * @param key its present sort key; null where it has none, which sorts last
     */
    record Item(String reference, @Nullable Integer key) {}

    private SortKeys() {}

    /** The order after {@code moved} (places, ascending) were taken out and put before place {@code to}. */
    static List<Item> moved(List<Item> items, List<Integer> moved, int to) {
        List<Item> rest = new ArrayList<>();
        List<Item> block = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < items.size(); i++) {
            if (moved.contains(i)) {
                block.add(items.get(i));
                before += i < to ? 1 : 0;
            } else {
                rest.add(items.get(i));
            }
        }
        rest.addAll(to - before, block);
        return rest;
    }

    /** The keys that must change so that {@code items} sort in this order, where {@code count} at {@code from} were moved. */
    static Map<String, Integer> changes(List<Item> items, int from, int count) {
        Map<String, Integer> left = spread(items, from, from + count, true);
        Map<String, Integer> right = spread(items, from, from + count, false);
        if (left == null) {
            return right == null ? Map.of() : right;
        }
        return right == null || left.size() <= right.size() ? left : right;
    }

    /** Makes room on one side only, so that as few as possible move; null where there can be none. */
    private static @Nullable Map<String, Integer> spread(List<Item> items, int begin, int end, boolean toLeft) {
        int from = begin;
        int to = end;
        // What has no key before a moved thing would sort behind it.
        while (from > 0 && items.get(from - 1).key() == null) {
            from--;
        }
        while (true) {
            Integer low = from == 0 ? null : items.get(from - 1).key();
            Integer high = to == items.size() ? null : items.get(to).key();
            int needed = to - from;
            if (low == null || high == null || high - low > needed) {
                return numbered(items.subList(from, to), low, high);
            }
            if (toLeft) {
                from--;
            } else {
                to++;
            }
        }
    }

    private static Map<String, Integer> numbered(List<Item> block, @Nullable Integer low, @Nullable Integer high) {
        int first;
        int step = 1;
        if (low == null) {
            first = high == null ? 1 : high - block.size();
        } else if (high == null) {
            first = low + 1;
        } else {
            step = Math.max(1, (high - low) / (block.size() + 1));
            first = low + step;
        }
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (int i = 0; i < block.size(); i++) {
            int key = first + i * step;
            Item item = block.get(i);
            if (item.key() == null || item.key() != key) {
                keys.put(item.reference(), key);
            }
        }
        return keys;
    }
}
