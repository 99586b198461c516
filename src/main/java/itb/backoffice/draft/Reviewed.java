package itb.backoffice.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A draft as somebody reviewed it, without its texts: a plan of a thousand drafts with pictures would not fit into
 * memory, and a mark is enough to tell whether a draft is still the same.
 *
 * @param mark the same only for the same content on the same base
 * @param length of what would be sent, in characters
 * @param merged whether somebody else's changes came into it
 */
public record Reviewed(
        String type, String id, Draft.Kind kind, Instant created, String mark, int length, boolean merged) {
    /** {@code draft} as it is now. */
    public static Reviewed of(Draft draft) {
        return new Reviewed(
                draft.type(),
                draft.id(),
                draft.kind(),
                draft.created(),
                mark(draft),
                draft.kind() == Draft.Kind.DELETE ? 0 : draft.json().length(),
                draft.merged());
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }

    /** Whether {@code draft} still is what was reviewed. */
    boolean is(Draft draft) {
        return reference().equals(draft.reference()) && mark.equals(mark(draft));
    }

    private static String mark(Draft draft) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, draft.kind().name());
            add(digest, draft.baseVersion());
            add(digest, draft.baseJson());
            add(digest, draft.json());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, @Nullable String part) {
        digest.update((byte) (part == null ? 0 : 1));
        if (part != null) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
    }
}
