package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.validation.Changes.Change;
import itb.backoffice.validation.Comparison.Case;
import itb.backoffice.validation.ValidResources.ValidResource;
import itb.backoffice.validation.engine.BuiltInPackage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

    private final Comparison comparison = new Comparison(BuiltInPackage.NEWEST);

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
                .map(comparison::difference)
                .flatMap(Optional::stream)
                .toList();
        System.out.println(
                "Compared " + cases.size() + " changed resources, " + comparison.invalid() + " of them invalid");
        assertEquals(List.of(), differences);
    }

    @Test
    void theResourcesThemselvesAreValid() {
        assertAll(ValidResources.all().stream().map(resource -> (Executable) () -> {
            assertEquals(Set.of(), comparison.errors(resource.json(), resource.profile()), resource.name());
            assertEquals(
                    Optional.empty(),
                    comparison.difference(new Case(resource.name(), resource.json(), resource.profile())));
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
}
