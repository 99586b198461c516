package itb.backoffice.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edit of one resource that is not yet on the server.
 *
 * @param kind what will happen on the server
 * @param baseJson the server's version that the edit began with; null for a new resource
 * @param baseVersion that version's name; null for a new resource or where the server never told
 * @param json my version
 * @param note for {@code REFUSED} and {@code CONFLICT}: the server's words, or null
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

    /** {@code Type/id}: one draft for a resource. */
    public String reference() {
        return type + "/" + id;
    }
}
