package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.Values;
import itb.backoffice.form.picture.PicturePlace;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts values into words. No JSON and no path is ever among them. */
public final class Wording {
    /** A field as one version of a resource has it. */
    record Side(Form form, Field field, ObjectNode resource) {
        @Nullable
        JsonNode node() {
            JsonNode node = Elements.at(resource, field.lead());
            return node == null || node.isNull() ? null : node;
        }
    }

    private final Messages messages;
    private final Function<String, Optional<String>> nameOf;
    private final DataWords data;
    private final PartWords parts;
    private final HoursWords hours;
    private final RuleWords rules;

    /**
     * @param nameOf the name of a resource by {@code Type/id}, from the local copy or a draft
     */
    public Wording(Messages messages, Function<String, Optional<String>> nameOf) {
        this.messages = messages;
        this.nameOf = nameOf;
        data = new DataWords(messages, this::reference);
        parts = new PartWords(messages);
        hours = new HoursWords(messages, data);
        rules = new RuleWords(messages);
    }

    /** Both values of a field: of weeks and rules only what differs; told apart also where their short words are the same. */
    Pair of(Side old, Side now) {
        Pair pair = switch (now.field().kind()) {
            case HOURS -> hours.of(old.node(), now.node());
            case BOOKING_RULES ->
                rules.of(
                        old.resource(),
                        old.field().lead(),
                        now.resource(),
                        now.field().lead());
            default -> new Pair(one(old), one(now));
        };
        return pair.same() ? exactly(old, now, pair.before()) : pair;
    }

    private Pair exactly(Side old, Side now, Worded words) {
        JsonNode before = old.node();
        JsonNode after = now.node();
        if (before != null && after != null && now.field().kind() == Field.Kind.IDENTITY) {
            Pair identities = new Pair(Worded.of(identity(before, true)), Worded.of(identity(after, true)));
            if (!identities.same()) {
                return identities;
            }
        }
        Pair details = different(before, after);
        return details.same() ? otherwise(words) : details;
    }

    /** Both values of something that no field covers. */
    Pair other(@Nullable JsonNode before, @Nullable JsonNode after) {
        Pair details = different(before, after);
        return details.same() ? otherwise(new Worded.Nothing()) : details;
    }

    /** What differs has no words: for instance the order of things, or the digits of a time. */
    private Pair otherwise(Worded words) {
        String otherwise = words instanceof Worded.Text text
                ? messages.get("upload.otherwise", text.words())
                : messages.get("upload.otherwise.unseen");
        return new Pair(words, new Worded.Text(otherwise));
    }

    /** What the two do not have in common, a line for each single value. */
    private Pair different(@Nullable JsonNode before, @Nullable JsonNode after) {
        List<String> old = before == null ? List.of() : data.lines(before);
        List<String> now = after == null ? List.of() : data.lines(after);
        List<String> gone = new ArrayList<>(old);
        now.forEach(gone::remove);
        List<String> come = new ArrayList<>(now);
        old.forEach(come::remove);
        return new Pair(data.text(gone), data.text(come));
    }

    /** What leads to {@code path}, in words from {@code messages}. */
    public static String path(String path, Messages messages) {
        return new DataWords(messages, node -> "").path(path);
    }

    private Worded one(Side side) {
        JsonNode node = side.node();
        if (node == null) {
            return new Worded.Nothing();
        }
        if (side.field().kind() == Field.Kind.PHOTO || side.field().kind() == Field.Kind.PICTURE) {
            return picture(side);
        }
        String words = words(side, node);
        return words.isBlank() ? data.text(data.lines(node)) : new Worded.Text(words);
    }

