package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import java.time.Instant;
import java.util.Set;

/**
 * One draft on its way into a plan: what is told of it, and what its place depends on. Its texts are not kept.
 *
 * @param refersTo {@code Type/id} of what it will refer to on the server
 * @param referredTo likewise, of what it referred to before
 */
public record PlanPart(PlanLine line, Set<String> refersTo, Set<String> referredTo) {
    String reference() {
        return line.reference();
    }

    Draft.Kind kind() {
        return line.draft().kind();
    }

    Instant created() {
        return line.draft().created();
    }
}
