package itb.backoffice.form.picture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import java.util.Base64;
import java.util.Optional;

/** Where a resource keeps a picture. */
public interface PicturePlace {
    /** The picture's bytes, where there is one that can be decoded. */
    Optional<byte[]> read(ObjectNode resource);

    /** Puts a JPEG in place of whatever picture there was. */
    void put(ObjectNode resource, byte[] jpeg);

    /** Takes the picture away, with what points to it. */
    void remove(ObjectNode resource);

    /** The place that {@code field} leads to. */
    static PicturePlace of(Field field) {
        return field.paths().getFirst().startsWith("extension[")
                ? new ContainedPicture(field)
                : new AttachedPicture(field.paths().getFirst());
    }

    /** What a base64 text stands for. */
    static Optional<byte[]> decoded(String data) {
        if (data.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
