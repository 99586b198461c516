package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Puts a resource into another order, and strange things between what is in it. The same number gives the same disorder. */
final class Disorder {
    /** Lists whose order says nothing, or whose items are found by name. */
    private static final Set<String> SHUFFLED = Set.of("extension", "contained", "identifier");

    private static final List<String> STRANGE = List.of(
            "null",
            "\"\"",
            "{}",
            "[]",
            "[null,{\"id\":\"x\"}]",
            "{\"extension\":[{\"url\":\"http://a.b/c\",\"valueDecimal\":10.7295010}]}",
            "\"\u202bمرحبا\u202c 🦷\"",
            "1E+3",
            "{\"zz\":{\"zz\":[[1.0]]}}");

    private final Random random;

    Disorder(long seed) {
        random = new Random(seed);
    }

    /** The same resource in disorder. */
    String of(String json) {
        return Json.write(disorder(Json.object(json), true));
    }

    private ObjectNode disorder(ObjectNode object, boolean top) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        if (!top) {
            Collections.shuffle(members, random);
        }
        ObjectNode odd = Json.object();
        for (Map.Entry<String, JsonNode> member : members) {
            if (random.nextInt(6) == 0) {
                odd.set("zz" + random.nextInt(1_000), strange());
            }
            String name = member.getKey();
            odd.set(name, disorder(name, member.getValue()));
            boolean plain = member.getValue().isValueNode() && !name.startsWith("_") && !object.has("_" + name);
            if (plain && !Set.of("resourceType", "url").contains(name) && random.nextInt(3) == 0) {
                odd.set("_" + name, Json.node("{\"extension\":[{\"url\":\"http://a.b/why\",\"valueCode\":\"x\"}]}"));
            }
        }
        return odd;
    }

    private JsonNode disorder(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return disorder(object, false);
        }
        if (!(value instanceof ArrayNode array)) {
            return value;
        }
        List<JsonNode> items = new ArrayList<>();
        array.forEach(item -> items.add(disorder("", item)));
        if (SHUFFLED.contains(name)) {
            if (name.equals("extension")) {
                items.add(Json.node("{\"url\":\"http://a.b/more" + random.nextInt(99) + "\",\"valueString\":\"\"}"));
            }
            Collections.shuffle(items, random);
        }
        ArrayNode odd = Json.array();
        items.forEach(odd::add);
        return odd;
    }

    private JsonNode strange() {
        return Json.node(STRANGE.get(random.nextInt(STRANGE.size())));
    }
}
