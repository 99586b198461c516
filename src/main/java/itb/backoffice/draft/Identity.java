package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What an item of an array is called, so that items of two versions pair up however they are ordered. */
final class Identity {
    private Identity() {}

    /** The name of each item; empty where an item has none or two have the same. */
    static Optional<List<String>> of(String array, JsonNode items) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : items) {
            names.add(name(array, item));
        }
        if (array.equals("extension") || array.equals("modifierExtension")) {
            names = numbered(names);
        }
        boolean usable = !names.contains("") && new HashSet<>(names).size() == names.size();
        return usable ? Optional.of(names) : Optional.empty();
    }

    /** Extensions may repeat: the second of the same url is called {@code URL (2)}, so that the others keep their names. */
    private static List<String> numbered(List<String> urls) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            String url = urls.get(i);
            long before = urls.subList(0, i).stream().filter(url::equals).count();
            names.add(before == 0 || url.isEmpty() ? url : url + " (" + (before + 1) + ")");
        }
        return names;
    }

    private static String name(String array, JsonNode item) {
        if (item.isValueNode()) {
            return item.isNull() ? "" : item.asText();
        }
        return switch (array) {
            case "extension", "modifierExtension" -> item.path("url").asText("");
            case "contained" -> item.path("id").asText("");
            case "identifier" -> item.path("system").asText("");
            case "telecom" ->
                join("/", item.path("system").asText(""), item.path("use").asText(""));
            case "availableTime" -> days(item.path("daysOfWeek"));
            case "coding", "tag", "security" ->
                join("|", item.path("system").asText(""), item.path("code").asText(""));
            default -> other(item);
        };
    }

    private static String other(JsonNode item) {
        JsonNode coding = item.path("coding").path(0);
        if (coding.hasNonNull("code")) {
            return join(
                    "|", coding.path("system").asText(""), coding.path("code").asText(""));
        }
        String reference = item.path("reference").asText("");
        return reference.isEmpty() ? item.path("id").asText("") : reference;
    }

    private static String join(String between, String first, String second) {
        return first.isEmpty() && second.isEmpty() ? "" : first + between + second;
    }

    private static String days(JsonNode days) {
        List<String> names = new ArrayList<>();
        days.forEach(day -> names.add(day.asText()));
        return String.join("+", names);
    }
}
