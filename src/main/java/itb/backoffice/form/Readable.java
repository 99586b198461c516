package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Any JSON in words that a person can read: names and values, without brackets and quotes. */
public final class Readable {
    private static final int LONGEST = 300;

    /** A word as long as this is no word but a picture. */
    private static final int DATA = 120;

    private Readable() {}

    /** A value with all that is in it, on one line. */
    public static String words(JsonNode value) {
        String words = whole(value);
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static String whole(JsonNode value) {
        if (value.isValueNode()) {
            String text = value.asText();
            return text.length() > DATA && text.indexOf(' ') < 0 ? text.substring(0, 20) + "…" : text;
        }
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> parts.add(whole(item)));
            return String.join("; ", parts);
        }
        for (var member : value.properties()) {
            if (!member.getKey().equals("url")) {
                parts.add(name(member.getKey(), value) + ": " + whole(member.getValue()));
            }
        }
        return String.join(", ", parts);
    }

    private static String name(String member, JsonNode of) {
        return member.startsWith("value") && of.has("url") ? url(of.path("url").asText()) : name(member);
    }

    /** The name of an element: {@code availableStartTime} becomes "Available start time". */
    public static String name(String element) {
        String spaced = element.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('-', ' ')
                .replace('_', ' ')
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        return spaced.isEmpty() ? element : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** The key of the words for an element, by its own name or by its readable one. */
    public static String key(String element) {
        return "form.element."
                + name(element).toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /** The name of an extension by its url: the last part, without what every extension begins with. */
    public static String url(String url) {
        String tail = url.substring(url.lastIndexOf('/') + 1).replaceFirst("^ext-?(?=.)", "");
        return name(tail.isEmpty() ? url : tail);
    }
}
