package itb.backoffice.shell.review;

/** What the window does for the versions of a thing. */
public interface VersionHost {
    /** An earlier version of a thing ({@code Type/id}) is now a draft: shows it in its form. */
    void restored(String reference);

    /** Leaves the versions. */
    void leaveVersions();
}
