package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import itb.backoffice.upload.UploadOutcome.Reason;
import org.jspecify.annotations.Nullable;

/** What became of a draft on the server, before it is written down here. */
sealed interface Verdict {
    /** The server has what the draft wants; null where it wanted it gone. */
    record Accepted(@Nullable StoredResource there) implements Verdict {}

    /**
     * The server took it, though somebody else had written in the same moment.
     *
     * @param there what the server has now; null after a delete
     * @param theirs what they had written; null where they had deleted it, or where nobody can tell
     * @param deleted whether they had deleted it
     */
    record Raced(@Nullable StoredResource there, @Nullable StoredResource theirs, boolean deleted) implements Verdict {}

    /** Somebody changed it meanwhile, or deleted it (null). */
    record Changed(@Nullable StoredResource theirs) implements Verdict {}

    /** Something else on the server has its business key. */
    record Duplicate(StoredResource there) implements Verdict {}

    /** The server refused it. */
    record Rejected(Failure failure) implements Verdict {}

    /** It certainly did not happen. */
    record NotSent(Reason reason, @Nullable Failure failure) implements Verdict {}

    /** The answer was lost and the server could not be asked. */
    record Unknown(Failure failure) implements Verdict {}

    /** It did not happen, because the server cannot be used now. */
    static Verdict notReached(Failure failure) {
        return new NotSent(Reason.SERVER, failure);
    }

    /** Whether what depends on it can go. */
    default boolean done() {
        return this instanceof Accepted || this instanceof Raced;
    }

    /** Why nothing more should be sent after this; null where the rest can go on. */
    default @Nullable Failure stop() {
        return switch (this) {
            case NotSent(Reason reason, Failure failure) when reason == Reason.SERVER -> failure;
            case Unknown(Failure failure) -> failure;
            default -> null;
        };
    }
}
