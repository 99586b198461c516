package itb.backoffice.draft;

/** Where a draft stands. */
public enum DraftState {
    /** Being worked on. */
    EDITING,
    /** Its request is, or was, under way; at start-up such a draft is looked up on the server. */
    SENDING,
    /** The server refused it. */
    REFUSED,
    /** Somebody changed the resource on the server meanwhile. */
    CONFLICT
}
