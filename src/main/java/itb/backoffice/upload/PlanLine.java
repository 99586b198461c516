package itb.backoffice.upload;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.validation.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One draft in a plan.
 *
 * @param draft what was reviewed
 * @param summary what it is called
 * @param action what will happen, e.g. "New role"
 * @param changes each field's old and new value
 * @param after {@code Type/id} of the lines that must be on the server first
 * @param obstacle why it cannot go up, or null
 * @param leftOut whether the user left it out
 */
public record PlanLine(
        Reviewed draft,
        Summary summary,
        String action,
        List<FieldChange> changes,
        List<Finding> findings,
        Set<String> after,
        @Nullable Obstacle obstacle,
        boolean leftOut) {

    /** Why a line cannot go up; {@code words} is a sentence for the user. */
    public record Obstacle(Kind kind, String words) {
        /** What stands in the way. */
        public enum Kind {
            /** Errors that the user's change introduced, or old ones where the settings are strict. */
            ERRORS,
            /** The server does not declare that it takes this. */
            NOT_ALLOWED,
            /** A conflict that must be resolved first. */
            CONFLICT,
            /** It is just being sent, or its answer was lost. */
            SENDING
        }
    }

    /** {@code Type/id}. */
    public String reference() {
        return draft.reference();
    }

    /** The same, left out or taken in again. */
    PlanLine withLeftOut(boolean out) {
        return new PlanLine(draft, summary, action, changes, findings, after, obstacle, out);
    }
}
