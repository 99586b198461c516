package itb.backoffice.shell.chain;

import itb.backoffice.validation.Finding;
import java.util.List;

/** How many errors and warnings a resource has. */
public record FindingCount(int errors, int warnings) implements Comparable<FindingCount> {
    /** Nothing found, or not yet looked. */
    public static final FindingCount NONE = new FindingCount(0, 0);

    /** Counts {@code findings}; only those that are worth telling. */
    public static FindingCount of(List<Finding> findings) {
        int errors = (int) findings.stream()
                .filter(finding -> finding.severity().isError())
                .count();
        int all = (int) findings.stream().filter(Finding::isWorthTelling).count();
        return new FindingCount(errors, all - errors);
    }

    /** Both together. */
    public int all() {
        return errors + warnings;
    }

    @Override
    public int compareTo(FindingCount other) {
        int byErrors = Integer.compare(other.errors, errors);
        return byErrors != 0 ? byErrors : Integer.compare(other.warnings, warnings);
    }
}
