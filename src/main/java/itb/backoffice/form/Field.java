package itb.backoffice.form;

import java.util.List;

/**
 * One thing that a person edits, perhaps several elements that belong together.
 *
 * @param key its name; the label is the text {@code form.TYPE.KEY}, the hint {@code form.TYPE.KEY.hint}
 * @param paths the elements that it reads and writes, in the notation of {@code draft.Change#path}; the first leads.
 *     Elements of one field always change together.
 * @param kind which editor shows it
 * @param required whether the profile wants it filled
 */
public record Field(String key, List<String> paths, Kind kind, boolean required) {
    /** The editors that there are. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        FLAG,
        /** An identifier with its display, picked by name from those known. */
        IDENTITY,
        /** A literal reference with its display, picked by name from the catalogue. */
        REFERENCE,
        /** One or more CodeableConcepts. */
        CONCEPTS,
        /** A picture in a contained Binary, with the extension that points to it. */
        PHOTO
    }

    /** Whether a change at {@code path} belongs to this field. */
    public boolean covers(String path) {
        return paths.stream()
                .anyMatch(mine -> path.equals(mine) || path.startsWith(mine + ".") || path.startsWith(mine + "["));
    }
}
