package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An element that both sides changed, each differently.
 *
 * @param path where, in the notation of {@link Change#path}; for elements that change together, the leading one
 * @param base the value that both began with, or null where there was none
 * @param mine my value, or null where I took it away
 * @param theirs the server's value, or null where they took it away
 */
public record Collision(
        String path,
        @Nullable JsonNode base,
        @Nullable JsonNode mine,
        @Nullable JsonNode theirs) {}
