package itb.backoffice.validation;

/**
 * What kind of rule is broken, and for which element.
 *
 * @param kind the kind; its sentence lies under {@code validation.rule.KIND}
 * @param path the element at fault, in FHIRPath's simple form
 * @param element the element without indexes, with its slice, as the profile names it
 * @param detail what the sentence needs beside the element: a value, a url, a name; may be empty
 */
record Rule(String kind, String path, String element, String detail) {
    /** The stable name of this rule: its kind and its element. */
    String id() {
        return element.isEmpty() ? kind : kind + ":" + element;
    }
}
