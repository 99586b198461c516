package itb.backoffice.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** What a resource mentions anywhere in it: other resources, identifiers, and words that people read. */
final class Mentions {
    private static final Pattern LITERAL =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/#?([A-Za-z0-9.-]+)(?:/_history/.*)?");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    /** Names of elements whose texts are meant for programs. */
    private static final Set<String> TECHNICAL = Set.of(
            "url",
            "system",
            "reference",
            "id",
            "resourceType",
            "contentType",
            "meta",
            "use",
            "kind",
            "status",
            "type",
            "data",
            "div");

    /** Where an address in the web is something that people read: contacts, links to booking elsewhere. */
    private static final Set<String> ADDRESSES = Set.of("value", "valueUrl", "valueUri");

    /** All texts of a clinic; only a whole book is cut off. */
    private static final int MOST_WORDS = 20_000;

    private Mentions() {}

    /**
     * Each {@code Type/id} that is referred to, a line each. Contained places say nothing: a clinic's own address is
     * told by {@link Summaries#AREA_ID}, and others are copies of areas.
     */
    static String references(ObjectNode json) {
        Set<String> found = new LinkedHashSet<>();
        references(json, found);
        return String.join("\n", found);
    }

    private static void references(JsonNode node, Set<String> found) {
        if (node.path("reference").isTextual()) {
            var literal = LITERAL.matcher(node.path("reference").asText());
            if (literal.matches()) {
                found.add(literal.group(1) + "/" + literal.group(2));
            }
        }
        node.forEach(child -> {
            if (child.isContainerNode()
                    && !child.path("resourceType").asText("").equals("Location")) {
                references(child, found);
            }
        });
    }

    /** Each {@code system|value} that the resource is known by, a line each. */
    static String identifiers(ObjectNode json) {
        StringJoiner keys = new StringJoiner("\n");
        for (JsonNode identifier : json.path("identifier")) {
            String key = Summaries.key(identifier);
            if (!key.isEmpty()) {
                keys.add(key.replace('\n', ' '));
            }
        }
        return keys.toString();
    }

    /** All that people can read, each text once, as much of it as is worth searching. */
    static String words(ObjectNode json) {
        Set<String> found = new LinkedHashSet<>();
        words(json, found);
        String all = TAGS.matcher(String.join(" ", found)).replaceAll(" ");
        return all.length() <= MOST_WORDS ? all : all.substring(0, MOST_WORDS);
    }

    private static void words(JsonNode node, Set<String> found) {
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            if (!TECHNICAL.contains(child.getKey())) {
                add(child.getKey(), child.getValue(), found);
            }
        }
        if (node.isArray()) {
            node.forEach(child -> add("", child, found));
        }
    }

    private static void add(String name, JsonNode value, Set<String> found) {
        if (value.isTextual()) {
            String text = value.asText();
            if (!text.isBlank() && (ADDRESSES.contains(name) || !text.startsWith("http"))) {
                found.add(text.strip());
            }
        } else {
            words(value, found);
        }
    }
}
