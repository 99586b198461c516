package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it ended for one line of a plan. */
public sealed interface UploadOutcome {
    /**
     * The server has it and the draft is gone. What the server made of it is in the local copy.
     *
     * @param id the id that it has on the server
     * @param version the server's name for its version; null after a delete or where the server never told
     * @param differs where the server's version differs from what was sent; normally empty
     */
    record Accepted(String id, @Nullable String version, List<Change> differs) implements UploadOutcome {}

    /**
     * The server has it, but it let our write replace, or bring back, what somebody else wrote in the same moment.
     *
     * @param draft what would bring their change back, to be reviewed; null where the server does not say what it was
     * @param deleted whether they had deleted it
     */
    record LostRace(@Nullable Draft draft, boolean deleted) implements UploadOutcome {}

    /** Something else on the server has the same business key; this names it. The draft stays, marked as refused. */
    record Duplicate(String type, String id) implements UploadOutcome {}

    /** The server refused it. The draft stays, marked as refused. */
    record Rejected(Failure failure, List<ServerIssue> issues) implements UploadOutcome {}

    /**
     * Somebody else changed the same meanwhile. Nothing was sent; see {@link Conflicts} for the way out.
     *
     * @param theirs what the server has now; null where it was deleted there
     */
    record Conflict(Draft draft, @Nullable StoredResource theirs) implements UploadOutcome {}

    /**
     * Nothing was sent, because it is not what the user has seen.
     *
     * @param draft the draft as it now is; null where it is gone
     * @param merged whether somebody else's edits were merged in; otherwise it was edited after the review
     */
    record NeedsReview(@Nullable Draft draft, boolean merged) implements UploadOutcome {}

    /** Nothing was sent; the draft is as before. */
    record NotReached(Reason reason, @Nullable Failure failure) implements UploadOutcome {}

    /** The answer was lost and the server could not be asked. The draft stays locked until it can be. */
    record Unknown(Failure failure) implements UploadOutcome {}

    /** Why nothing was sent. */
    enum Reason {
        /** The server could not be reached, or let nobody in; the failure tells. */
        SERVER,
        /** Something that it refers to did not get there. */
        DEPENDS,
        /** The user stopped the upload. */
        CANCELLED
    }
}
