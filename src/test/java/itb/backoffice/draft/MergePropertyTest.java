package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever two people do to the same resource, nothing that does not collide gets lost. */
class MergePropertyTest {
    private static final List<List<String>> TOGETHER =
            List.of(List.of("code"), List.of("extension[u/photo]", "contained"));

    private static final int TRIES = 1000;

    /** What must hold for any two lists of edits. */
    private interface Law {
        void check(List<RandomEdit> mine, List<RandomEdit> theirs);
    }

    /** Tries {@code law} on many pairs, the same ones in every run; a failure names the seed of its pair. */
    private static void always(Law law) {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            List<RandomEdit> mine = edits(random);
            List<RandomEdit> theirs = edits(random);
            try {
                law.check(mine, theirs);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": mine " + mine + ", theirs " + theirs, e);
            }
        }
    }

    private static List<RandomEdit> edits(Random random) {
        RandomEdit.Slot[] slots = RandomEdit.Slot.values();
        List<RandomEdit> edits = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            edits.add(new RandomEdit(slots[random.nextInt(slots.length)], random.nextInt(4)));
        }
        return edits;
    }

    private static ObjectNode edited(ObjectNode base, List<RandomEdit> edits) {
        ObjectNode json = base.deepCopy();
        edits.forEach(edit -> edit.applyTo(json));
        return json;
    }

    private static Merge merge(List<RandomEdit> mine, List<RandomEdit> theirs) {
        ObjectNode base = RandomEdit.base();
        return Merge.of(base, edited(base, mine), edited(base, theirs), TOGETHER);
    }

    @Test
    void editsInDifferentPlacesAllArrive() {
        always((mine, theirs) -> {
            Set<Object> taken = mine.stream().map(RandomEdit::place).collect(Collectors.toSet());
            List<RandomEdit> elsewhere = theirs.stream()
                    .filter(edit -> !taken.contains(edit.place()))
                    .toList();
            Merge merge = merge(mine, elsewhere);
            assertEquals(List.of(), merge.collisions());
            assertEquals(edited(edited(RandomEdit.base(), mine), elsewhere), merge.merged());
        });
    }

    @Test
    void myEditsArriveOrAreAskedAbout() {
        always((mine, theirs) -> {
            Merge merge = merge(mine, theirs);
            arrivesOrIsAsked(merge, edited(RandomEdit.base(), mine));
            arrivesOrIsAsked(merge, edited(RandomEdit.base(), theirs));
        });
    }

    private static void arrivesOrIsAsked(Merge merge, ObjectNode side) {
        for (Change change : Changes.between(RandomEdit.base(), side)) {
            boolean asked = merge.collisions().stream()
                    .flatMap(collision -> together(collision.path()).stream())
                    .anyMatch(path -> overlap(path, change.path()));
            assertTrue(
                    asked || Elements.same(change.after(), Elements.at(merge.merged(), change.path())),
                    () -> change + " is lost in " + Json.write(merge.merged()));
        }
    }

    private static List<String> together(String path) {
        return TOGETHER.stream()
                .filter(group -> group.contains(path))
                .findFirst()
                .orElse(List.of(path));
    }

    private static boolean overlap(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    @Test
    void itDoesNotMatterWhoIsCalledMeWhereNothingCollides() {
        always((mine, theirs) -> {
            Merge one = merge(mine, theirs);
            Merge other = merge(theirs, mine);
            assertEquals(paths(one), paths(other));
            if (one.clean()) {
                assertEquals(one.merged(), other.merged());
            }
        });
    }

    private static Set<String> paths(Merge merge) {
        return merge.collisions().stream().map(Collision::path).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void mergingWithAnUnchangedSideGivesTheOther() {
        always((edits, any) -> {
            ObjectNode changed = edited(RandomEdit.base(), edits);
            assertEquals(changed, merge(edits, List.of()).merged());
            assertEquals(changed, merge(List.of(), edits).merged());
            assertTrue(merge(edits, List.of()).clean());
            assertTrue(merge(List.of(), edits).clean());
        });
    }

    @Test
    void theSameEditOnBothSidesIsNoCollision() {
        always((edits, any) -> {
            Merge merge = merge(edits, edits);
            assertTrue(merge.clean());
            assertEquals(edited(RandomEdit.base(), edits), merge.merged());
        });
    }

    @Test
    void choosingOneSideEverywhereKeepsThatSideWhereTheyCollide() {
        always((mine, theirs) -> {
            Merge merge = merge(mine, theirs);
            ObjectNode resolved = merge.resolve(merge.collisions().stream()
                    .collect(Collectors.toMap(Collision::path, collision -> new Choice.Theirs())));
            for (Collision collision : merge.collisions()) {
                assertTrue(Elements.same(collision.theirs(), Elements.at(resolved, collision.path())));
            }
        });
    }
}
