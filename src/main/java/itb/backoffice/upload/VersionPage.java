package itb.backoffice.upload;

import itb.backoffice.connection.Failure;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a resource's versions so far.
 *
 * @param versions newest first, without gaps up to the oldest one here
 * @param next names the older ones for {@link ResourceHistory#older}; null where there are none
 * @param failure why the server could not tell; null where it told, or keeps no history
 */
public record VersionPage(
        Source source,
        List<KnownVersion> versions,
        @Nullable String next,
        @Nullable Failure failure) {
    /** Who remembers. */
    public enum Source {
        SERVER,
        /** The server keeps no history, or cannot be asked: what was uploaded from here. */
        JOURNAL
    }

    VersionPage with(VersionPage older) {
        return new VersionPage(
                source,
                Stream.concat(versions.stream(), older.versions.stream()).toList(),
                older.next,
                older.failure);
    }
}
