package itb.backoffice.form;

import java.util.List;

/**
 * One thing that a person edits, perhaps several elements that belong together.
 *
 * @param key its name; the label is the text {@code form.FORM.KEY}, the hint {@code form.FORM.KEY.hint}
 * @param paths the elements that it reads and writes, in the notation of {@code draft.Change#path}; the first leads.
 *     Elements of one field always change together.
 * @param kind which editor shows it
 * @param required whether the profile wants it filled
 */
public record Field(String key, List<String> paths, Kind kind, boolean required) {
    /** The editors that there are. */
    public enum Kind {
        /** A text on one line. An extension's value where the path leads to an extension; so with all simple kinds. */
        TEXT,
        LONG_TEXT,
        FLAG,
        /** A whole number. */
        NUMBER,
        /** A day. */
        DATE,
        /** One of the codes that the profile allows. */
        CODE,
        /** Any number of codes, typed freely: the children of one extension. */
        CODES,
        /** The code of a Coding; its system is what it was or what the profile fixes. */
        CODING,
        /** An identifier with its display, picked by name from those known. */
        IDENTITY,
        /** A literal reference with its display, picked by name from the catalogue. */
        REFERENCE,
        /** One or more CodeableConcepts. */
        CONCEPTS,
        /** The value of an identifier whose system is known. */
        IDENTIFIER,
        /** A list of identifiers, each with its system. */
        IDENTIFIERS,
        /** A person's name: a HumanName. */
        PERSON_NAME,
        /** Phone, e-mail, web: a list of ContactPoints in their order. */
        CONTACTS,
        /** An Address, with street, postal code, town and country. */
        ADDRESS,
        /** A place on the map: latitude and longitude. */
        POSITION,
        /** Opening hours: an availableTime array. */
        HOURS,
        /** The booking rules: a complex extension. */
        BOOKING_RULES,
        /** A person's picture in a contained Binary, with the extension that points to it; shown round. */
        PHOTO,
        /** A wide picture: an Attachment at the path, or, where the path is an extension, a contained Binary it points to. */
        PICTURE
    }

    /** Whether a change at {@code path} belongs to this field. */
    public boolean covers(String path) {
        return paths.stream()
                .anyMatch(mine -> path.equals(mine) || path.startsWith(mine + ".") || path.startsWith(mine + "["));
    }
}
