package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a resource has and its form has no field for, as things with names; pictures and long lists included. */
public final class OtherData {
    /** What is never listed: the resource's own name, which nobody may change. */
    private static final Set<String> FRAME = Set.of("resourceType", "id");

    private static final Set<String> NAMED = Set.of("extension", "modifierExtension", "contained");

    /**
     * One thing.
     *
     * @param path in the notation of {@code draft.Change#path}
     * @param pointer where it is, as a JSON pointer
     * @param name what to call it
     * @param server whether only the server writes it
     */
    public record Entry(String path, String pointer, String name, JsonNode value, boolean server) {
        /** The single values in it, in their order. */
        public List<Leaf> leaves() {
            List<Leaf> leaves = new ArrayList<>();
            OtherData.leaves(pointer, "", value, leaves);
            return leaves;
        }
    }

    /**
     * One value in an entry.
     *
     * @param pointer where it is
     * @param name what to call it; empty where the entry's own name says it
     */
    public record Leaf(String pointer, String name, JsonNode value) {}

    private final Form form;
    private final List<Entry> found = new ArrayList<>();

    private OtherData(Form form) {
        this.form = form;
    }

    /** What {@code form} has no field for in {@code resource}. */
    public static List<Entry> of(Form form, ObjectNode resource) {
        OtherData other = new OtherData(form);
        other.members("", "", resource);
        return List.copyOf(other.found);
    }

    /** Whether a draft changes something that {@code form} has no field for. */
    public static boolean differs(Form form, @Nullable ObjectNode base, ObjectNode mine) {
        return base != null && !values(form, base).equals(values(form, mine));
    }

    private static Map<String, List<JsonNode>> values(Form form, ObjectNode resource) {
        Map<String, List<JsonNode>> values = new HashMap<>();
        of(form, resource).stream()
                .filter(entry -> !entry.server())
                .forEach(entry -> values.computeIfAbsent(entry.path(), any -> new ArrayList<>())
                        .add(entry.value()));
        return values;
    }

    private void members(String path, String pointer, ObjectNode of) {
        for (var member : of.properties()) {
            String name = member.getKey();
            boolean frame =
                    path.isEmpty() ? FRAME.contains(name) : Set.of("id", "url").contains(name);
            if (!frame) {
                String inside = path.isEmpty() ? name : path + "." + name;
                look(inside, pointer + "/" + escaped(name), name, member.getValue());
            }
        }
    }

    private void look(String path, String pointer, String name, JsonNode value) {
        if (form.fields().stream().anyMatch(field -> field.covers(path))) {
            return;
        }
        boolean partly = form.fields().stream().anyMatch(field -> field.liesIn(path));
        if (partly && value instanceof ObjectNode object) {
            members(path, pointer, object);
        } else if (value.isArray() && (partly || NAMED.contains(name))) {
            for (int i = 0; i < value.size(); i++) {
                JsonNode item = value.get(i);
                look(path + "[" + identity(name, value, i) + "]", pointer + "/" + i, name + "[]", item);
            }
        } else {
            found.add(new Entry(path, pointer, title(name, value), value, path.equals("meta")));
        }
    }

    private static String identity(String array, JsonNode items, int index) {
        JsonNode item = items.get(index);
        String name = switch (array) {
            case "extension", "modifierExtension" -> again(items, index);
            case "identifier" -> item.path("system").asText("");
            default -> item.path("id").asText("");
        };
        return name.isEmpty() ? String.valueOf(index) : name;
    }

    /** The second extension of one url is called {@code URL (2)}. */
    private static String again(JsonNode items, int index) {
        String url = items.get(index).path("url").asText("");
        int number = 1;
        for (int i = 0; i < index; i++) {
            number += items.get(i).path("url").asText("").equals(url) ? 1 : 0;
        }
        return number == 1 || url.isEmpty() ? url : url + " (" + number + ")";
    }

    private static String title(String name, JsonNode value) {
        if (value.has("url") && name.matches("(modifierE|e)xtension\\[\\]")) {
            return Readable.url(value.path("url").asText());
        }
        String type = value.path("resourceType").asText("");
        return type.isEmpty() ? Readable.name(name.replace("[]", "")) : Readable.name(type);
    }

    private static void leaves(String pointer, String name, JsonNode value, List<Leaf> into) {
        if (value.isValueNode()) {
            into.add(new Leaf(pointer, name, value));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                leaves(pointer + "/" + i, item(name, value, i), value.get(i), into);
            }
        } else {
            for (var member : value.properties()) {
                if (!silent(member.getKey(), value)) {
                    String inside = joined(name, member(member.getKey(), value));
                    leaves(pointer + "/" + escaped(member.getKey()), inside, member.getValue(), into);
                }
            }
        }
    }

    /** What only says what the thing is: its name tells it already. */
    private static boolean silent(String member, JsonNode of) {
        return of.has("resourceType") ? FRAME.contains(member) : member.equals("url") && isExtension(of);
    }

    private static boolean isExtension(JsonNode value) {
        return value.has("extension")
                || value.properties().stream().anyMatch(each -> each.getKey().matches("_?value[A-Z].*"));
    }

    private static String item(String name, JsonNode items, int index) {
        JsonNode item = items.get(index);
        if (item.has("url") && isExtension(item)) {
            return joined(name, Readable.url(item.path("url").asText()));
        }
        return items.size() > 1 ? (name + " " + (index + 1)).strip() : name;
    }

    private static String member(String member, JsonNode of) {
        boolean nameless = of.has("url") && isExtension(of) && member.matches("value[A-Z].*")
                || member.equals("extension")
                || member.equals("modifierExtension");
        return nameless ? "" : Readable.name(member);
    }

    private static String joined(String name, String more) {
        return name.isEmpty() ? more : more.isEmpty() ? name : name + " › " + more;
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
