package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes single elements of a resource's JSON. A path is names joined by dots; an item of an array is named
 * by its identity: {@code extension[URL]} by url, {@code identifier[SYSTEM]} by system, {@code contained[ID]} by id; an
 * identifier without a name of its own by its number, from nought; the second extension of one url is {@code
 * extension[URL (2)]}. Writing touches the named element alone;
 * containers are made when needed, and removed again only where a removal has left them empty.
 */
public final class Elements {
    /** Items that are never found by number: a name that looks like one is still a name. */
    private static final Set<String> NAMED = Set.of("extension", "modifierExtension", "contained");

    private static final Pattern AGAIN = Pattern.compile("(.*) \\((\\d{1,4})\\)");

    private record Step(String name, @Nullable String item) {
        String identityMember() {
            return switch (name) {
                case "extension", "modifierExtension" -> "url";
                case "identifier" -> "system";
                default -> "id";
            };
        }
    }

    private Elements() {}

    /** The value at {@code path}, or null where there is none. */
    public static @Nullable JsonNode get(ObjectNode resource, String path) {
        JsonNode at = resource;
        for (Step step : steps(path)) {
            at = child(at, step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** The text at {@code path}, or an empty one. */
    public static String text(ObjectNode resource, String path) {
        JsonNode value = get(resource, path);
        return value == null || !value.isValueNode() ? "" : value.asText();
    }

    /** Puts {@code value} at {@code path}; null removes the element. */
    public static void set(ObjectNode resource, String path, @Nullable JsonNode value) {
        List<Step> steps = steps(path);
        if (value == null) {
            remove(resource, steps, 0);
            return;
        }
        ObjectNode at = resource;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            at = childMade(at, step);
        }
        Step last = steps.getLast();
        if (last.item() == null) {
            at.set(last.name(), value);
        } else {
            putItem(at, last, value);
        }
    }

    private static void putItem(ObjectNode parent, Step step, JsonNode value) {
        ArrayNode items = items(parent, step);
        int index = index(items, step);
        if (index >= 0) {
            items.set(index, value);
        } else {
            items.add(value);
        }
    }

    /** The array of {@code step}; a single value that a server sent in place of one becomes its only item. */
    private static ArrayNode items(ObjectNode parent, Step step) {
        JsonNode there = parent.get(step.name());
        if (there instanceof ArrayNode items) {
            return items;
        }
        ArrayNode made = parent.putArray(step.name());
        if (there instanceof ObjectNode single) {
            made.add(single);
        }
        return made;
    }

    /** The list at {@code member}, made where there is none; what a server sent in place of one is its only item. */
    public static ArrayNode list(ObjectNode parent, String member) {
        return items(parent, new Step(member, null));
    }

    private static int index(JsonNode items, Step step) {
        for (int i = 0; i < items.size(); i++) {
            if (items.path(i).path(step.identityMember()).asText().equals(step.item())) {
                return i;
            }
        }
        Matcher again = step.item() == null ? null : AGAIN.matcher(step.item());
        if (again != null && again.matches() && step.name().endsWith("xtension")) {
            return again(items, again.group(1), Integer.parseInt(again.group(2)));
        }
        boolean counted = step.item() != null
                && !NAMED.contains(step.name())
                && step.item().matches("\\d{1,6}");
        int number = counted ? Integer.parseInt(step.item()) : -1;
        return number < items.size() ? number : -1;
    }

    /** The place of the {@code number}th extension with this url. */
    private static int again(JsonNode items, String url, int number) {
        int seen = 0;
        for (int i = 0; i < items.size(); i++) {
            seen += items.path(i).path("url").asText().equals(url) ? 1 : 0;
            if (seen == number) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable JsonNode child(JsonNode parent, Step step) {
        JsonNode member = parent.get(step.name());
        if (member == null || step.item() == null) {
            return member;
        }
        return member.get(index(member, step));
    }

    private static ObjectNode childMade(ObjectNode parent, Step step) {
        if (child(parent, step) instanceof ObjectNode there) {
            return there;
        }
        if (step.item() == null) {
            return parent.putObject(step.name());
        }
        return items(parent, step).addObject().put(step.identityMember(), step.item());
    }

    private static void remove(ObjectNode parent, List<Step> steps, int index) {
        Step step = steps.get(index);
        JsonNode child = child(parent, step);
        if (child == null) {
            return;
        }
        if (index < steps.size() - 1) {
            if (!(child instanceof ObjectNode inside)) {
                return;
            }
            remove(inside, steps, index + 1);
            boolean onlyItsName = step.item() != null && inside.size() == 1 && inside.has(step.identityMember());
            if (!inside.isEmpty() && !onlyItsName) {
                return;
            }
        }
        if (step.item() == null) {
            parent.remove(step.name());
        } else if (parent.get(step.name()) instanceof ArrayNode items) {
            items.removeIf(item -> item == child);
            if (items.isEmpty()) {
                parent.remove(step.name());
            }
        }
    }

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            int open = path.indexOf('[', at);
            int dot = path.indexOf('.', at);
            if (open >= 0 && (dot < 0 || open < dot)) {
                int close = path.indexOf(']', open);
                steps.add(new Step(path.substring(at, open), path.substring(open + 1, close)));
                at = close + 2;
            } else {
                int end = dot < 0 ? path.length() : dot;
                steps.add(new Step(path.substring(at, end), null));
                at = end + 1;
            }
        }
        return steps;
    }
}
