package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.shape.Opening;
import itb.backoffice.validation.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the profile in use speaks of, the form has no field for and the resource has not yet: a version of ITB that is
 * newer than the program may ask for it.
 *
 * @param path in the notation of {@link Elements}
 * @param names what to call it, from the outside inwards
 * @param required whether the profile asks for it
 * @param start what it begins with, still to be filled in
 */
public record Missing(String path, List<String> names, boolean required, JsonNode start) {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[([^\\]]*)\\])?(?:\\.|$)");

    /** The members that a thing of this type begins with. What is neither here nor a single value cannot be typed. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "Reference", List.of("reference"),
            "CodeableConcept", List.of("text"),
            "Coding", List.of("system", "code"),
            "Identifier", List.of("system", "value"),
            "ContactPoint", List.of("system", "value"),
            "Period", List.of("start", "end"),
            "HumanName", List.of("text"),
            "Address", List.of("text"));

    /** Those of {@code resource}. Belongs off the FX thread: the first question about a profile reads it. */
    public static List<Missing> of(Form form, ObjectNode resource, Shapes shapes) {
        List<String> named = new ArrayList<>();
        resource.path("meta").path("profile").forEach(url -> named.add(url.asText("")));
        List<Missing> missing = new ArrayList<>();
        for (Opening opening : shapes.openings(shapes.profile(form.type(), named))) {
            String path = spelled(resource, opening.path());
            boolean typable = Primitives.typable(opening.type()) || MEMBERS.containsKey(opening.type());
            if (typable && form.fieldsAt(path).isEmpty() && Elements.get(resource, path) == null) {
                missing.add(new Missing(path, names(path), opening.required(), start(opening, path)));
            }
        }
        return List.copyOf(missing);
    }

    /** Servers write some extensions under another root than the one that is published: theirs counts. */
    private static String spelled(ObjectNode resource, String path) {
        StringBuilder spelled = new StringBuilder();
        JsonNode at = resource;
        for (Matcher step = STEP.matcher(path); step.find(); ) {
            String item = step.group(2);
            JsonNode inside = at.path(step.group(1));
            for (JsonNode each : inside) {
                String url = each.path("url").asText("");
                if (item != null && tail(url).equals(tail(item))) {
                    item = url;
                    inside = each;
                    break;
                }
            }
            at = inside;
            spelled.append(spelled.isEmpty() ? "" : ".").append(step.group(1));
            spelled.append(item == null ? "" : "[" + item + "]");
        }
        return spelled.toString();
    }

    private static String tail(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<String> names(String path) {
        return STEP.matcher(path)
                .results()
                .map(step -> step.group(2) == null ? Readable.name(step.group(1)) : Readable.url(step.group(2)))
                .toList();
    }

    private static JsonNode start(Opening opening, String path) {
        JsonNode value = value(opening);
        if (path.endsWith("]")) {
            String type = opening.type();
            return Json.object()
                    .put("url", path.substring(path.lastIndexOf('[') + 1, path.length() - 1))
                    .set("value" + Character.toUpperCase(type.charAt(0)) + type.substring(1), value);
        }
        return opening.list() ? Json.array().add(value) : value;
    }

    /** Nothing is made up: what has to be typed is empty, and the check says so until it is filled in. */
    private static JsonNode value(Opening opening) {
        return switch (opening.type()) {
            case "boolean" -> BooleanNode.valueOf(opening.fixed().equals("true"));
            case "integer", "unsignedInt", "decimal" -> IntNode.valueOf(0);
            case "positiveInt" -> IntNode.valueOf(1);
            default -> {
                List<String> members = MEMBERS.get(opening.type());
                if (members == null) {
                    yield TextNode.valueOf(opening.fixed());
                }
                ObjectNode made = Json.object();
                members.forEach(member -> made.put(member, member.equals("system") ? opening.system() : ""));
                yield made;
            }
        };
    }

    /** Puts it into {@code copy}, to be filled in there. */
    public void add(ObjectNode copy) {
        Elements.set(copy, path, start.deepCopy());
    }
}
