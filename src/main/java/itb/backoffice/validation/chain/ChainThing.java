package itb.backoffice.validation.chain;

import java.util.List;
import java.util.Map;

/**
 * What the rules about the whole chain need to know of one resource; small, so that a chain of thousands fits into memory
 * without its texts and pictures.
 *
 * @param title its name in the user's eyes
 * @param active whether patients can see it
 * @param clinic the id of the clinic that it is, or belongs to; empty for none
 * @param keys what must not be there twice
 * @param links what it refers to, other than inside of itself
 */
public record ChainThing(
        String type, String id, String title, boolean active, String clinic, Map<Key, Mark> keys, List<Link> links) {
    /** Values that name one thing of a chain. */
    public enum Key {
        /** A role: person, clinic and billing organisation together. */
        ROLE,
        /** A clinic's part of its web address. */
        SLUG,
        /** A treatment's code, with its system. */
        CODE
    }

    /**
     * A value that names this thing.
     *
     * @param path the element that holds it, as {@code Finding.path()} names elements
     */
    public record Mark(String value, String path) {}

    /**
     * A reference to another resource.
     *
     * @param path the element that holds it
     * @param target {@code Type/id}
     */
    public record Link(String path, String target) {
        /** The type of what is referred to. */
        public String type() {
            return target.substring(0, target.indexOf('/'));
        }
    }

    /** Keeps copies. */
    public ChainThing {
        keys = Map.copyOf(keys);
        links = List.copyOf(links);
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }

    /** The value under {@code key}, or an empty text. */
    public String key(Key key) {
        Mark mark = keys.get(key);
        return mark == null ? "" : mark.value();
    }
}
