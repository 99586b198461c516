package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.form.Readable;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no field has words for: names and values, a line each, without brackets, quotes and paths. */
final class DataWords {
    /** Nobody reads more of what has no field. */
    private static final int MOST_LINES = 12;

    /** A word as long as this is no word but a picture. */
    private static final int DATA = 120;

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([^\\]]*)\\]");

    private final Messages messages;
    private final Function<JsonNode, String> reference;

    /**
     * @param reference the name of what a Reference points to
     */
    DataWords(Messages messages, Function<JsonNode, String> reference) {
        this.messages = messages;
        this.reference = reference;
    }

    /** All that is in {@code value}, but for what is only grammar. */
    List<String> lines(JsonNode value) {
        List<String> lines = new ArrayList<>();
        walk("", value, lines);
        return lines;
    }

    /** The first of {@code lines}, and how many more there are. */
    Worded text(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return Worded.of(String.join("\n", lines));
        }
        return new Worded.Text(String.join("\n", lines.subList(0, MOST_LINES)) + "\n"
                + messages.get("upload.more", lines.size() - MOST_LINES));
    }

    private void walk(String name, JsonNode value, List<String> lines) {
        if (value.isValueNode()) {
            String words = value(value);
            lines.add(name.isEmpty() ? words : name + ": " + words);
        } else if (value.isArray()) {
            value.forEach(item -> walk(item.has("url") ? joined(name, Readable.url(url(item))) : name, item, lines));
        } else if (value.path("reference").isTextual()) {
            lines.add((name.isEmpty() ? "" : name + ": ") + reference.apply(value));
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!grammar(member.getKey(), value)) {
                    walk(joined(name, inside(member.getKey(), value)), member.getValue(), lines);
                }
            }
        }
    }

    private static String url(JsonNode item) {
        return item.path("url").asText("");
    }

    /** What only says of which kind a thing is; its name says it already. */
    private static boolean grammar(String member, JsonNode of) {
        return of.has("resourceType")
                ? List.of("resourceType", "id", "meta").contains(member)
                : member.equals("id") || (member.equals("url") && extension(of));
    }

    private static boolean extension(JsonNode of) {
        return of.has("extension")
                || of.properties().stream().anyMatch(member -> member.getKey().matches("_?value[A-Z].*"));
    }

    private String inside(String member, JsonNode of) {
        boolean nameless = member.matches("_?value[A-Z].*") && of.has("url") || member.matches("(modifierE|e)xtension");
        return nameless ? "" : name(member);
    }

    private static String joined(String name, String more) {
        return name.isEmpty() ? more : more.isEmpty() ? name : name + " › " + more;
    }

    /** A single value: yes and no in words, data by its size. */
    String value(JsonNode value) {
        if (value.isBoolean()) {
            return messages.get(value.asBoolean() ? "upload.yes" : "upload.no");
        }
        String text = value.asText();
        boolean data = text.length() > DATA && text.indexOf(' ') < 0;
        return data ? messages.get("form.other.data", (text.length() * 3L / 4 + 1023) / 1024) : text;
    }

    /** The name of an element, in the user's language where it has one. */
    String name(String element) {
        String plain = element.replaceFirst("^_", "").replaceFirst("^value(?=[A-Z])", "value.");
        for (String key : List.of("form.other.name." + plain, Readable.key(plain))) {
            if (messages.has(key)) {
                return messages.get(key);
            }
        }
        return plain.startsWith("value.") ? messages.get(Readable.key("value")) : Readable.name(plain);
    }

    /** The names of what lies on the way to {@code path}; items without a name by their number. */
    String path(String path) {
        String name = "";
        boolean extension = false;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            String element = step.group(1);
            if (element == null) {
                String item = step.group(2);
                name = extension
                        ? joined(name, Readable.url(item))
                        : item.matches("\\d+") ? name + " " + (Integer.parseInt(item) + 1) : name;
            } else {
                extension = element.matches("(modifierE|e)xtension");
                boolean grammar = extension || (element.matches("_?value[A-Z].*") && !name.isEmpty());
                name = grammar ? name : joined(name, name(element));
            }
        }
        return name.isEmpty() ? name("extension") : name;
    }
}
