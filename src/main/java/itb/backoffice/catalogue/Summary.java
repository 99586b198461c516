package itb.backoffice.catalogue;

import java.util.Map;

/**
 * What tables and pickers show of a resource without reading its JSON.
 *
 * @param title its name in the user's eyes; never empty (the id where there is nothing better)
 * @param active whether patients can see it; what has no such mark counts as active
 * @param facts short texts by name, see {@link Summaries}
 */
public record Summary(String type, String id, String title, boolean active, Map<String, String> facts) {
    /** The same thing under another name. */
    public Summary called(String name) {
        return new Summary(type, id, name, active, facts);
    }

    /** The fact under {@code name}, or an empty text. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }
}
