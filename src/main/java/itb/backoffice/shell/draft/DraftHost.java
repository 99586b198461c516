package itb.backoffice.shell.draft;

import java.util.List;
import java.util.Optional;

/** What the window does for the list of drafts. */
public interface DraftHost {
    /** Opens the draft of {@code reference} ({@code Type/id}) in its form. */
    void open(String reference);

    /** What the thing {@code reference} is called; empty where nobody knows it. */
    default Optional<String> nameOf(String reference) {
        return Optional.empty();
    }

    /** Begins the review of these drafts. */
    void review(List<String> references);

    /** Drafts were discarded or came back: whoever shows them reads them again. */
    void draftsChanged();
}
