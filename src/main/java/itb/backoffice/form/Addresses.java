package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an Address as people type them. Where the address is also there on one line, that line follows the parts
 * as long as it says the same as they do.
 */
public final class Addresses {
    /** The parts. */
    public enum Part {
        /** Street lines, one below the other. */
        STREET,
        POSTAL_CODE("postalCode"),
        TOWN("city"),
        COUNTRY("country"),
        /** The whole address on one line, for those that came with one of their own. */
        ONE_LINE("text");

        private final String element;

        Part() {
            this("line");
        }

        Part(String element) {
            this.element = element;
        }
    }

    private Addresses() {}

    /** A part as text, or an empty one. */
    public static String get(JsonNode address, Part part) {
        if (part != Part.STREET) {
            return address.path(part.element).asText("");
        }
        List<String> lines = new ArrayList<>();
        JsonNode line = address.path("line");
        if (line.isTextual()) {
            return line.asText();
        }
        line.forEach(each -> lines.add(each.asText("")));
        return String.join("\n", lines);
    }

    /** Whether the address has a line of its own that does not just repeat the parts. */
    public static boolean speaksForItself(JsonNode address) {
        String text = address.path("text").asText("");
        return !text.isBlank() && !text.equals(composed(address));
    }

    /** Writes a part; an empty text removes it. */
    public static void set(ObjectNode address, Part part, String text) {
        boolean follows = address.has("text") && !speaksForItself(address) && part != Part.ONE_LINE;
        if (text.isBlank()) {
            address.remove(part.element);
        } else if (part == Part.STREET) {
            street(address, text);
        } else {
            address.put(part.element, text);
        }
        if (follows) {
            String line = composed(address);
            if (line.isEmpty()) {
                address.remove("text");
            } else {
                address.put("text", line);
            }
        }
    }

    private static void street(ObjectNode address, String text) {
        ArrayNode lines = address.putArray("line");
        // A line that has only just been begun is none yet.
        text.stripTrailing().lines().forEach(lines::add);
    }

    private static String composed(JsonNode address) {
        String street = get(address, Part.STREET).replace("\n", ", ");
        String town = (get(address, Part.POSTAL_CODE) + " " + get(address, Part.TOWN)).strip();
        return street.isEmpty() ? town : town.isEmpty() ? street : street + ", " + town;
    }
}
