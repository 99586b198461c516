package itb.backoffice.shell.review;

import org.jspecify.annotations.Nullable;

/** What the window does for the review. */
public interface ReviewHost {
    /** Opens a draft ({@code Type/id}) in its form, at the field that covers {@code path} where there is one. */
    void open(String reference, @Nullable String path);

    /** Leaves the review. */
    void close();

    /** Somebody must look at the server for what became of drafts whose answer was lost. */
    void findOut();

    /** Drafts and local copy are no longer what they were: whoever shows them reads them again. */
    void changed();
}
