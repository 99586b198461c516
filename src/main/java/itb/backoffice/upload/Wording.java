package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts values into words. */
public final class Wording {
    private static final int LONGEST_DATA = 300;

    private final Messages messages;
    private final Function<String, Optional<String>> nameOf;

    /**
     * @param nameOf the name of a resource by {@code Type/id}, from the local copy or a draft
     */
    public Wording(Messages messages, Function<String, Optional<String>> nameOf) {
        this.messages = messages;
        this.nameOf = nameOf;
    }

    /** The value of {@code field} in {@code resource}. */
    public Worded of(Field field, ObjectNode resource) {
        if (field.kind() == Field.Kind.PHOTO) {
            return picture(field, resource);
        }
        JsonNode node = Elements.at(resource, field.paths().getFirst());
        if (field.kind() == Field.Kind.CODE) {
            String key = "form." + resource.path("resourceType").asText() + "." + field.key() + ".code."
                    + Values.text(resource, field);
            if (messages.has(key)) {
                return text(messages.get(key));
            }
        }
        if (field.kind() == Field.Kind.FLAG && node != null) {
            // The form says what on and off mean for patients; a bare yes or no would not.
            String key = "form." + resource.path("resourceType").asText() + "." + field.key()
                    + (Boolean.parseBoolean(Values.text(resource, field)) ? ".yes" : ".no");
            if (messages.has(key)) {
                return text(messages.get(key));
            }
        }
        return of(field, node);
    }

    /** The value of {@code field} where {@code node} is at its leading path. */
    public Worded of(Field field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return new Worded.Nothing();
        }
        return text(
                switch (field.kind()) {
                    case FLAG -> messages.get(node.asBoolean() ? "upload.yes" : "upload.no");
                    case IDENTITY -> identity(node, false);
                    case REFERENCE -> each(node, this::reference);
                    case CONCEPTS -> each(node, Wording::concept);
                    default -> plain(node);
                });
    }

    /** As above with everything that tells two values apart, for when the short words are the same. */
    Worded exactly(Field field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return new Worded.Nothing();
        }
        return text(field.kind() == Field.Kind.IDENTITY ? identity(node, true) : data(node));
    }

    /** A value that no field covers. */
    Worded other(@Nullable JsonNode node) {
        return node == null || node.isNull() ? new Worded.Nothing() : text(data(node));
    }

    private static Worded text(String words) {
        return words.isEmpty() ? new Worded.Nothing() : new Worded.Text(words);
    }

    private static String data(JsonNode node) {
        String words = node.isValueNode() ? node.asText() : Json.write(node);
        return words.length() <= LONGEST_DATA ? words : words.substring(0, LONGEST_DATA) + "…";
    }

    private static String plain(JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        for (var member : node.properties()) {
            if (member.getKey().startsWith("value") && member.getValue().isValueNode()) {
                return member.getValue().asText();
            }
        }
        return data(node);
    }

    private static String identity(JsonNode node, boolean exact) {
        String display = node.path("display").asText("");
        String value = node.path("identifier").path("value").asText("");
        if (display.isEmpty()) {
            return value.isEmpty() ? data(node) : value;
        }
        return exact ? display + " (" + node.path("identifier").path("system").asText("") + "|" + value + ")" : display;
    }

    private String reference(JsonNode node) {
        String reference = node.path("reference").asText("");
        String display = node.path("display").asText("");
        return nameOf.apply(reference).orElse(display.isEmpty() ? reference : display);
    }

    private static String concept(JsonNode node) {
        JsonNode coding = node.path("coding").path(0);
        String display = coding.path("display").asText(coding.path("code").asText(""));
        String words = node.path("text").asText(display);
        return words.isEmpty() ? data(node) : words;
    }

    private static String each(JsonNode node, Function<JsonNode, String> words) {
        if (!node.isArray()) {
            return words.apply(node);
        }
        List<String> all = new ArrayList<>();
        node.forEach(item -> all.add(words.apply(item)));
        return String.join(", ", all);
    }

    private Worded picture(Field field, ObjectNode resource) {
        JsonNode extension = Elements.at(resource, field.paths().getFirst());
        String id = extension == null
                ? ""
                : extension.path("valueReference").path("reference").asText("").replaceFirst("^#", "");
        for (JsonNode contained : resource.path("contained")) {
            if (!id.isEmpty() && contained.path("id").asText("").equals(id)) {
                return picture(contained);
            }
        }
        return new Worded.Nothing();
    }

    private Worded picture(JsonNode binary) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(binary.path("data").asText(""));
            return new Worded.Picture(binary.path("contentType").asText(""), bytes);
        } catch (IllegalArgumentException notBase64) {
            return new Worded.Text(messages.get("upload.picture.broken"));
        }
    }
}
