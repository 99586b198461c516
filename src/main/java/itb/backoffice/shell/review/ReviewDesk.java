package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.Collection;

/** Makes and sends the plans that are reviewed. All but {@link #connection} may wait and is called off the FX thread. */
public interface ReviewDesk {
    /** Where the changes go. */
    Connection connection();

    /**
     * What an upload of these drafts ({@code Type/id}) would do, with what validation says; drafts that are gone are left
     * out. {@code progress} is told how many are looked through, and stops it.
     */
    UploadPlan plan(Collection<String> references, Progress progress);

    /** Whether the local copy or one of the plan's drafts changed since {@code plan} was made. */
    boolean stale(UploadPlan plan);

    /** Sends what is chosen in {@code plan}; {@code progress} is told how many lines are over. */
    UploadResult upload(UploadPlan plan, Progress progress);
}
