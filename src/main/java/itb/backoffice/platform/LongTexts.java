package itb.backoffice.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes long string literals (pictures) out of a JSON text, so that many versions of a resource share one copy. The
 * text comes back exactly as it was.
 */
public final class LongTexts {
    /** From this length on, in characters, a literal is taken out. */
    private static final int LONG = 4096;

    /** Marks the place of a literal; as a raw character it cannot occur in JSON. */
    private static final char MARK = '\u001a';

    /** The length of a hash between two marks. */
    private static final int HASH = 64;

    private LongTexts() {}

    /**
     * A JSON text without its long literals.
     *
     * @param text the rest, with a mark where each was
     * @param literals what was taken out, by the hash in the mark
     */
    public record Short(String text, Map<String, String> literals) {}

    /** Takes the long literals out of {@code json}. */
    public static Short shorten(String json) {
        return shorten(json, Map.of());
    }

    /**
     * The same, quicker where {@code json} shares literals with what was shortened before; those are not among the result's.
     *
     * @param known literals by their hashes
     */
    public static Short shorten(String json, Map<String, String> known) {
        Map<String, String> literals = new LinkedHashMap<>();
        if (json.length() < LONG || json.indexOf(MARK) >= 0) {
            return new Short(json, literals);
        }
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        for (int start = json.indexOf('"'); start >= 0; ) {
            int end = endOfLiteral(json, start);
            if (end - start >= LONG) {
                String hash = known(json, start, end, known);
                if (hash == null) {
                    String literal = json.substring(start, end);
                    hash = hash(literal);
                    literals.put(hash, literal);
                }
                rest.append(json, copied, start).append(MARK).append(hash).append(MARK);
                copied = end;
            }
            start = json.indexOf('"', end);
        }
        return new Short(rest.append(json, copied, json.length()).toString(), literals);
    }

    private static @Nullable String known(String json, int start, int end, Map<String, String> known) {
        for (var one : known.entrySet()) {
            if (one.getValue().length() == end - start && json.startsWith(one.getValue(), start)) {
                return one.getKey();
            }
        }
        return null;
    }

    private static int endOfLiteral(String json, int start) {
        int end = json.indexOf('"', start + 1);
        while (end >= 0 && escaped(json, end)) {
            end = json.indexOf('"', end + 1);
        }
        return end < 0 ? json.length() : end + 1;
    }

    private static boolean escaped(String json, int at) {
        int before = at;
        while (json.charAt(before - 1) == '\\') {
            before--;
        }
        return (at - before) % 2 == 1;
    }

    /** Puts the literals back. */
    public static String restore(String shortened, UnaryOperator<String> literalOf) {
        int mark = mark(shortened, 0);
        if (mark < 0) {
            return shortened;
        }
        StringBuilder whole = new StringBuilder();
        int copied = 0;
        for (; mark >= 0; mark = mark(shortened, copied)) {
            whole.append(shortened, copied, mark)
                    .append(literalOf.apply(shortened.substring(mark + 1, mark + 1 + HASH)));
            copied = mark + HASH + 2;
        }
        return whole.append(shortened, copied, shortened.length()).toString();
    }

    /** The hashes that a shortened text needs. */
    public static List<String> hashes(String shortened) {
        List<String> hashes = new ArrayList<>();
        for (int mark = mark(shortened, 0); mark >= 0; mark = mark(shortened, mark + HASH + 2)) {
            hashes.add(shortened.substring(mark + 1, mark + 1 + HASH));
        }
        return hashes;
    }

    /** Where the next mark with a whole hash begins, or -1. */
    private static int mark(String text, int from) {
        int mark = text.indexOf(MARK, from);
        while (mark >= 0 && (mark + HASH + 1 >= text.length() || text.charAt(mark + HASH + 1) != MARK)) {
            mark = text.indexOf(MARK, mark + 1);
        }
        return mark;
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
