package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a finding's path into the notation in which forms and changes name elements: without the resource's type, and
 * with extensions by their url, {@code extension[https://…]}, what is contained by its id, and identifiers by their system,
 * not by their index.
 */
public final class FieldPath {
    private static final Pattern STEP = Pattern.compile("([^.\\[(]+)(?:\\[(\\d+)])?");

    /** A part of an extension, which is known by its name there. */
    private static final Pattern PART = Pattern.compile(":Extension\\.extension:([A-Za-z0-9-]+)");

    /** The validator repeats the url of an extension that it does not expect. */
    private static final Pattern REPEATED = Pattern.compile("\\[url='[^']*']");

    private FieldPath() {}

    /** The place of {@code path} in {@code resource}; empty for the resource as a whole. */
    public static String of(String path, JsonNode resource) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return "";
        }
        StringBuilder place = new StringBuilder();
        JsonNode at = resource;
        for (String step :
                REPEATED.matcher(path.substring(dot + 1)).replaceAll("").split("\\.", -1)) {
            Matcher matcher = STEP.matcher(step);
            boolean plain = matcher.matches();
            String name = plain ? matcher.group(1) : step;
            String index = plain ? matcher.group(2) : null;
            JsonNode items = at.path(name);
            at = index == null ? items : items.path(Integer.parseInt(index));
            String item = index == null ? "" : item(name, items, at);
            place.append(place.isEmpty() ? "" : ".").append(item.isEmpty() ? step : name + "[" + item + "]");
        }
        return place.toString();
    }

    /** What {@code item} of {@code items} is called; empty where it only has its number. */
    private static String item(String name, JsonNode items, JsonNode item) {
        return switch (name) {
            case "extension", "modifierExtension" -> again(items, item);
            case "contained" -> item.path("id").asText("");
            case "identifier" -> {
                String system = item.path("system").asText("");
                yield count(items, "system", system, null) == 1 ? system : "";
            }
            default -> "";
        };
    }

    /** The second extension of one url is called {@code URL (2)}. */
    private static String again(JsonNode items, JsonNode item) {
        String url = item.path("url").asText("");
        int number = count(items, "url", url, item);
        return number == 1 || url.isEmpty() ? url : url + " (" + number + ")";
    }

    /** How many of {@code items} have this {@code value}, up to and with {@code last}. */
    private static int count(JsonNode items, String member, String value, @Nullable JsonNode last) {
        int count = 0;
        for (JsonNode each : items) {
            count += each.path(member).asText("").equals(value) ? 1 : 0;
            if (each == last) {
                break;
            }
        }
        return count;
    }

    /** The place of {@code finding} in {@code resource}; of something that is missing in an extension, where it would be. */
    public static String of(Finding finding, JsonNode resource) {
        String place = of(finding.path(), resource);
        Matcher part = PART.matcher(finding.rule());
        return place.endsWith("].extension") && part.find() ? place + "[" + part.group(1) + "]" : place;
    }
}
