package itb.backoffice.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a server sent it.
 *
 * @param version the version exactly as the server names it (from the ETag, else {@code meta.versionId}), or null
 * @param lastUpdated from {@code meta.lastUpdated}, or null
 * @param json the text of the resource as received
 */
public record ServerResource(
        String type,
        String id,
        @Nullable String version,
        @Nullable Instant lastUpdated,
        String json) {}
