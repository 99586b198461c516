package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An old value and a new one. */
record Pair(Worded before, Worded after) {
    /** Lines of text on either side; no line is nothing. */
    static Pair lines(List<String> before, List<String> after) {
        return new Pair(Worded.of(String.join("\n", before)), Worded.of(String.join("\n", after)));
    }

    /** Whether both read the same. */
    boolean same() {
        return before.equals(after);
    }

    /** Whether there is a value at all. */
    static boolean none(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }
}
