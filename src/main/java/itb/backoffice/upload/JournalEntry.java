package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request in the journal.
 *
 * @param upload groups the lines of one upload
 * @param title what the thing was called
 * @param before the server's version before; null for a new one
 * @param after what was sent, or what the server made of it; null for a delete
 * @param who the user's name as in the settings
 * @param server the connection's name and base URL
 * @param ended null while nobody knows how it ended
 * @param note the server's words, or null
 */
public record JournalEntry(
        long number,
        String upload,
        String type,
        String id,
        Draft.Kind kind,
        String title,
        @Nullable String before,
        @Nullable String after,
        String who,
        String server,
        Instant started,
        @Nullable Instant ended,
        End end,
        @Nullable String note) {
    /** How it ended. */
    public enum End {
        /** The request left and no answer is known yet. */
        SENDING,
        ACCEPTED,
        REJECTED,
        CONFLICT,
        /** It certainly did not happen. */
        NOT_DONE
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }
}
