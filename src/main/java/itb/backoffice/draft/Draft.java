package itb.backoffice.draft;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edit of one resource that is not yet on the server.
 *
 * @param kind what will happen on the server
 * @param baseJson the server's version that the edit began with; null for a new resource
 * @param baseVersion that version's name; null for a new resource or where the server never told
 * @param json my version
 * @param note for {@code REFUSED}: the server's words; for a {@code CONFLICT} that an undo met: when the upload was that it
 *     takes back; {@link #MERGED} for one that somebody else's changes came into; otherwise null
 */
public record Draft(
        String type,
        String id,
        Kind kind,
        @Nullable String baseJson,
        @Nullable String baseVersion,
        String json,
        DraftState state,
        @Nullable String note,
        Instant created,
        Instant changed) {
    /** The note of a draft that was merged with what changed on the server, and not edited since. */
    public static final String MERGED = "merged";

    /** What will happen on the server. */
    public enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    /** The same with another version of mine. */
    public Draft withJson(String other) {
        return other.equals(json)
                ? this
                : new Draft(type, id, kind, baseJson, baseVersion, other, state, note, created, changed);
    }

    /** Whether somebody else's changes were merged in, and nobody edited it since. */
    public boolean merged() {
        return state == DraftState.EDITING && MERGED.equals(note);
    }

    /** When the upload was that this draft takes back, where that met a conflict. */
    public Optional<Instant> takesBack() {
        return state == DraftState.CONFLICT ? Optional.ofNullable(note).map(Instant::parse) : Optional.empty();
    }

    /** {@code Type/id}: one draft for a resource. */
    public String reference() {
        return type + "/" + id;
    }
}
