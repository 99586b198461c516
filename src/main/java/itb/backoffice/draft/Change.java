package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a resource.
 *
 * @param path the element, names joined by dots; array items by their identity where they have one, e.g.
 *     {@code extension[https://…/ext-campaigns]}, {@code telecom[phone/work]}, else by index
 * @param before the old value, or null where there was none
 * @param after the new value, or null where it is gone
 */
public record Change(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
