package itb.backoffice.validation.chain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a draft has it.
 *
 * @param reference {@code Type/id}
 * @param base what the draft began with; null for a new resource
 */
public record Edited(
        String reference, String json, @Nullable String base) {
    String stamp() {
        return "draft " + Integer.toHexString(json.hashCode()) + " " + Integer.toHexString(Objects.hashCode(base));
    }
}
