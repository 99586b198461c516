package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.Base64;
import java.util.Optional;

/**
 * The photo of a role: a contained Binary, and an extension whose {@code valueReference} points to it
 * (PractitionerRolePortal, extension[binaryReference]).
 */
public final class RolePhoto {
    private final String extensionUrl;

    /** For resources that point to their photo with the extension {@code extensionUrl}. */
    public RolePhoto(String extensionUrl) {
        this.extensionUrl = extensionUrl;
    }

    /** The picture's bytes, where there is one that can be decoded. */
    public Optional<byte[]> read(ObjectNode resource) {
        JsonNode binary = Elements.get(resource, "contained[" + id(resource) + "]");
        String data = binary == null ? "" : binary.path("data").asText("");
        if (data.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Puts a JPEG in place of whatever photo there was; other contained resources stay. */
    public void put(ObjectNode resource, byte[] jpeg) {
        String data = Base64.getEncoder().encodeToString(jpeg);
        if (Elements.get(resource, "contained[" + id(resource) + "]") instanceof ObjectNode there) {
            there.put("contentType", "image/jpeg").put("data", data);
            return;
        }
        String id = Contained.id(resource, "", "photo");
        ObjectNode binary = Json.object();
        binary.put("resourceType", "Binary")
                .put("id", id)
                .put("contentType", "image/jpeg")
                .put("data", data);
        Elements.set(resource, "contained[" + id + "]", binary);
        ObjectNode reference = Json.object().put("reference", "#" + id);
        Elements.set(resource, "extension[" + extensionUrl + "].valueReference", reference);
    }

    /** Takes the photo and its extension away. */
    public void remove(ObjectNode resource) {
        String id = id(resource);
        if (resource.get("contained") instanceof ArrayNode contained) {
            contained.removeIf(item -> item.path("resourceType").asText().equals("Binary")
                    && item.path("id").asText().equals(id));
            if (contained.isEmpty()) {
                resource.remove("contained");
            }
        }
        Elements.set(resource, "extension[" + extensionUrl + "]", null);
    }

    private String id(ObjectNode resource) {
        String reference = Elements.text(resource, "extension[" + extensionUrl + "].valueReference.reference");
        return reference.startsWith("#") ? reference.substring(1) : reference;
    }
}
