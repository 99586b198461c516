package itb.backoffice.catalogue;

import itb.backoffice.platform.Utf8Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the local copy, as the server sent it.
 *
 * @param version the server's name for this version, or null where it never told
 * @param text the JSON as received
 */
public record StoredResource(
        String type,
        String id,
        @Nullable String version,
        @Nullable Instant lastUpdated,
        Utf8Text text) {
    /** The same of a text in memory. */
    public StoredResource(
            String type, String id, @Nullable String version, @Nullable Instant lastUpdated, String json) {
        this(type, id, version, lastUpdated, Utf8Text.of(json));
    }

    /** The text, decoded anew by every call. */
    public String json() {
        return text.toString();
    }

    /** {@code Type/id}, the way references are written. */
    public String reference() {
        return type + "/" + id;
    }
}
