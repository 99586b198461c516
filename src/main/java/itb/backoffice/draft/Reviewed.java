package itb.backoffice.draft;

import itb.backoffice.platform.LongTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
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

    /**
     * Whether the draft of this resource still is what was reviewed.
     *
     * @param base shortened, as {@code json}, see {@link LongTexts}: that tells as much, and pictures are read once
     */
    boolean is(Draft.Kind now, @Nullable String baseVersion, @Nullable String base, String json) {
        return mark.equals(mark(now, baseVersion, base, json));
    }

    private static String mark(Draft draft) {
        String base = draft.baseJson();
        LongTexts.Short before = base == null ? null : LongTexts.shorten(base);
        LongTexts.Short mine = LongTexts.shorten(draft.json(), before == null ? Map.of() : before.literals());
        return mark(draft.kind(), draft.baseVersion(), before == null ? null : before.text(), mine.text());
    }

    private static String mark(Draft.Kind kind, @Nullable String baseVersion, @Nullable String base, String json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, kind.name());
            add(digest, baseVersion);
            add(digest, base);
            add(digest, json);
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
