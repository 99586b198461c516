package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The parts of a HumanName as people type them. A text of the whole name follows as long as it says the same. */
public final class PersonNames {
    /** The parts. */
    public enum Part {
        GIVEN("given"),
        FAMILY("family"),
        /** The whole name. */
        TEXT("text");

        private final String element;

        Part(String element) {
            this.element = element;
        }

        /** The element's name. */
        public String element() {
            return element;
        }
    }

    private PersonNames() {}

    /** A part as text, or an empty one. */
    public static String get(JsonNode name, Part part) {
        JsonNode value = name.path(part.element);
        if (part != Part.GIVEN || value.isTextual()) {
            return value.asText("");
        }
        List<String> given = new ArrayList<>();
        value.forEach(each -> given.add(each.asText("")));
        return String.join(" ", given);
    }

    /** Whether the name came as a whole, without parts. */
    public static boolean isWhole(JsonNode name) {
        return name.has("text") && !name.has("given") && !name.has("family");
    }

    /** Writes a part; an empty text removes it. */
    public static void set(ObjectNode name, Part part, String text) {
        boolean follows = part != Part.TEXT && name.path("text").asText("").equals(composed(name));
        if (text.isBlank()) {
            name.remove(part.element);
        } else if (part == Part.GIVEN) {
            ArrayNode given = name.putArray("given");
            for (String each : text.strip().split("\\s+")) {
                given.add(each);
            }
        } else {
            name.put(part.element, text.strip());
        }
        if (follows && name.has("text")) {
            name.put("text", composed(name));
        }
    }

    private static String composed(JsonNode name) {
        return (get(name, Part.GIVEN) + " " + get(name, Part.FAMILY)).strip();
    }
}
