package itb.backoffice.shell.check;

import itb.backoffice.validation.Finding;
import itb.backoffice.validation.chain.Chain;
import itb.backoffice.validation.chain.ChainThing;
import java.util.List;

/**
 * One finding as the page shows it.
 *
 * @param reference what it is about, {@code Type/id}
 * @param title what that is called
 * @param clinic the name of the clinic that it is, or belongs to; empty for none
 */
record FindingRow(String reference, String title, String clinic, Finding finding) {
    /** The findings of {@code thing} that say something. */
    static List<FindingRow> of(ChainThing thing, List<Finding> findings, Chain chain) {
        if (findings.isEmpty()) {
            return List.of();
        }
        String clinic = thing.clinic().isEmpty()
                ? ""
                : chain.get("HealthcareService/" + thing.clinic())
                        .map(ChainThing::title)
                        .orElse("");
        return findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFORMATION)
                .map(finding -> new FindingRow(thing.reference(), thing.title(), clinic, finding))
                .toList();
    }

    String type() {
        return reference.substring(0, reference.indexOf('/'));
    }

    String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
