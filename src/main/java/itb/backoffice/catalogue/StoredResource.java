package itb.backoffice.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the local copy, as the server sent it.
 *
 * @param version the server's name for this version, or null where it never told
 * @param json the text as received
 */
public record StoredResource(
        String type,
        String id,
        @Nullable String version,
        @Nullable Instant lastUpdated,
        String json) {
    /** {@code Type/id}, the way references are written. */
    public String reference() {
        return type + "/" + id;
    }
}
