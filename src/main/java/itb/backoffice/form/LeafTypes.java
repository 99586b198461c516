package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.validation.shape.Shape;
import itb.backoffice.validation.shape.Shapes;
import java.util.List;

/** Finds the FHIR type of single values that no field is declared for. Belongs off the FX thread. */
public final class LeafTypes {
    private final Shapes shapes;

    /** Asks {@code shapes}. */
    public LeafTypes(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The type of the value at {@code pointer}, e.g. {@code string}; empty where nobody knows it. */
    public String of(ObjectNode resource, String pointer) {
        String type = resource.path("resourceType").asText("");
        StringBuilder path = new StringBuilder();
        JsonNode at = resource;
        String member = "";
        for (String escaped : pointer.substring(1).split("/")) {
            String name = escaped.replace("~1", "/").replace("~0", "~");
            if (at.isArray()) {
                at = at.path(Integer.parseInt(name));
                if (at.has("resourceType")) {
                    type = at.path("resourceType").asText("");
                    path.setLength(0);
                }
            } else {
                at = at.path(name);
                member = name;
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        if (member.matches("value[A-Z][A-Za-z0-9]*") && pointer.contains("xtension/")) {
            String name = member.substring("value".length());
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
        boolean plain = path.toString().matches("[A-Za-z.]+") && !type.isEmpty();
        List<String> types =
                plain ? shapes.of(Shapes.plain(type), path.toString()).types() : Shape.UNKNOWN.types();
        return types.size() == 1 ? types.getFirst() : "";
    }
}
