package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ValidResources.ValidResource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is offered must mend what it is offered for, and touch nothing else. */
class FixesTest {
    private final ProfileValidator validator = new ProfileValidator(Messages.of(Locale.ENGLISH));

    @Test
    void whatTheProfileForbidsIsTakenAway() {
        mends("treatment", Fix.Kind.REMOVE, json -> ((ObjectNode) json.at("/code/coding/0")).put("display", "Akutt"));
        mends("role", Fix.Kind.REMOVE, json -> json.putObject("period").put("start", "2026-01-01"));
        mends(
                "role",
                Fix.Kind.REMOVE,
                json -> ((ObjectNode) json.get("practitioner")).put("reference", "Practitioner/1"));
    }

    @Test
    void theOnlyValueThatIsAllowedIsFilledIn() {
        mends("treatment", Fix.Kind.FILL, json -> json.put("kind", "Appointment"));
    }

    @Test
    void theProfileIsAdded() {
        mends("role", Fix.Kind.ADD_PROFILE, json -> ((ObjectNode) json.get("meta")).remove("profile"));
    }

    @Test
    void nothingIsOfferedWhereAPersonMustDecide() {
        String json = Samples.changed("role", role -> role.remove("healthcareService"));
        assertTrue(validator.validate(json).stream().allMatch(finding -> finding.fix() == null));
    }

    private void mends(String sample, Fix.Kind kind, Consumer<ObjectNode> change) {
        String valid = Samples.text(sample);
        String broken = Samples.changed(sample, change);
        Finding finding = validator.validate(broken).stream()
                .filter(each -> each.fix() != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing offered: " + validator.validate(broken)));
        Fix fix = java.util.Objects.requireNonNull(finding.fix());
        assertEquals(kind, fix.kind());
        ObjectNode mended = fix.applyTo(Json.object(broken));
        if (kind == Fix.Kind.ADD_PROFILE) {
            assertEquals(1, mended.at("/meta/profile").size());
        } else {
            assertEquals(Json.object(valid), mended, "nothing else changes");
        }
        assertTrue(validator.validate(Json.write(mended)).stream()
                .noneMatch(each -> each.severity().isError()));
    }

    /** Over everything that can happen to a resource: the finding goes away with its fix, and no new error comes. */
    @Test
    void everyFixThatIsOfferedMends() {
        List<String> useless = new ArrayList<>();
        Set<Fix.Kind> kinds = EnumSet.noneOf(Fix.Kind.class);
        for (ValidResource resource : ValidResources.all()) {
            int turn = 0;
            for (Changes.Change change : Changes.of(resource.json())) {
                if (turn++ % 23 != 0) {
                    continue;
                }
                String profile = resource.profile().isEmpty() ? null : resource.profile();
                for (Finding finding : validator.judge(change.json(), profile).findings()) {
                    Fix fix = finding.fix();
                    if (fix != null) {
                        kinds.add(fix.kind());
                        String mended = Json.write(fix.applyTo(Json.object(change.json())));
                        assertNotEquals(Json.write(Json.object(change.json())), mended, finding::rule);
                        boolean there = validator.judge(mended, profile).findings().stream()
                                .anyMatch(each -> each.rule().equals(finding.rule())
                                        && each.path().equals(finding.path()));
                        if (there) {
                            useless.add(change.kind() + " " + change.place() + ": " + finding.rule());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), useless);
        assertTrue(kinds.contains(Fix.Kind.REMOVE), kinds::toString);
    }
}
