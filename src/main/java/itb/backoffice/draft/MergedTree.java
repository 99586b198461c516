package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through base, mine and theirs; asks wherever both sides changed the same. */
final class MergedTree {
    /** Decides a collision. */
    interface Chooser {
        Choice choose(Collision collision);
    }

    /** The three values of one element. */
    private record Three(
            @Nullable JsonNode base,
            @Nullable JsonNode mine,
            @Nullable JsonNode theirs) {
        Three get(String name) {
            return new Three(member(base, name), member(mine, name), member(theirs, name));
        }

        private static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
            return node == null ? null : node.get(name);
        }

        boolean mineChanged() {
            return !Elements.same(base, mine);
        }

        boolean theirsChanged() {
            return !Elements.same(base, theirs);
        }
    }

    private final Three root;
    private final Chooser chooser;
    /** Paths of groups that both sides changed differently, with the path that leads the group. */
    private final Map<String, String> contested = new HashMap<>();
    /** What was chosen for each such group. */
    private final Map<String, Choice> chosen = new HashMap<>();

    MergedTree(ObjectNode base, ObjectNode mine, ObjectNode theirs, List<List<String>> together, Chooser chooser) {
        this.root = new Three(base, mine, theirs);
        this.chooser = chooser;
        for (List<String> group : together) {
            List<Three> values = group.stream()
                    .map(path -> new Three(Elements.at(base, path), Elements.at(mine, path), Elements.at(theirs, path)))
                    .toList();
            if (values.stream().anyMatch(Three::mineChanged)
                    && values.stream().anyMatch(Three::theirsChanged)
                    && values.stream().anyMatch(value -> !Elements.same(value.mine(), value.theirs()))) {
                group.forEach(path -> contested.put(path, group.getFirst()));
            }
        }
    }

    ObjectNode root() {
        return objects("", root);
    }

    private @Nullable JsonNode merge(String path, String name, Three at) {
        if (Elements.managed(path)) {
            return at.theirs();
        }
        String group = contested.get(path);
        if (group != null) {
            return ofGroup(path, group, at);
        }
        boolean contestedBelow = contestedBelow(path);
        if (!contestedBelow && !path.equals("meta")) {
            if (Elements.same(at.mine(), at.theirs()) || !at.theirsChanged()) {
                return at.mine();
            }
            if (!at.mineChanged()) {
                return at.theirs();
            }
        }
        if (arrays(at)) {
            return items(path, name, at);
        }
        // What one side took away as a whole is still gone through where a part of it is to be decided about.
        boolean objects = (is(at.mine()) || (contestedBelow && at.mine() == null))
                && (is(at.theirs()) || (contestedBelow && at.theirs() == null))
                && (at.base() == null || is(at.base()));
        if (!objects || (!contestedBelow && otherType(at))) {
            return collision(path, at);
        }
        ObjectNode merged = objects(path, at);
        return merged.isEmpty() ? null : merged;
    }

    private boolean contestedBelow(String path) {
        return contested.keySet().stream().anyMatch(one -> below(one, path));
    }

    private static boolean below(String path, String parent) {
        return path.startsWith(parent + ".") || path.startsWith(parent + "[");
    }

    /** Whether an extension has a value of another type on each side: merged by members it would have two values. */
    private static boolean otherType(Three at) {
        return at.mine() instanceof ObjectNode mine
                && at.theirs() instanceof ObjectNode theirs
                && mine.has("url")
                && theirs.has("url")
                && !values(mine).equals(values(theirs));
    }

    private static Set<String> values(ObjectNode extension) {
        Set<String> names = new HashSet<>();
        extension.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !name.startsWith("value"));
        return names;
    }

    private static boolean is(@Nullable JsonNode node) {
        return node != null && node.isObject();
    }

    private static boolean arrays(Three at) {
        return array(at.base()) && array(at.mine()) && array(at.theirs());
    }

    private static boolean array(@Nullable JsonNode node) {
        return node == null || node.isArray();
    }

    private @Nullable JsonNode collision(String path, Three at) {
        if (!at.theirsChanged() || Elements.same(at.mine(), at.theirs())) {
            return at.mine();
        }
        if (!at.mineChanged()) {
            return at.theirs();
        }
        return switch (chooser.choose(new Collision(path, at.base(), at.mine(), at.theirs()))) {
            case Choice.Mine mine -> at.mine();
            case Choice.Theirs theirs -> at.theirs();
            case Choice.Other other -> other.value();
        };
    }

    private @Nullable JsonNode ofGroup(String path, String group, Three at) {
        Choice choice = chosen.computeIfAbsent(
                group,
                lead -> chooser.choose(new Collision(
                        lead, value(root.base(), lead), value(root.mine(), lead), value(root.theirs(), lead))));
        return switch (choice) {
            case Choice.Mine mine -> at.mine();
            case Choice.Theirs theirs -> at.theirs();
            case Choice.Other other -> path.equals(group) ? other.value() : at.mine();
        };
    }

    private static @Nullable JsonNode value(@Nullable JsonNode resource, String path) {
        return resource == null ? null : Elements.at(resource, path);
    }

    private ObjectNode objects(String path, Three at) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode side : new JsonNode[] {at.mine(), at.theirs()}) {
            if (side != null) {
                side.fieldNames().forEachRemaining(names::add);
            }
        }
        if (at.base() != null) {
            at.base().fieldNames().forEachRemaining(names::add);
        }
        ObjectNode merged = Json.object();
        for (String name : names) {
            JsonNode value = merge(path.isEmpty() ? name : path + "." + name, name, at.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private @Nullable JsonNode items(String path, String name, Three at) {
        Items base = Items.of(name, at.base());
        Items mine = Items.of(name, at.mine());
        Items theirs = Items.of(name, at.theirs());
        Optional<List<String>> order = base.named() && mine.named() && theirs.named()
                ? ItemOrder.merge(base.names(), mine.names(), theirs.names())
                : Optional.empty();
        if (order.isEmpty()) {
            return collision(path, at);
        }
        Set<String> names = new LinkedHashSet<>(order.get());
        base.names().stream()
                .filter(item -> contestedBelow(path + "[" + item + "]"))
                .forEach(names::add);
        ArrayNode merged = Json.array();
        for (String item : names) {
            Three three = new Three(base.get(item), mine.get(item), theirs.get(item));
            JsonNode value = merge(path + "[" + item + "]", "", three);
            if (value != null) {
                merged.add(value);
            }
        }
        return merged.isEmpty() ? null : merged;
    }
}
