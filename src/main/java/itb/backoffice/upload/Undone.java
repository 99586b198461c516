package itb.backoffice.upload;

import itb.backoffice.draft.Draft;

/** What came of taking back one line of an upload. Nothing was sent: what is to be done on the server is a draft. */
public sealed interface Undone {
    /**
     * A draft takes it back.
     *
     * @param merged whether the thing was changed since, elsewhere than in this line; that stays
     */
    record Ready(Draft draft, boolean merged) implements Undone {}

    /** It was changed since in the same place, or deleted: a draft in conflict waits for a decision. */
    record Collides(Draft draft) implements Undone {}

    /** The thing is as it was before already. */
    record AsBefore() implements Undone {}

    /** It cannot be taken back. */
    record Impossible(Reason reason) implements Undone {}

    /** Why it cannot be taken back. */
    enum Reason {
        /** It never got to the server. */
        NEVER_THERE,
        /** Nobody knows yet whether it got there. */
        UNKNOWN,
        /** What was before is not known. */
        NO_BEFORE,
        /** It was deleted, and something is there again under the same name. */
        THERE_AGAIN,
        /** A draft of the same is being sent. */
        SENDING,
        /** A draft of the same is in conflict. */
        IN_CONFLICT,
        /** A draft of the same says something else about the same. */
        OTHER_DRAFT
    }
}
