package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finds contained resources by what points to them. */
public final class Contained {
    private Contained() {}

    /** The id that {@code reference} points to inside the resource, or, where it points nowhere inside, a free one like {@code usual}. */
    public static String id(ObjectNode resource, String reference, String usual) {
        int hash = reference.indexOf('#');
        return hash >= 0 && hash < reference.length() - 1 ? reference.substring(hash + 1) : free(resource, usual);
    }

    /** The id of the contained Location that is the resource's address, or the one that it would get. */
    public static String addressId(ObjectNode resource) {
        String reference = resource.path("location").path(0).path("reference").asText("");
        if (!reference.contains("#")) {
            // Nothing points to it, but an address is an address.
            for (JsonNode item : resource.path("contained")) {
                String type = item.path("resourceType").asText("");
                // One without a type is just being made.
                boolean address = type.equals("Location") ? item.has("address") : type.isEmpty();
                if (address && !item.path("id").asText("").isEmpty()) {
                    return item.path("id").asText();
                }
            }
        }
        return id(resource, reference, "address");
    }

    private static String free(ObjectNode resource, String usual) {
        String id = usual;
        for (int number = 2; Elements.get(resource, "contained[" + id + "]") != null; number++) {
            id = usual + "-" + number;
        }
        return id;
    }
}
