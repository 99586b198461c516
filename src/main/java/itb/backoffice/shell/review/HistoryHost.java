package itb.backoffice.shell.review;

import java.util.List;

/** What the window does for the history. */
public interface HistoryHost {
    /** Looks at these drafts ({@code Type/id}) before they are sent. */
    void review(List<String> references);

    /** Shows all versions of a thing ({@code Type/id}). */
    void versions(String reference);

    /** Drafts were made: whoever shows them reads them again. */
    void changed();
}
