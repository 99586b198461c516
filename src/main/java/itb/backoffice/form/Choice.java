package itb.backoffice.form;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that can be picked by name.
 *
 * @param key what makes it this one: {@code system|value}, or {@code Type/id}
 * @param name what people call it
 * @param hint what tells it from others of the same name
 * @param element the JSON that is written when it is picked: a Reference or a CodeableConcept. Not to be changed.
 */
public record Choice(String key, String name, String hint, ObjectNode element) {
    @Override
    public String toString() {
        return name;
    }
}
