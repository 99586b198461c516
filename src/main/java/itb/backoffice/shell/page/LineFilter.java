package itb.backoffice.shell.page;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.shell.chain.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of a table is shown.
 *
 * @param typed what was typed: every word of it must be found
 * @param cells only lines with exactly this text in these cells
 * @param only only these lines, or null for all
 * @param status which of the active and the others
 */
public record LineFilter(
        String typed,
        Map<String, String> cells,
        @Nullable Only only,
        Status status,
        boolean withFindings,
        boolean withDraft) {
    /** Active or not. */
    public enum Status {
        ALL,
        ACTIVE,
        INACTIVE
    }

    /**
     * Lines that were picked elsewhere.
     *
     * @param words what they have in common, for the user
     */
    public record Only(String words, Set<String> references) {}

    /** Everything is shown. */
    public static final LineFilter ALL = new LineFilter("", Map.of(), null, Status.ALL, false, false);

    /** Only lines in which every word of {@code typed} is found. */
    public static LineFilter ofTyped(String typed) {
        return new LineFilter(typed, Map.of(), null, Status.ALL, false, false);
    }

    /** Only these lines. */
    public static LineFilter of(Only only) {
        return new LineFilter("", Map.of(), only, Status.ALL, false, false);
    }

    /** The filter as a predicate; the words are folded once. */
    public Predicate<Row> compiled() {
        List<SearchText.Word> words = SearchText.words(typed);
        return row -> where(row) && row.search().holds(words);
    }

    private boolean where(Row row) {
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            if (!row.text(cell.getKey()).text().equals(cell.getValue())) {
                return false;
            }
        }
        return (only == null || only.references().contains(row.reference()))
                && (status == Status.ALL || row.active() == (status == Status.ACTIVE))
                && (!withFindings || row.findings().all() > 0)
                && (!withDraft || row.draft() != null);
    }

    /** Whether it shows everything. */
    public boolean isOpen() {
        return equals(ALL);
    }
}