    private String words(Side side, JsonNode node) {
        String value = Values.text(side.resource(), side.field());
        return switch (side.field().kind()) {
            case TEXT, LONG_TEXT, NUMBER -> value;
            case FLAG -> flag(side, value);
            case DATE, STAMP -> parts.date(value);
            case CODE -> code(side, value);
            case CODES -> codes(node);
            case CODING -> each(node, Wording::exactCoding);
            case IDENTITY -> identity(node, false);
            case REFERENCE -> each(node, this::reference);
            case CONCEPTS -> each(node, PartWords::concept);
            case IDENTIFIER -> node.path("value").asText("");
            case IDENTIFIERS -> lines(node, parts::identifier);
            case PERSON_NAME -> lines(node, parts::person);
            case CONTACTS -> lines(node, parts::contact);
            case ADDRESS -> parts.address(node);
            case POSITION -> parts.position(node).orElse("");
            case HOURS, BOOKING_RULES, PHOTO, PICTURE -> throw new IllegalStateException("Worded in pairs");
        };
    }

    /** The form says what on and off mean for patients; a bare yes or no would not. */
    private String flag(Side side, String value) {
        if (!value.matches("true|false")) {
            return value;
        }
        boolean on = value.equals("true");
        String key = side.form().labelKey(side.field()) + (on ? ".yes" : ".no");
        return messages.get(messages.has(key) ? key : on ? "upload.yes" : "upload.no");
    }

    private String code(Side side, String code) {
        String key = side.form().labelKey(side.field()) + ".code." + code;
        if (messages.has(key)) {
            return messages.get(key);
        }
        String path = Values.path(side.resource(), side.field());
        JsonNode coding = path.endsWith(".code") && !path.equals("code")
                ? Elements.at(side.resource(), path.substring(0, path.length() - ".code".length()))
                : null;
        return coding == null || code.isEmpty() ? code : PartWords.coding(coding);
    }

    private static String codes(JsonNode extension) {
        List<String> codes = new ArrayList<>();
        for (JsonNode child : extension.path("extension")) {
            child.properties().stream()
                    .filter(member -> member.getKey().startsWith("value")
                            && member.getValue().isValueNode())
                    .forEach(member -> codes.add(member.getValue().asText()));
        }
        return String.join(", ", codes);
    }

    /** Here the code itself counts: it is what ties systems together. */
    private static String exactCoding(JsonNode coding) {
        String code = coding.path("code").asText("");
        String display = coding.path("display").asText("");
        return display.isBlank() ? code : code.isEmpty() ? display : display + " (" + code + ")";
    }

    private String identity(JsonNode node, boolean exact) {
        String display = node.path("display").asText("");
        JsonNode identifier = node.path("identifier");
        String value = identifier.path("value").asText("");
        if (display.isEmpty()) {
            return value.isEmpty() && node.has("reference") ? reference(node) : value;
        }
        return exact ? messages.get("upload.identity", display, parts.identifier(identifier)) : display;
    }

    /** What is known by {@code Type/id} is called; empty where it has no name. */
    Optional<String> name(String reference) {
        return nameOf.apply(reference).filter(known -> !reference.endsWith("/" + known));
    }

    private String reference(JsonNode node) {
        String reference = node.path("reference").asText("");
        String display = node.path("display").asText("");
        Optional<String> name = name(reference);
        if (name.isPresent() || !display.isBlank() || reference.isEmpty()) {
            return name.orElse(display);
        }
        if (reference.startsWith("#")) {
            return messages.get("upload.reference.inside");
        }
        String type = Stream.of(reference.split("/", -1))
                .filter(part -> messages.has("upload.type." + part))
                .findFirst()
                .orElse("other");
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        return messages.get("upload.reference.unknown", messages.get("upload.type." + type), id);
    }

    private static String each(JsonNode node, Function<JsonNode, String> words) {
        return joined(node, words, ", ");
    }

    private static String lines(JsonNode node, Function<JsonNode, String> words) {
        return joined(node, words, "\n");
    }

    private static String joined(JsonNode node, Function<JsonNode, String> words, String between) {
        if (!node.isArray()) {
            return words.apply(node);
        }
        List<String> all = new ArrayList<>();
        node.forEach(item -> all.add(words.apply(item)));
        all.removeIf(String::isBlank);
        return String.join(between, all);
    }

    private Worded picture(Side side) {
        Optional<byte[]> bytes = PicturePlace.of(side.field()).read(side.resource());
        return bytes.isPresent() && bytes.get().length > 0
                ? new Worded.Picture(bytes.get())
                : new Worded.Text(messages.get("upload.picture.broken"));
    }
}
