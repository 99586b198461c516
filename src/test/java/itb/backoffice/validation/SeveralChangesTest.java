package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Json;
import itb.backoffice.validation.Changes.Change;
import itb.backoffice.validation.Comparison.Case;
import itb.backoffice.validation.ValidResources.ValidResource;
import itb.backoffice.validation.engine.BuiltInPackage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults come together, and one may hide another or bring it about: resources of every profile with two or three random
 * changes at once get the verdict of the full set-up, too, under every version of the profiles. {@code
 * -Dconformance.rounds=5000} tries more, {@code -Dconformance.seed=2} others.
 */
class SeveralChangesTest {
    private static final int ROUNDS = Integer.getInteger("conformance.rounds", 150);
    private static final int SEED = Integer.getInteger("conformance.seed", 1);

    private static List<BuiltInPackage> versions() {
        return BuiltInPackage.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void errorsAndTheirPlacesEqualThoseOfTheFullSetUp(BuiltInPackage rules) {
        Comparison comparison = new Comparison(rules);
        List<String> differences = IntStream.range(0, ROUNDS)
                .parallel()
                .mapToObj(SeveralChangesTest::changed)
                .map(comparison::difference)
                .flatMap(Optional::stream)
                .toList();
        System.out.println("Compared " + ROUNDS + " resources with several changes under " + rules.version() + ", "
                + comparison.invalid() + " of them invalid");
        assertEquals(List.of(), differences, () -> differences.size() + " differences");
        assertTrue(comparison.invalid() > ROUNDS / 2);
    }

    /** The resource of a round, always the same one. */
    private static Case changed(int round) {
        Random random = new Random(SEED * 1_000_003L + round);
        List<ValidResource> resources = ValidResources.all();
        ValidResource resource = resources.get(random.nextInt(resources.size()));
        StringBuilder name = new StringBuilder("round " + round + ": " + resource.name());
        String json = resource.json();
        int changes = 2 + random.nextInt(2);
        for (int i = 0; i < changes && Json.node(json).isObject(); i++) {
            List<Change> all = Changes.of(json);
            Change change = all.get(random.nextInt(all.size()));
            name.append(", ").append(change.kind()).append(' ').append(change.place());
            json = change.json();
        }
        return new Case(name.toString(), json, resource.profile());
    }
}
