package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths in the notation of {@link Change#path}, and values compared as FHIR sees them. */
public final class Elements {
    /** What a server writes itself: never an edit, never a conflict. */
    private static final Set<String> MANAGED =
            Set.of("meta.versionId", "meta.lastUpdated", "meta.source", "meta.extension");

    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([^\\]]*)\\]");

    /** 12.50 and 12.5 are the same number. */
    private static final Comparator<JsonNode> NUMBERS = (a, b) -> {
        if (a.equals(b)) {
            return 0;
        }
        return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : 1;
    };

    private Elements() {}

    /** Whether only the server writes the element at {@code path}. */
    static boolean managed(String path) {
        return MANAGED.contains(path);
    }

    /** Whether two values, or two absences, say the same. */
    public static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        return a == null || b == null ? a == b : a.equals(NUMBERS, b);
    }

    /** The value at {@code path}; null where there is none. */
    public static @Nullable JsonNode at(JsonNode root, String path) {
        JsonNode here = root;
        String name = "";
        Matcher step = STEP.matcher(path);
        while (step.find() && !here.isMissingNode()) {
            if (step.group(1) != null) {
                name = step.group(1);
                here = here.path(name);
            } else {
                here = item(name, here, step.group(2));
            }
        }
        return here.isMissingNode() ? null : here;
    }

    private static JsonNode item(String array, JsonNode items, String key) {
        Optional<List<String>> names = Identity.of(array, items);
        int index = names.isPresent() ? names.get().indexOf(key) : -1;
        if (index < 0 && key.matches("\\d{1,6}")) {
            index = Integer.parseInt(key);
        }
        return items.path(index);
    }

    /**
     * The notation of {@link Change#path} for a path as validators and servers write it, e.g. {@code
     * PractitionerRole.extension[0].value}; goes as far as it understands.
     */
    public static String pathOf(String expression, JsonNode resource) {
        StringBuilder path = new StringBuilder();
        JsonNode here = resource;
        String name = "";
        boolean first = true;
        Matcher step = STEP.matcher(expression);
        while (step.find() && !step.group().contains("(")) {
            if (step.group(1) == null) {
                int index = step.group(2).matches("\\d{1,6}") ? Integer.parseInt(step.group(2)) : -1;
                Optional<List<String>> names = Identity.of(name, here);
                boolean known =
                        names.isPresent() && index >= 0 && index < names.get().size();
                path.append('[')
                        .append(known ? names.orElseThrow().get(index) : step.group(2))
                        .append(']');
                here = here.path(index);
            } else if (!first
                    || !step.group(1).equals(resource.path("resourceType").asText())) {
                name = step.group(1);
                path.append(path.isEmpty() ? "" : ".").append(name);
                here = here.path(name);
            }
            first = false;
        }
        return path.toString();
    }
}
