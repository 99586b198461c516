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

    /**
     * A short text that is another one whenever the content is; empty where only reading it can tell, because the server
     * names no versions.
     */
    public String stamp() {
        return stamp(version, lastUpdated == null ? null : lastUpdated.toString(), text.length());
    }

    static String stamp(@Nullable String version, @Nullable String updated, long length) {
        return version == null ? "" : version + " " + updated + " " + length;
    }

    /** {@code Type/id}, the way references are written. */
    public String reference() {
        return type + "/" + id;
    }
}
