package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a resource can be found by.
 *
 * @param name the parameter
 * @param qualifier a token's system, a reference's type, or a string as it was written
 * @param value a token's code, a reference's id, or a string without case and accents
 */
record SearchValue(String name, String qualifier, String value) {
    /** What is under the identifier of a reference, which need not have a reference at all. */
    static final String IDENTIFIER = ":identifier";

    /** Everything that {@code resource} can be found by. */
    static Set<SearchValue> of(ResourceType type, ObjectNode resource) {
        Set<SearchValue> values = new LinkedHashSet<>();
        List<SearchParam> params = new ArrayList<>(type.params());
        params.addAll(SearchParam.OF_EVERY_TYPE);
        for (SearchParam param : params) {
            for (JsonNode node : at(resource, param.path())) {
                switch (param.kind()) {
                    case TOKEN -> tokens(param.name(), node, values);
                    case STRING -> strings(param.name(), node, values);
                    case REFERENCE -> references(param.name(), node, values);
                    case URI -> values.add(new SearchValue(param.name(), "", node.asText()));
                }
            }
        }
        return values;
    }

    private static List<JsonNode> at(JsonNode from, String path) {
        List<JsonNode> nodes = List.of(from);
        for (String step : path.split("\\.", -1)) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode child = node.path(step);
                if (child.isArray()) {
                    child.forEach(next::add);
                } else if (!child.isMissingNode()) {
                    next.add(child);
                }
            }
            nodes = next;
        }
        return nodes;
    }

    private static void tokens(String name, JsonNode node, Set<SearchValue> into) {
        if (node.isValueNode()) {
            into.add(new SearchValue(name, "", node.asText()));
        } else if (node.has("coding")) {
            node.path("coding").forEach(coding -> tokens(name, coding, into));
        } else {
            String value = node.has("code") ? "code" : "value";
            into.add(new SearchValue(
                    name, node.path("system").asText(""), node.path(value).asText("")));
        }
    }

    private static void strings(String name, JsonNode node, Set<SearchValue> into) {
        if (node.isTextual()) {
            into.add(new SearchValue(name, node.asText(), folded(node.asText())));
        } else if (node.isContainerNode()) {
            // A person's name: each of its parts counts.
            node.forEach(part -> strings(name, part, into));
        }
    }

    private static void references(String name, JsonNode node, Set<SearchValue> into) {
        String reference = node.path("reference").asText("");
        if (!reference.isEmpty()) {
            into.add(reference(name, reference));
        }
        if (node.path("identifier").isObject()) {
            tokens(name + IDENTIFIER, node.path("identifier"), into);
        }
    }

    /** A reference taken apart: {@code Type/id}, an absolute URL or an id alone. */
    static SearchValue reference(String name, String reference) {
        String plain = reference.replaceFirst("/_history/[^/]*$", "");
        int slash = plain.lastIndexOf('/');
        String id = plain.substring(slash + 1);
        String before = slash < 0 ? "" : plain.substring(0, slash);
        return new SearchValue(name, before.substring(before.lastIndexOf('/') + 1), id);
    }

    /** Without case and accents, the way FHIR compares strings. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
