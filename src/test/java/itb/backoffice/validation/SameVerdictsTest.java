package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Users must get the verdict of a server that loads all of R4 and the same package, only sooner. */
class SameVerdictsTest {
    private static final List<String> FIXTURES =
            List.of("role", "role-malformed-systems", "treatment", "clinic", "area", "organisation", "billing");

    private final Reference reference = new Reference();
    private final ProfileValidator ours = new ProfileValidator(Messages.of(Locale.ENGLISH));

    @Test
    void errorsAndTheirPlacesEqualThoseOfTheFullSetUp() {
        List<Mutants.Mutant> mutants = new ArrayList<>(Mutants.ofRole());
        FIXTURES.forEach(fixture -> mutants.addAll(Mutants.withoutOne(fixture)));
        // The reference throws at these two instead of answering.
        mutants.removeIf(mutant -> mutant.name().startsWith("meta "));
        assertTrue(mutants.size() > 150, () -> "only " + mutants.size());
        assertAll(mutants.stream().map(mutant -> (Executable) () -> same(mutant.name(), mutant.json())));
    }

    @Test
    void theFixturesThemselvesAreValid() {
        assertAll(FIXTURES.stream().map(fixture -> (Executable) () -> {
            assertEquals(Set.of(), errors(ours.judge(Samples.text(fixture), null)), fixture);
            same(fixture, Samples.text(fixture));
        }));
    }

    private void same(String name, String json) {
        Verdict verdict = ours.judge(json, null);
        assertEquals(reference.errors(json, verdict.profile()), errors(verdict), name);
    }

    private static Set<String> errors(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.severity().isError())
                .map(finding -> finding.rule() + " at " + finding.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
