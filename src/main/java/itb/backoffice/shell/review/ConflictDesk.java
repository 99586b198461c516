package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.EditResult;
import itb.backoffice.upload.UploadOutcome.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds conflicts and writes down how they were resolved. Every call may wait and is made off the FX thread. */
public interface ConflictDesk {
    /** The conflict that the draft of {@code reference} is in; empty where it is in none any more. */
    Optional<Conflict> find(String reference);

    /**
     * Puts the draft on top of their version, with a choice for each collision. Nothing is sent.
     *
     * @param edits my version with a third value in one field each, for collisions where mine was chosen
     */
    EditResult resolve(Conflict conflict, Map<String, Choice> choices, List<ObjectNode> edits);

    /** Where one side deleted: my edit becomes a new resource, or my delete now means their version. */
    EditResult keepMine(Conflict conflict);

    /** Gives the draft up, so that theirs stands. */
    void discard(Conflict conflict);
}
