package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table that shows the chain as it was downloaded: a clinic, a treatment, a person.
 *
 * @param key {@code Type/id}, or {@code system|value} for what is only an identifier
 * @param hint what tells it from others: a town, a code, an identifier
 * @param roles how many roles refer to it, or -1 where none could
 * @param active null for what is neither active nor not
 */
public record ChainItem(
        String key,
        SortText name,
        SortText hint,
        int roles,
        @Nullable Boolean active,
        SearchText search) {}
