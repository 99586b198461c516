package itb.backoffice.shell.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the window does for the review. */
public interface ReviewHost {
    /** Opens a draft ({@code Type/id}) in its form, at the field that covers {@code path} where there is one. */
    void open(String reference, @Nullable String path);

    /** What refers to a resource ({@code Type/id}), by kind, and so is touched when patients no longer see it. */
    List<Touched> touched(String reference);

    /** Leaves the review. */
    void close();

    /** Somebody must look at the server for what became of drafts whose answer was lost. */
    void findOut();

    /** An upload ended while its page was out of sight: tells how. */
    void ended(String summary);

    /** Drafts and local copy are no longer what they were: whoever shows them reads them again. */
    void changed();
}
