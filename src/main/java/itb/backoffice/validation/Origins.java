package itb.backoffice.validation;

import itb.backoffice.validation.Finding.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Tells what a change brought from what was there before. A finding of the base stands for one of mine under the same
 * rule at the same element; first at the very same place, then wherever items have moved to within their list.
 */
public final class Origins {
    private Origins() {}

    /** {@code mine}, each marked by its origin. */
    public static List<Finding> mark(List<Finding> mine, List<Finding> base) {
        List<Finding> marked = new ArrayList<>(mine);
        List<Finding> left = new ArrayList<>(base);
        take(marked, left, (one, other) -> one.path().equals(other.path()));
        take(marked, left, (one, other) -> true);
        return List.copyOf(marked);
    }

    private static void take(List<Finding> marked, List<Finding> left, BiPredicate<Finding, Finding> same) {
        marked.replaceAll(finding -> {
            if (finding.origin() == Origin.BEFORE) {
                return finding;
            }
            for (Finding before : left) {
                if (before.rule().equals(finding.rule())
                        && before.severity() == finding.severity()
                        && same.test(before, finding)) {
                    left.remove(before);
                    return finding.from(Origin.BEFORE);
                }
            }
            return finding;
        });
    }
}
