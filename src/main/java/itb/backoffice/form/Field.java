package itb.backoffice.form;

import itb.backoffice.validation.shape.Shape;
import java.util.List;
import java.util.Set;

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

    /** The editors that there are, each with the types that it can write. */
    public enum Kind {
        /** A text on one line. An extension's value where the path leads to an extension; so with all simple kinds. */
        TEXT("string", "markdown", "code", "uri"),
        LONG_TEXT("string", "markdown"),
        FLAG("boolean"),
        /** A whole number. */
        NUMBER("integer", "positiveInt", "unsignedInt"),
        /** A day. */
        DATE("date", "dateTime"),
        /** What the program fills in by itself; shown, never typed. */
        STAMP("date", "dateTime"),
        /** One of the codes that the profile allows. */
        CODE("code", "Coding"),
        /** Any number of codes, typed freely: the children of one extension. */
        CODES("Extension"),
        /** The code of a Coding; its system is what it was or what the profile fixes. */
        CODING("Coding"),
        /** An identifier with its display, picked by name from those known. */
        IDENTITY("Reference"),
        /** A literal reference with its display, picked by name from the catalogue. */
        REFERENCE("Reference"),
        /** One or more CodeableConcepts. */
        CONCEPTS("CodeableConcept"),
        /** The value of an identifier whose system is known. */
        IDENTIFIER("Identifier"),
        /** A list of identifiers, each with its system. */
        IDENTIFIERS("Identifier"),
        /** A person's name: a HumanName. */
        PERSON_NAME("HumanName"),
        /** Phone, e-mail, web: a list of ContactPoints in their order. */
        CONTACTS("ContactPoint"),
        /** An Address, with street, postal code, town and country. */
        ADDRESS("Address"),
        /** A place on the map: latitude and longitude. */
        POSITION("BackboneElement"),
        /** Opening hours: an availableTime array. */
        HOURS("BackboneElement"),
        /** The booking rules: a complex extension. */
        BOOKING_RULES("Extension"),
        /** A person's picture in a contained Binary, with the extension that points to it; shown round. */
        PHOTO("Reference"),
        /** A wide picture: an Attachment at the path, or, where the path is an extension, a contained Binary it points to. */
        PICTURE("Reference", "Attachment");

        private final Set<String> types;

        Kind(String... types) {
            this.types = Set.of(types);
        }

        /** Whether it can write what {@code shape} wants; what nobody knows is left to the form's declaration. */
        public boolean writes(Shape shape) {
            return shape.types().isEmpty() || shape.types().stream().anyMatch(types::contains);
        }
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
