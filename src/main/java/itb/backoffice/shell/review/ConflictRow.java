package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.JsonNode;
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
    /** The choice of a third text; an empty one takes the element away. */
    Choice third(String typed) {
        if (typed.isBlank()) {
            return new Choice.Other(null);
        }
        JsonNode like = first(collision.mine(), collision.theirs(), collision.base());
        if (like instanceof ObjectNode element) {
            ObjectNode copy = element.deepCopy();
            valueMember(copy).ifPresent(name -> copy.put(name, typed));
            return new Choice.Other(copy);
        }
        return new Choice.Other(TextNode.valueOf(typed));
    }

    /** Whether a third value can be typed in place of {@code collision}: a text, or an extension that holds one. */
    static boolean typable(Collision collision) {
        JsonNode like = first(collision.mine(), collision.theirs(), collision.base());
        return like != null
                && (like.isTextual()
                        || (like instanceof ObjectNode element
                                && valueMember(element).isPresent()));
    }

    private static Optional<String> valueMember(ObjectNode element) {
        return element.properties().stream()
                .filter(member ->
                        member.getKey().startsWith("value") && member.getValue().isTextual())
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
