package itb.backoffice.validation;

import java.util.List;

/**
 * What came of checking one resource.
 *
 * @param profile the profile that it was held against; empty where there is none for it
 */
public record Verdict(String profile, List<Finding> findings) {
    /** Whether there is no error in it. */
    public boolean valid() {
        return findings.stream().noneMatch(finding -> finding.severity().isError());
    }
}
