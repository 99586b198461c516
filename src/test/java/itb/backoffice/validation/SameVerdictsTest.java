package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Changes.Change;
import itb.backoffice.validation.ValidResources.ValidResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/**
 * Users must get the verdict of a server that loads all of R4 and the same package, only sooner: the same errors at the
 * same elements, save for the known defects of the guide. Some of all single changes are tried; {@code
 * -Dconformance.changes=5000} tries more, {@code -Dconformance.seed=2} others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameVerdictsTest {
    private static final int CHANGES = Integer.getInteger("conformance.changes", 900);
    private static final int SEED = Integer.getInteger("conformance.seed", 1);

    /** A changed resource: what it is called, its text, and what it is held against. */
    private record Case(String name, String json, String profile) {}

    private final Reference reference = new Reference();
    private final ProfileValidator ours = new ProfileValidator(Messages.of(Locale.ENGLISH));
    private final AtomicInteger invalid = new AtomicInteger();

    @Test
    void errorsAndTheirPlacesEqualThoseOfTheFullSetUp() {
        List<Case> cases = new ArrayList<>();
        List<ValidResource> resources = ValidResources.all();
        for (ValidResource resource : resources) {
            for (Change change : some(Changes.of(resource.json()), CHANGES / resources.size() + 1)) {
                String name = resource.name() + " " + change.kind() + " " + change.place();
                cases.add(new Case(name, change.json(), resource.profile()));
            }
        }
        Mutants.ofRole().forEach(mutant -> cases.add(new Case(mutant.name(), mutant.json(), "")));
        assertTrue(cases.size() >= Math.min(CHANGES, 400), () -> "only " + cases.size());
        List<String> differences = cases.parallelStream()
                .map(this::difference)
                .flatMap(Optional::stream)
                .toList();
        System.out.println("Compared " + cases.size() + " changed resources, " + invalid + " of them invalid");
        assertEquals(List.of(), differences);
    }

    @Test
    void theResourcesThemselvesAreValid() {
        assertAll(ValidResources.all().stream().map(resource -> (Executable) () -> {
            assertEquals(Set.of(), errors(judge(resource.json(), resource.profile())), resource.name());
            assertEquals(Optional.empty(), difference(new Case(resource.name(), resource.json(), resource.profile())));
        }));
    }

    /** As many of every kind as of any other, always the same ones. */
    private static List<Change> some(List<Change> changes, int count) {
        List<Change> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, new Random(SEED));
        Map<String, Integer> seen = new HashMap<>();
        Map<Change, Integer> turn = new HashMap<>();
        shuffled.forEach(change -> turn.put(change, seen.merge(change.kind(), 1, Integer::sum)));
        shuffled.sort(Comparator.comparing(turn::get));
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private Optional<String> difference(Case each) {
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
