package itb.backoffice.validation;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.engine.BuiltInPackage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The program's verdict beside that of HAPI's full set-up: the same errors at the same elements. Safe for several threads. */
final class Comparison {
    private final ProfileValidator ours;
    private final Reference reference;
    private final AtomicInteger invalid = new AtomicInteger();

    /** A changed resource: what it is called, its text, and what it is held against. */
    record Case(String name, String json, String profile) {}

    /** Both check against {@code rules}. */
    Comparison(BuiltInPackage rules) {
        ours = new ProfileValidator(() -> Messages.of(Locale.ENGLISH), List.of(rules));
        reference = new Reference(rules);
    }

    /** Where the two differ; empty where they do not. */
    Optional<String> difference(Case each) {
        Verdict verdict = judge(each.json(), each.profile());
        Set<String> mine = errors(verdict);
        invalid.addAndGet(mine.isEmpty() ? 0 : 1);
        try {
            Set<String> theirs = reference.errors(each.json(), verdict.profile());
            return theirs.equals(mine)
                    ? Optional.empty()
                    : Optional.of(each.name() + "\n  reference " + theirs + "\n  ours      " + mine + "\n");
        } catch (RuntimeException e) {
            // It has no answer for some of what is not FHIR at all; that is no reason to let it pass.
            return mine.isEmpty() ? Optional.of(each.name() + "\n  reference threw " + e + "\n") : Optional.empty();
        }
    }

    /** How many of those that were compared are invalid. */
    int invalid() {
        return invalid.get();
    }

    /** The program's own errors, as rule and place. */
    Set<String> errors(String json, String profile) {
        return errors(judge(json, profile));
    }

    private Verdict judge(String json, String profile) {
        return ours.judge(json, profile.isEmpty() ? null : profile);
    }

    private static Set<String> errors(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.severity().isError())
                // An empty name of a type is found before the validator is asked, which calls it otherwise.
                .map(finding -> finding.rule().replace("text-no-type", "unknown-type") + " at " + finding.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
