package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Extensions under any of the urls that servers give them. */
final class Extensions {
    private Extensions() {}

    /** Takes away what stands for {@code canonical}. */
    static void remove(ObjectNode resource, String canonical) {
        if (resource.get("extension") instanceof ArrayNode items) {
            items.removeIf(item -> Urls.means(item.path("url").asText(""), canonical));
            if (items.isEmpty()) {
                resource.remove("extension");
            }
        }
    }
}
