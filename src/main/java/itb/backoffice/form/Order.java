package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what was taken away and came back where it was, so that an edit that was undone by hand leaves the text as the
 * server sent it. Touches members of objects, extensions and contained resources; the order of other arrays may matter.
 */
final class Order {
    private Order() {}

    /** Orders {@code mine} like {@code base}, as far as both have the same; the rest stays behind what it stood behind. */
    static void restore(ObjectNode base, ObjectNode mine) {
        List<String> wanted = order(names(base), names(mine));
        if (!wanted.equals(names(mine))) {
            Map<String, JsonNode> members = new HashMap<>();
            mine.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            mine.removeAll();
            wanted.forEach(name -> mine.set(name, members.get(name)));
        }
        for (var member : mine.properties()) {
            JsonNode before = base.get(member.getKey());
            if (before instanceof ObjectNode one && member.getValue() instanceof ObjectNode other) {
                restore(one, other);
            } else if (before instanceof ArrayNode one && member.getValue() instanceof ArrayNode other) {
                items(member.getKey(), one, other);
            }
        }
    }

    private static void items(String array, ArrayNode base, ArrayNode mine) {
        String identity = array.equals("contained") ? "id" : "url";
        boolean free = array.equals("contained") || array.equals("extension") || array.equals("modifierExtension");
        List<String> before = names(base, identity);
        List<String> now = names(mine, identity);
        if (!free || !distinct(before) || !distinct(now)) {
            return;
        }
        List<String> wanted = order(before, now);
        if (!wanted.equals(now)) {
            List<JsonNode> items = new ArrayList<>();
            wanted.forEach(name -> items.add(mine.get(now.indexOf(name))));
            mine.removeAll();
            mine.addAll(items);
        }
        for (int i = 0; i < wanted.size(); i++) {
            int index = before.indexOf(wanted.get(i));
            if (index >= 0 && base.get(index) instanceof ObjectNode one && mine.get(i) instanceof ObjectNode other) {
                restore(one, other);
            }
        }
    }

    /** The names of {@code now}: those that {@code before} knows in its order, each new one behind its neighbour. */
    private static List<String> order(List<String> before, List<String> now) {
        List<String> wanted = new ArrayList<>(before);
        wanted.retainAll(now);
        String neighbour = null;
        for (String name : now) {
            if (!before.contains(name)) {
                wanted.add(neighbour == null ? 0 : wanted.indexOf(neighbour) + 1, name);
            }
            neighbour = name;
        }
        return wanted;
    }

    private static boolean distinct(List<String> names) {
        return !names.contains("") && names.stream().distinct().count() == names.size();
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(ArrayNode items, String identity) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : items) {
            String name = item.path(identity).asText("");
            String again = name;
            for (int number = 2; !name.isEmpty() && names.contains(again); number++) {
                again = name + " (" + number + ")";
            }
            names.add(again);
        }
        return names;
    }
}
