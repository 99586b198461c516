package itb.backoffice.connection;

import itb.backoffice.platform.Utf8Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a server sent it.
 *
 * @param version the version exactly as the server names it (from the ETag, else {@code meta.versionId}), or null
 * @param lastUpdated from {@code meta.lastUpdated}, or null
 * @param text the JSON of the resource as received
 */
public record ServerResource(
        String type,
        String id,
        @Nullable String version,
        @Nullable Instant lastUpdated,
        Utf8Text text) {
    /** The same of a text in memory. */
    public ServerResource(
            String type, String id, @Nullable String version, @Nullable Instant lastUpdated, String json) {
        this(type, id, version, lastUpdated, Utf8Text.of(json));
    }

    /** The text, decoded anew by every call. */
    public String json() {
        return text.toString();
    }
}
