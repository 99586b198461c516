package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.demo.chain.ChainGenerator;
import itb.backoffice.demo.chain.ChainSize;
import itb.backoffice.form.Field;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The merge's laws on every type of resource, as the chain has them and as its form groups their elements: two people
 * change anything anywhere, the same things in every run; a failure names the resource and the seed.
 */
class MergeAllTypesTest {
    private static final int TRIES = 60;

    private interface Law {
        void check(ObjectNode base, ObjectNode mine, ObjectNode theirs);
    }

    private static final List<ObjectNode> SAMPLES = samples();

    private static List<ObjectNode> samples() {
        Map<String, Integer> taken = new HashMap<>();
        return new ChainGenerator(4711, new ChainSize(12))
                .resources()
                .filter(one -> taken.merge(one.path("resourceType").asText(), 1, Integer::sum) <= 12)
                .toList();
    }

    private static void always(boolean apart, Law law) {
        for (ObjectNode base : SAMPLES) {
            for (int seed = 0; seed < TRIES; seed++) {
                Random random = new Random(seed);
                Set<String> touched = new HashSet<>();
                ObjectNode mine = base.deepCopy();
                ObjectNode theirs = base.deepCopy();
                edit(mine, random, Set.of(), touched);
                edit(theirs, random, apart ? neighbours(base, touched) : Set.of(), new HashSet<>());
                try {
                    law.check(base, mine, theirs);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(
                            base.path("resourceType") + "/" + base.path("id") + ", seed " + seed + ":\n"
                                    + Changes.between(base, mine) + "\n" + Changes.between(base, theirs),
                            e);
                }
            }
        }
    }

    /** What belongs to an element that was touched, because a field of the form holds both. */
    private static Set<String> neighbours(ObjectNode base, Set<String> touched) {
        Set<String> all = new HashSet<>(touched);
        List<Field> fields = Forms.of(base.path("resourceType").asText())
                .map(form -> form.fields())
                .orElse(List.of());
        for (int size = 0; size != all.size(); ) {
            size = all.size();
            for (Field field : fields) {
                List<String> tops =
                        field.paths().stream().map(MergeAllTypesTest::top).toList();
                if (tops.stream().anyMatch(all::contains)) {
                    all.addAll(tops);
                }
            }
        }
        return all;
    }

    private static String top(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    private static void edit(ObjectNode resource, Random random, Set<String> forbidden, Set<String> touched) {
        List<String> names = new ArrayList<>();
        resource.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("resourceType", "id", "meta"));
        names.removeAll(forbidden);
        for (int i = random.nextInt(5); i > 0 && !names.isEmpty(); i--) {
            String name = names.get(random.nextInt(names.size()));
            touched.add(name);
            if (random.nextInt(8) == 0) {
                resource.remove(name);
                names.remove(name);
            } else {
                resource.set(name, changed(resource.get(name), random));
            }
        }
        if (random.nextInt(4) == 0 && !forbidden.contains("unknown")) {
            touched.add("unknown");
            resource.put("unknown", random.nextInt(3));
        }
    }

