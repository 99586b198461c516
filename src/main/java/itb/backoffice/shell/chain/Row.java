package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a table shows: the thing as its draft has it, or else as the server sent it.
 *
 * @param reference {@code Type/id} of what is shown; long tables ask for it often
 * @param texts its cells, in the order of {@link Kind#cells}
 * @param draft the draft, or null where there is none
 * @param search all that the search over the table looks at, folded
 */
public record Row(
        String reference,
        Kind kind,
        Summary summary,
        List<SortText> texts,
        FindingCount findings,
        @Nullable Draft draft,
        SearchText search) {
    /** The text of a cell. */
    public SortText text(String cell) {
        return texts.get(kind.cells().indexOf(cell));
    }

    /** Whether patients can see it. */
    public boolean active() {
        return summary.active();
    }

    /** The same with other findings. */
    public Row withFindings(FindingCount other) {
        return new Row(reference, kind, summary, texts, other, draft, search);
    }
}
