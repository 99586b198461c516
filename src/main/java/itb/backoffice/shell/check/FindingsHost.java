package itb.backoffice.shell.check;

import itb.backoffice.validation.Finding;

/** What the window does for the page of findings. */
public interface FindingsHost {
    /** Opens what {@code finding} is about ({@code Type/id}) in its form, at its field. */
    void open(String reference, Finding finding);

    /** Does what {@code finding} offers, as an edit that can be taken back. */
    void mend(String reference, Finding finding);

    /** Checks everything that changed. */
    void check();
}
