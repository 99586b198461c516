package itb.backoffice.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a resource, as far as anybody remembers.
 *
 * @param name the server's name for it, or null
 * @param when when it came about, or null where nobody knows
 * @param who the user who wrote it with this program; null for anybody else
 * @param json what it was; null where it was deleted then
 */
public record KnownVersion(
        @Nullable String name,
        @Nullable Instant when,
        @Nullable String who,
        @Nullable String json) {
    /** Whether the resource was deleted then. */
    public boolean deletion() {
        return json == null;
    }

    KnownVersion by(@Nullable String person) {
        return new KnownVersion(name, when, person, json);
    }
}
