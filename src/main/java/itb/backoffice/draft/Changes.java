package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two versions of a resource, element by element. */
public final class Changes {
    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    /**
     * The differences, in the order of {@code mine}'s elements after those that are gone. What only a server writes is left
     * out.
     *
     * @param base null for a resource that is new
     */
    public static List<Change> between(@Nullable ObjectNode base, ObjectNode mine) {
        Changes changes = new Changes();
        changes.members("", base == null ? Json.object() : base, mine);
        return List.copyOf(changes.found);
    }

    /** Whether two resources say the same apart from {@code meta}, which servers write as they like. */
    public static List<Change> apartFromMeta(ObjectNode before, ObjectNode after) {
        ObjectNode one = before.deepCopy();
        ObjectNode other = after.deepCopy();
        one.remove("meta");
        other.remove("meta");
        return between(one, other);
    }

    private void members(String path, JsonNode base, JsonNode mine) {
        Set<String> names = new LinkedHashSet<>();
        base.fieldNames().forEachRemaining(names::add);
        mine.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(path.isEmpty() ? name : path + "." + name, name, base.get(name), mine.get(name));
        }
    }

    private void compare(String path, String name, @Nullable JsonNode base, @Nullable JsonNode mine) {
        if (Elements.managed(path) || Elements.same(base, mine)) {
            return;
        }
        if (isArray(base) && isArray(mine)) {
            items(path, name, base, mine);
        } else if (base != null && base.isObject() && mine != null && mine.isObject()) {
            members(path, base, mine);
        } else {
            found.add(new Change(path, base, mine));
        }
    }

    private static boolean isArray(@Nullable JsonNode node) {
        return node == null || node.isArray();
    }

    private void items(String path, String name, @Nullable JsonNode base, @Nullable JsonNode mine) {
        int before = found.size();
        JsonNode old = base == null ? Json.array() : base;
        JsonNode now = mine == null ? Json.array() : mine;
        Optional<List<String>> oldNames = Identity.of(name, old);
        Optional<List<String>> nowNames = Identity.of(name, now);
        if (oldNames.isPresent() && nowNames.isPresent()) {
            Set<String> names = new LinkedHashSet<>(oldNames.get());
            names.addAll(nowNames.get());
            for (String item : names) {
                compare(
                        path + "[" + item + "]",
                        "",
                        old.get(oldNames.get().indexOf(item)),
                        now.get(nowNames.get().indexOf(item)));
            }
        } else if (old.size() == now.size()) {
            for (int i = 0; i < old.size(); i++) {
                compare(path + "[" + i + "]", "", old.get(i), now.get(i));
            }
        }
        if (found.size() == before) {
            // Only the order differs, or items without names came and went.
            found.add(new Change(path, base, mine));
        }
    }
}
