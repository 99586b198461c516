package itb.backoffice.upload;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.validation.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One draft in a plan.
 *
 * @param draft what was reviewed
 * @param summary what it is called
 * @param action what will happen to what where, e.g. "New role · Nordtand Sandvika"
 * @param hides whether patients no longer see it afterwards: deleted, or no longer active
 * @param changes each field's old and new value
 * @param places where the findings are, where a field covers them
 * @param after {@code Type/id} of the lines that must be on the server first
 * @param obstacle why it cannot go up, or null
 * @param leftOut whether the user left it out
 */
public record PlanLine(
        Reviewed draft,
        Summary summary,
        String action,
        boolean hides,
        List<FieldChange> changes,
        List<Finding> findings,
        Map<Finding, Place> places,
        Set<String> after,
        @Nullable Obstacle obstacle,
        boolean leftOut) {

    /** A field that a finding is about: the element that leads it, and its name. */
    public record Place(String path, String label) {}

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
        return new PlanLine(draft, summary, action, hides, changes, findings, places, after, obstacle, out);
    }

    /** The same, to be sent after others. */
    PlanLine withAfter(Set<String> others) {
        return new PlanLine(draft, summary, action, hides, changes, findings, places, others, obstacle, leftOut);
    }
}
