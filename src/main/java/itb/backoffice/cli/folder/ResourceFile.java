package itb.backoffice.cli.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.nio.file.Path;

/**
 * One resource of the folder.
 *
 * @param path its file
 * @param id the id in it, or one made from the file's place where it has none
 * @param json the file's text
 * @param line the same on one line, as {@link Layout#line} writes it
 */
record ResourceFile(Path path, String type, String id, String json, String line) {
    /** {@code Type/id}. */
    String reference() {
        return type + "/" + id;
    }

    /** The resource, with its id. */
    ObjectNode resource() {
        ObjectNode resource = Json.object(json);
        if (!resource.hasNonNull("id")) {
            ObjectNode named = Json.object();
            named.set("resourceType", resource.get("resourceType"));
            named.put("id", id);
            resource.remove("id");
            resource.properties().forEach(member -> named.set(member.getKey(), member.getValue()));
            return named;
        }
        return resource;
    }
}
