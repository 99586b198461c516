package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Collision;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.upload.FieldChange;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that both changed, in words.
 *
 * @param mine what I made of the old value
 * @param theirs what they made of it
 * @param place the field of the form that it belongs to; null for other data
 */
record ConflictRow(
        Collision collision,
        FieldChange mine,
        FieldChange theirs,
        @Nullable Place place) {
    /**
     * A field in which a third value can be set.
     *
     * @param resource my version
     */
    record Place(Form form, Field field, ObjectNode resource) {
        /** Whether there can be a value that is neither mine nor theirs, and a control to set it. */
        boolean editable() {
            return field.kind() != Field.Kind.FLAG && field.kind() != Field.Kind.STAMP;
        }
    }

    /** Whether a third value is set with the control of the form. */
    boolean edited() {
        return place != null && place.editable();
    }

    /** Whether a third value can be typed for what no form covers: a text, a whole number, or an extension with one. */
    boolean typed() {
        JsonNode like = like();
        return place == null
                && like != null
                && (simple(like)
                        || like instanceof ObjectNode element && value(element).isPresent());
    }

    private @Nullable JsonNode like() {
        return Stream.of(
                        Optional.ofNullable(collision.mine()),
                        Optional.ofNullable(collision.theirs()),
                        Optional.ofNullable(collision.base()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The choice of a typed value; an empty one takes the element away. Empty where it cannot be. */
    Optional<Choice> third(String typed) {
        if (typed.isBlank()) {
            return Optional.of(new Choice.Other(null));
        }
        JsonNode like = Objects.requireNonNull(like());
        if (like instanceof ObjectNode element) {
            ObjectNode copy = element.deepCopy();
            return value(copy)
                    .flatMap(name -> node(copy.path(name), typed).map(value -> {
                        copy.set(name, value);
                        return new Choice.Other(copy);
                    }));
        }
        return node(like, typed).map(Choice.Other::new);
    }

    /** What typing begins with: mine. */
    String begin() {
        JsonNode mine = collision.mine();
        if (mine instanceof ObjectNode element) {
            return value(element).map(name -> element.path(name).asText()).orElse("");
        }
        return mine == null || mine.isContainerNode() ? "" : mine.asText();
    }

    private static Optional<JsonNode> node(JsonNode like, String typed) {
        if (!like.isNumber()) {
            return Optional.of(TextNode.valueOf(typed));
        }
        String number = typed.strip();
        return number.matches("-?\\d{1,9}") ? Optional.of(IntNode.valueOf(Integer.parseInt(number))) : Optional.empty();
    }

    private static boolean simple(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber();
    }

    private static Optional<String> value(ObjectNode element) {
        return element.properties().stream()
                .filter(member -> member.getKey().startsWith("value") && simple(member.getValue()))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }
}
