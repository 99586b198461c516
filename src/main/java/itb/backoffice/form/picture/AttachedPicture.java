package itb.backoffice.form.picture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Elements;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A picture in an Attachment. */
final class AttachedPicture implements PicturePlace {
    /** What speaks of the old content and would be wrong of the new. */
    private static final List<String> OF_THE_CONTENT = List.of("url", "size", "hash");

    private final String path;

    AttachedPicture(String path) {
        this.path = path;
    }

    @Override
    public Optional<byte[]> read(ObjectNode resource) {
        return PicturePlace.decoded(Elements.text(resource, path + ".data"));
    }

    @Override
    public void put(ObjectNode resource, byte[] jpeg) {
        if (Elements.get(resource, path) instanceof ObjectNode attachment) {
            attachment.remove(OF_THE_CONTENT);
        }
        Elements.set(resource, path + ".contentType", TextNode.valueOf("image/jpeg"));
        Elements.set(
                resource, path + ".data", TextNode.valueOf(Base64.getEncoder().encodeToString(jpeg)));
    }

    @Override
    public void remove(ObjectNode resource) {
        Elements.set(resource, path, null);
    }
}
