package itb.backoffice.draft;

/** What an edit, an undo or a redo led to. Whatever it says is on disk. */
public sealed interface EditResult {
    /** There is a draft, and this is it. */
    record Saved(Draft draft) implements EditResult {}

    /** There is no draft (any more): nothing differs from what the server has. Redo, or undo, may bring one back. */
    record NoDraft() implements EditResult {}

    /** Refused: the draft is just being sent, and nothing was changed. */
    record Sending(Draft draft) implements EditResult {}

    /** There was nothing to undo or redo. */
    record Nothing() implements EditResult {}
}
