package itb.backoffice.shell.chain;

import itb.backoffice.validation.Finding;
import java.util.List;

/** How many errors and warnings a resource has. */
public record FindingCount(int errors, int warnings) implements Comparable<FindingCount> {
    /** Nothing found, or not yet looked. */
    public static final FindingCount NONE = new FindingCount(0, 0);

    /** Counts {@code findings}; mere information does not count. */
    public static FindingCount of(List<Finding> findings) {
        int errors = (int) findings.stream()
                .filter(finding -> finding.severity().isError())
                .count();
        int warnings = (int) findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .count();
        return new FindingCount(errors, warnings);
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
