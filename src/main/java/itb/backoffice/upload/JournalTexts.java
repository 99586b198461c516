package itb.backoffice.upload;

import org.jspecify.annotations.Nullable;

/**
 * What a resource was before and after a request.
 *
 * @param before the server's version before; null for a new one
 * @param after what was sent, or what the server made of it; null for a delete
 */
public record JournalTexts(
        @Nullable String before, @Nullable String after) {}
