package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever two people do to the same resource, nothing that does not collide gets lost. */
class MergePropertyTest {
    private static final List<List<String>> TOGETHER =
            List.of(List.of("code"), List.of("extension[u/photo]", "contained"));

    @Provide
    Arbitrary<List<RandomEdit>> edits() {
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 3);
        Arbitrary<RandomEdit> edit = Combinators.combine(Arbitraries.of(RandomEdit.Slot.values()), values)
                .as(RandomEdit::new);
        return edit.list().ofMaxSize(7);
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

    @Property
    void editsInDifferentPlacesAllArrive(
            @ForAll("edits") List<RandomEdit> mine, @ForAll("edits") List<RandomEdit> theirs) {
        Set<Object> taken = mine.stream().map(RandomEdit::place).collect(Collectors.toSet());
        List<RandomEdit> elsewhere =
                theirs.stream().filter(edit -> !taken.contains(edit.place())).toList();
        Merge merge = merge(mine, elsewhere);
        assertEquals(List.of(), merge.collisions());
        assertEquals(edited(edited(RandomEdit.base(), mine), elsewhere), merge.merged());
    }

    @Property
    void myEditsArriveOrAreAskedAbout(
            @ForAll("edits") List<RandomEdit> mine, @ForAll("edits") List<RandomEdit> theirs) {
        Merge merge = merge(mine, theirs);
        arrivesOrIsAsked(merge, edited(RandomEdit.base(), mine));
        arrivesOrIsAsked(merge, edited(RandomEdit.base(), theirs));
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

    @Property
    void itDoesNotMatterWhoIsCalledMeWhereNothingCollides(
            @ForAll("edits") List<RandomEdit> mine, @ForAll("edits") List<RandomEdit> theirs) {
        Merge one = merge(mine, theirs);
        Merge other = merge(theirs, mine);
        assertEquals(paths(one), paths(other));
        if (one.clean()) {
            assertEquals(one.merged(), other.merged());
        }
    }

    private static Set<String> paths(Merge merge) {
        return merge.collisions().stream().map(Collision::path).collect(Collectors.toCollection(HashSet::new));
    }

    @Property
    void mergingWithAnUnchangedSideGivesTheOther(@ForAll("edits") List<RandomEdit> edits) {
        ObjectNode changed = edited(RandomEdit.base(), edits);
        assertEquals(changed, merge(edits, List.of()).merged());
        assertEquals(changed, merge(List.of(), edits).merged());
        assertTrue(merge(edits, List.of()).clean());
        assertTrue(merge(List.of(), edits).clean());
    }

    @Property
    void theSameEditOnBothSidesIsNoCollision(@ForAll("edits") List<RandomEdit> edits) {
        Merge merge = merge(edits, edits);
        assertTrue(merge.clean());
        assertEquals(edited(RandomEdit.base(), edits), merge.merged());
    }

    @Property
    void choosingOneSideEverywhereKeepsThatSideWhereTheyCollide(
            @ForAll("edits") List<RandomEdit> mine, @ForAll("edits") List<RandomEdit> theirs) {
        Merge merge = merge(mine, theirs);
        ObjectNode resolved = merge.resolve(merge.collisions().stream()
                .collect(Collectors.toMap(Collision::path, collision -> new Choice.Theirs())));
        for (Collision collision : merge.collisions()) {
            assertTrue(Elements.same(collision.theirs(), Elements.at(resolved, collision.path())));
        }
    }
}
