package itb.backoffice.upload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts together what depends on one another, directly or over others. */
final class Groups {
    private Groups() {}

    /**
     * The groups, in the order of their first members, each in the order of {@code items}.
     *
     * @param name what an item is called
     * @param after the names of what it depends on; others than those of {@code items} do not count
     */
    static <T> List<List<T>> of(List<T> items, Function<T, String> name, Function<T, Set<String>> after) {
        Map<String, String> leaders = new HashMap<>();
        items.forEach(item -> leaders.put(name.apply(item), name.apply(item)));
        for (T item : items) {
            for (String needed : after.apply(item)) {
                if (leaders.containsKey(needed)) {
                    leaders.put(leader(leaders, name.apply(item)), leader(leaders, needed));
                }
            }
        }
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(leader(leaders, name.apply(item)), key -> new ArrayList<>())
                    .add(item);
        }
        return List.copyOf(groups.values());
    }

    private static String leader(Map<String, String> leaders, String name) {
        String leader = name;
        for (String next = leaders.get(leader); next != null && !next.equals(leader); next = leaders.get(leader)) {
            leader = next;
        }
        return leader;
    }
}
