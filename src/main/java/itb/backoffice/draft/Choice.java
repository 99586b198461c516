package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What to do where two people changed the same. */
public sealed interface Choice {
    /** Mine stays. */
    record Mine() implements Choice {}

    /** Theirs wins. */
    record Theirs() implements Choice {}

    /** A third value; null takes the element away. */
    record Other(@Nullable JsonNode value) implements Choice {}
}
