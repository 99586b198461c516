package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.validation.shape.Shape;
import itb.backoffice.validation.shape.Shape.Code;
import itb.backoffice.validation.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the FHIR type of single values that no field is declared for. Belongs off the FX thread. */
public final class LeafTypes {
    private static final Pattern VALUE = Pattern.compile("value([A-Z][A-Za-z0-9]*)");

    private final Shapes shapes;

    /**
     * What can be said of a value.
     *
     * @param name the name of its type, e.g. {@code string}; empty where nobody knows it
     * @param codes those that it may be one of; none where it may be anything
     */
    public record Type(String name, List<Code> codes) {
        /** Nobody knows it. */
        public static final Type UNKNOWN = new Type("", List.of());
    }

    /** Asks {@code shapes}. */
    public LeafTypes(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The type of the value at {@code pointer}. */
    public Type of(ObjectNode resource, String pointer) {
        String type = resource.path("resourceType").asText("");
        StringBuilder path = new StringBuilder();
        StringBuilder extension = new StringBuilder();
        JsonNode at = resource;
        boolean outermost = true;
        for (String escaped : pointer.substring(1).split("/")) {
            String name = escaped.replace("~1", "/").replace("~0", "~");
            if (at.isArray()) {
                at = at.path(Integer.parseInt(name));
                if (at.has("resourceType")) {
                    type = at.path("resourceType").asText("");
                    path.setLength(0);
                    outermost = false;
                } else if (path.toString().matches("(extension\\.)*extension")) {
                    extension.append(extension.isEmpty() ? "" : ".").append("extension[");
                    extension.append(at.path("url").asText("")).append(']');
                }
                continue;
            }
            Matcher value = VALUE.matcher(name);
            if (at.has("url") && value.matches()) {
                // Its name says what it is; from here on it is one of those.
                type = value.group(1);
                path.setLength(0);
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
            at = at.path(name);
        }
        List<Code> codes = outermost && path.toString().matches("(code)?") ? codes(resource, extension) : List.of();
        return new Type(path.isEmpty() ? lower(type) : named(type, path.toString()), codes);
    }

    private String named(String type, String path) {
        boolean plain = path.matches("[A-Za-z.]+") && !type.isEmpty();
        List<String> types = plain ? shapes.of(Shapes.plain(type), path).types() : Shape.UNKNOWN.types();
        return types.size() == 1 ? types.getFirst() : "";
    }

    /** Those that the profile in use allows as the value of an extension. */
    private List<Code> codes(ObjectNode resource, CharSequence extension) {
        if (extension.isEmpty()) {
            return List.of();
        }
        List<String> named = new ArrayList<>();
        resource.path("meta").path("profile").forEach(url -> named.add(url.asText("")));
        String profile = shapes.profile(resource.path("resourceType").asText(""), named);
        return shapes.of(profile, extension.toString()).coded().codes();
    }

    private static String lower(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }
}
