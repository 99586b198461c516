package itb.backoffice.draft;

import java.util.List;

/**
 * Drafts that were put away and can come back.
 *
 * @param handle what {@link DraftStore#restore} wants
 * @param references {@code Type/id} of each
 */
public record Discarded(String handle, List<String> references) {}
