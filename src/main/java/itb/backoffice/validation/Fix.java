package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one sensible way to mend what a finding is about.
 *
 * @param path the element, as {@code Finding.path()} names elements
 * @param value what it becomes; empty where nothing is filled in
 */
public record Fix(Kind kind, String path, String value) {
    /** What is done. Its name for the user is the text {@code validation.fix.KIND}. */
    public enum Kind {
        /** The element goes: the profile does not want it. */
        REMOVE,
        /** The element gets the only value that the profile allows. */
        FILL,
        /** {@code meta.profile} names the profile too. */
        ADD_PROFILE,
        /** Spaces before and after a text go. */
        TRIM
    }

    private static final Pattern STEP = Pattern.compile("([^\\[]+)(?:\\[(\\d+)])?(\\[x])?");

    /** {@code resource} mended; the same where there is nothing to mend any more. {@code resource} itself stays. */
    public ObjectNode applyTo(ObjectNode resource) {
        ObjectNode copy = resource.deepCopy();
        List<String> steps = new ArrayList<>(List.of(path.split("\\.")));
        steps.removeFirst();
        if (kind == Kind.ADD_PROFILE) {
            addProfile(copy);
        } else if (!steps.isEmpty()) {
            String last = steps.removeLast();
            if (parent(copy, steps, kind == Kind.FILL) instanceof ObjectNode parent) {
                mend(parent, last);
            }
        }
        return copy;
    }

    private void addProfile(ObjectNode copy) {
        JsonNode meta = copy.path("meta");
        if (meta.isMissingNode()) {
            copy.putObject("meta").putArray("profile").add(value);
            // Where servers write it: right after the id.
            copy.setAll(withMetaThird(copy));
        } else if (meta instanceof ObjectNode there) {
            // What is no list, null for one, never counted as one.
            if (!there.path("profile").isArray()) {
                there.putArray("profile").add(value);
            } else {
                there.withArray("profile").add(value);
            }
        }
    }

    private static ObjectNode withMetaThird(ObjectNode copy) {
        ObjectNode ordered = copy.objectNode();
        for (String name : List.of("resourceType", "id", "meta")) {
            if (copy.has(name)) {
                ordered.set(name, copy.get(name));
            }
        }
        copy.properties().forEach(member -> {
            if (!ordered.has(member.getKey())) {
                ordered.set(member.getKey(), member.getValue());
            }
        });
        copy.removeAll();
        return ordered;
    }

    private static @Nullable JsonNode parent(ObjectNode root, List<String> steps, boolean make) {
        JsonNode at = root;
        for (String step : steps) {
            Matcher matcher = STEP.matcher(step);
            if (!matcher.matches() || !(at instanceof ObjectNode object)) {
                return null;
            }
            JsonNode member = object.get(matcher.group(1));
            if (member == null && make && matcher.group(2) == null) {
                member = object.putObject(matcher.group(1));
            }
            String index = matcher.group(2);
            at = member == null || index == null ? member : member.get(Integer.parseInt(index));
            if (at instanceof ArrayNode items && items.size() == 1) {
                at = items.get(0);
            }
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private void mend(ObjectNode parent, String step) {
        Matcher matcher = STEP.matcher(step);
        if (!matcher.matches()) {
            return;
        }
        String name = matcher.group(1);
        switch (kind) {
            case REMOVE -> remove(parent, name, matcher.group(2), matcher.group(3) != null);
            case FILL -> parent.put(name, value);
            case TRIM -> {
                if (parent.path(name).isTextual()) {
                    parent.put(name, parent.get(name).asText().strip());
                }
            }
            case ADD_PROFILE -> throw new IllegalStateException("A profile has no place but meta");
        }
    }

    private static void remove(ObjectNode parent, String name, @Nullable String index, boolean choice) {
        if (choice) {
            List<String> names = new ArrayList<>();
            parent.fieldNames().forEachRemaining(names::add);
            names.removeIf(each -> !each.matches("_?" + Pattern.quote(name) + "[A-Z].*"));
            parent.remove(names);
        } else if (index != null && parent.get(name) instanceof ArrayNode items && items.size() > 1) {
            items.remove(Integer.parseInt(index));
        } else {
            parent.remove(name);
            // What says more about a simple value stands beside it.
            parent.remove("_" + name);
        }
    }
}
