package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Collision;
import itb.backoffice.upload.FieldChange;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that both changed, in words.
 *
 * @param mine what I made of the old value
 * @param theirs what they made of it
 * @param text whether a third value can be typed
 */
record ConflictRow(Collision collision, FieldChange mine, FieldChange theirs, boolean text) {
    /** The choice of a third value, in words as it is typed; an empty one takes the element away. Empty where it cannot be. */
    Optional<Choice> third(String typed) {
        if (typed.isBlank()) {
            return Optional.of(new Choice.Other(null));
        }
        JsonNode like = first(collision.mine(), collision.theirs(), collision.base());
        if (like instanceof ObjectNode element) {
            ObjectNode copy = element.deepCopy();
            return valueMember(copy)
                    .flatMap(name -> value(copy.path(name), typed).map(value -> {
                        copy.set(name, value);
                        return new Choice.Other(copy);
                    }));
        }
        return value(like, typed).map(Choice.Other::new);
    }

    /** What typing begins with: mine. */
    String typed() {
        JsonNode mine = collision.mine();
        if (mine instanceof ObjectNode element) {
            return valueMember(element).map(name -> element.path(name).asText()).orElse("");
        }
        return mine == null || mine.isContainerNode() ? "" : mine.asText();
    }

    private static Optional<JsonNode> value(@Nullable JsonNode like, String typed) {
        if (like == null || !like.isNumber()) {
            return Optional.of(TextNode.valueOf(typed));
        }
        String number = typed.strip();
        return number.matches("-?\\d{1,9}") ? Optional.of(IntNode.valueOf(Integer.parseInt(number))) : Optional.empty();
    }

    /**
     * Whether a third value can be typed in place of {@code collision}: a text, a whole number, an extension that holds one,
     * or the name of somebody who is the same on both sides.
     */
    static boolean typable(Collision collision) {
        JsonNode like = first(collision.mine(), collision.theirs(), collision.base());
        if (!(like instanceof ObjectNode element)) {
            return like != null && simple(like);
        }
        Optional<String> member = valueMember(element);
        return member.isPresent()
                && (member.get().startsWith("value") || same(member.get(), collision.mine(), collision.theirs()));
    }

    private static boolean simple(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber();
    }

    private static boolean same(String but, @Nullable JsonNode one, @Nullable JsonNode other) {
        return one instanceof ObjectNode mine
                && other instanceof ObjectNode theirs
                && mine.deepCopy().without(but).equals(theirs.deepCopy().without(but));
    }

    private static Optional<String> valueMember(ObjectNode element) {
        return element.properties().stream()
                .filter(member -> (member.getKey().startsWith("value") && simple(member.getValue()))
                        || (member.getKey().equals("display") && element.has("identifier")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static @Nullable JsonNode first(@Nullable JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node != null) {
                return node;
            }
        }
        return null;
    }
}