    /** {@code node} with one thing in it changed. */
    private static JsonNode changed(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            ObjectNode copy = object.deepCopy();
            List<String> names = new ArrayList<>();
            copy.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            copy.set(name, changed(copy.get(name), random));
            return copy;
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            ArrayNode copy = array.deepCopy();
            int at = random.nextInt(copy.size());
            switch (random.nextInt(4)) {
                case 0 -> copy.remove(at);
                case 1 -> copy.insert(random.nextInt(copy.size() + 1), changed(copy.get(at), random));
                default -> copy.set(at, changed(copy.get(at), random));
            }
            return copy;
        }
        if (node.isBoolean()) {
            return com.fasterxml.jackson.databind.node.BooleanNode.valueOf(!node.asBoolean());
        }
        if (node.isNumber()) {
            return com.fasterxml.jackson.databind.node.IntNode.valueOf(random.nextInt(50));
        }
        return com.fasterxml.jackson.databind.node.TextNode.valueOf("other " + random.nextInt(3));
    }

    private static Merge merge(ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        return Merge.ofType(base.path("resourceType").asText(), base, mine, theirs);
    }

    @Test
    void everyTypeIsThere() {
        Set<String> types = new HashSet<>();
        SAMPLES.forEach(one -> types.add(one.path("resourceType").asText()));
        assertTrue(types.containsAll(
                Set.of("PractitionerRole", "HealthcareService", "ActivityDefinition", "Location", "Organization")));
    }

    @Test
    void whatDoesNotCollideAllArrives() {
        always(true, (base, mine, theirs) -> {
            Merge merge = merge(base, mine, theirs);
            assertEquals(List.of(), merge.collisions());
            for (Change change : Changes.between(base, mine)) {
                assertTrue(
                        Elements.same(change.after(), Elements.at(merge.merged(), change.path())),
                        () -> "mine " + change);
            }
            for (Change change : Changes.between(base, theirs)) {
                assertTrue(
                        Elements.same(change.after(), Elements.at(merge.merged(), change.path())),
                        () -> "theirs " + change);
            }
            assertEquals(
                    Changes.between(base, mine).size()
                            + Changes.between(base, theirs).size(),
                    Changes.between(base, merge.merged()).size());
        });
    }

    @Test
    void whatDoesNotCollideArrivesAlsoBesideWhatDoes() {
        always(false, (base, mine, theirs) -> {
            Merge merge = merge(base, mine, theirs);
            Set<String> disputed = disputed(merge, base, mine, theirs);
            // The second extension of a url is called the first one when that has gone.
            Set<String> repeated = Stream.of(mine, theirs)
                    .flatMap(side -> Changes.between(base, side).stream())
                    .map(Change::path)
                    .filter(path -> !path.equals(first(path)))
                    .map(MergeAllTypesTest::first)
                    .collect(Collectors.toSet());
            for (ObjectNode side : List.of(mine, theirs)) {
                for (Change change : Changes.between(base, side)) {
                    boolean free = disputed.stream().noneMatch(path -> touches(path, change.path()))
                            && repeated.stream().noneMatch(path -> touches(path, first(change.path())));
                    assertTrue(
                            !free || Elements.same(change.after(), Elements.at(merge.merged(), change.path())),
                            () -> (side == mine ? "mine " : "theirs ") + change);
                }
            }
        });
    }

    /** Every element that a person has to decide about: those of collisions, and what a field of the form holds beside. */
    private static Set<String> disputed(Merge merge, ObjectNode... sides) {
        Set<String> paths = new HashSet<>();
        for (Collision collision : merge.collisions()) {
            paths.add(collision.path());
            for (ObjectNode side : sides) {
                Forms.of(side.path("resourceType").asText(), side)
                        .flatMap(form -> form.fieldAt(collision.path()))
                        .ifPresent(field -> paths.addAll(field.paths()));
            }
        }
        return paths;
    }

    private static String first(String path) {
        return path.replaceAll(" \\(\\d+\\)\\]", "]");
    }

    private static boolean touches(String one, String other) {
        return within(one, other) || within(other, one);
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }

    @Test
    void itDoesNotMatterWhoIsCalledMe() {
        always(false, (base, mine, theirs) -> {
            Merge one = merge(base, mine, theirs);
            Merge other = merge(base, theirs, mine);
            assertEquals(
                    one.collisions().stream().map(Collision::path).sorted().toList(),
                    other.collisions().stream().map(Collision::path).sorted().toList());
            if (one.clean()) {
                assertEquals(one.merged(), other.merged());
            }
        });
    }

    @Test
    void mergingWithAnUnchangedSideGivesTheOther() {
        always(false, (base, mine, theirs) -> {
            assertEquals(mine, merge(base, mine, base).merged());
            assertEquals(theirs, merge(base, base, theirs).merged());
            assertTrue(
                    merge(base, mine, base).clean() && merge(base, base, theirs).clean());
            assertEquals(mine, merge(base, mine, mine.deepCopy()).merged());
            assertEquals(Json.write(base), Json.write(merge(base, base, base).merged()));
        });
    }

    @Test
    void whoeverDecidesGetsWhatTheyChose() {
        always(false, (base, mine, theirs) -> {
            Merge merge = merge(base, mine, theirs);
            Map<String, Choice> choices = new HashMap<>();
            merge.collisions().forEach(collision -> choices.put(collision.path(), new Choice.Theirs()));
            ObjectNode resolved = merge.resolve(choices);
            for (Collision collision : merge.collisions()) {
                assertTrue(Elements.same(collision.theirs(), Elements.at(resolved, collision.path())), collision::path);
                assertTrue(
                        Elements.same(collision.mine(), Elements.at(merge.merged(), collision.path())),
                        collision::path);
            }
        });
    }
}
