package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request in the journal; {@link Journal#texts} has what was before and after, which may hold pictures.
 *
 * @param upload groups the lines of one upload
 * @param title what the thing was called
 * @param who the user's name as in the settings
 * @param server the connection's name and base URL
 * @param ended null while nobody knows how it ended
 * @param note the server's words, or null
 * @param version the server's name for what it then had; of a deletion, for what it deleted; null where it never told
 * @param place the clinic that a role belongs to, as {@code Type/id} and, after a space, as it was called; empty for all else
 */
public record JournalEntry(
        long number,
        String upload,
        String type,
        String id,
        Draft.Kind kind,
        String title,
        String who,
        String server,
        Instant started,
        @Nullable Instant ended,
        End end,
        @Nullable String note,
        @Nullable String version,
        String place) {
    /** What {@code Type/id} of a clinic begins with. */
    static final String CLINIC = "HealthcareService/";

    /** The clinic's name in a place, which is its reference, its name, or both; empty where there is only the reference. */
    static String named(String place) {
        int end = place.startsWith(CLINIC) ? place.indexOf(' ') : -1;
        return end >= 0 ? place.substring(end + 1) : place.startsWith(CLINIC) ? "" : place;
    }

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

    /** How it ended, for the words: that something was deleted reads otherwise than that it is there. */
    public String outcome() {
        return end == End.ACCEPTED && kind == Draft.Kind.DELETE ? "ACCEPTED.DELETE" : end.name();
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }
}
