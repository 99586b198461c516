package itb.backoffice.form.picture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Contained;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.platform.Json;
import java.util.Base64;
import java.util.Optional;

/** A picture in a contained Binary, and an extension whose {@code valueReference} points to it. */
final class ContainedPicture implements PicturePlace {
    private final String extension;
    private final String usualId;

    /** The extension leads {@code field}; the Binary that it names second is the one that a new picture gets. */
    ContainedPicture(Field field) {
        this.extension = field.paths().getFirst();
        String second = field.paths().size() > 1 ? field.paths().get(1) : "";
        this.usualId = second.startsWith("contained[") ? second.substring(10, second.length() - 1) : field.key();
    }

    private String id(ObjectNode resource) {
        String reference = Elements.text(resource, extension + ".valueReference.reference");
        return Contained.id(resource, reference, usualId);
    }

    private Optional<ObjectNode> binary(ObjectNode resource) {
        return Elements.get(resource, "contained[" + id(resource) + "]") instanceof ObjectNode there
                        && there.path("resourceType").asText("").equals("Binary")
                ? Optional.of(there)
                : Optional.empty();
    }

    @Override
    public Optional<byte[]> read(ObjectNode resource) {
        return binary(resource)
                .flatMap(there -> PicturePlace.decoded(there.path("data").asText("")));
    }

    @Override
    public void put(ObjectNode resource, byte[] jpeg) {
        String data = Base64.getEncoder().encodeToString(jpeg);
        Optional<ObjectNode> there = binary(resource);
        if (there.isPresent()) {
            there.get().put("contentType", "image/jpeg").put("data", data);
            return;
        }
        // What the extension points to may be there and be something else: that stays what it is.
        String wanted = id(resource);
        String id = Elements.get(resource, "contained[" + wanted + "]") == null
                ? wanted
                : Contained.id(resource, "", usualId);
        ObjectNode binary = Json.object();
        binary.put("resourceType", "Binary")
                .put("id", id)
                .put("contentType", "image/jpeg")
                .put("data", data);
        Elements.set(resource, "contained[" + id + "]", binary);
        Elements.set(resource, extension + ".valueReference", Json.object().put("reference", "#" + id));
    }

    @Override
    public void remove(ObjectNode resource) {
        binary(resource).ifPresent(there -> {
            if (resource.get("contained") instanceof ArrayNode contained) {
                contained.removeIf(item -> item == there);
                if (contained.isEmpty()) {
                    resource.remove("contained");
                }
            }
        });
        Elements.set(resource, extension, null);
    }
}
