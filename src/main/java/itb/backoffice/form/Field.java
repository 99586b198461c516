package itb.backoffice.form;

import itb.backoffice.validation.shape.Shape;
import java.util.List;

/**
 * One thing that a person edits, perhaps several elements that belong together.
 *
 * @param key its name; the label is the text {@code form.FORM.KEY}, the hint {@code form.FORM.KEY.hint}
 * @param paths the elements that it reads and writes, in the notation of {@code draft.Change#path}; the first leads.
 *     Elements of one field always change together.
 * @param kind which editor shows it
 * @param required whether the profile wants it filled
 * @param shape what else the profile says of the leading element
 */
public record Field(String key, List<String> paths, Kind kind, boolean required, Shape shape) {
    /** As a form declares it, before a profile is asked. */
    public Field(String key, List<String> paths, Kind kind, boolean required) {
        this(key, paths, kind, required, Shape.UNKNOWN);
    }

    /** As a form declares it, with one element. */
    public static Field of(String key, String path, Kind kind) {
        return new Field(key, List.of(path), kind, false);
    }

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
        /** What the program fills in by itself; shown, never typed. */
        STAMP,
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

    /** The element that leads. */
    public String lead() {
        return paths.getFirst();
    }

    /** Whether {@code path} is a container of one of the elements. */
    boolean liesIn(String path) {
        return paths.stream().anyMatch(mine -> mine.startsWith(path + ".") || mine.startsWith(path + "["));
    }

    /** Whether a change at {@code path} belongs to this field. */
    public boolean covers(String path) {
        return paths.stream()
                .anyMatch(mine -> path.equals(mine) || path.startsWith(mine + ".") || path.startsWith(mine + "["));
    }
}
