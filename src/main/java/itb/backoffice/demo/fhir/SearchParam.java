package itb.backoffice.demo.fhir;

import java.util.List;
import java.util.Locale;

/**
 * A search parameter of a type.
 *
 * @param path the element that it looks at; a dot goes one level down, lists are looked through
 */
record SearchParam(String name, Kind kind, String path) {
    /** The kinds of parameters, with the modifiers that each understands. */
    enum Kind {
        TOKEN,
        STRING,
        REFERENCE,
        URI;

        List<String> modifiers() {
            return switch (this) {
                case TOKEN -> List.of("", "not");
                case STRING -> List.of("", "exact", "contains");
                case REFERENCE -> List.of("", "identifier");
                case URI -> List.of("");
            };
        }

        /** FHIR's own word for it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By which every type can be searched, in its {@code meta}: the profile that it says it follows, and its tags. */
    static final List<SearchParam> OF_EVERY_TYPE =
            List.of(new SearchParam("_profile", Kind.URI, "meta.profile"), token("_tag", "meta.tag"));

    static SearchParam token(String name, String path) {
        return new SearchParam(name, Kind.TOKEN, path);
    }

    static SearchParam string(String name, String path) {
        return new SearchParam(name, Kind.STRING, path);
    }

    static SearchParam reference(String name, String path) {
        return new SearchParam(name, Kind.REFERENCE, path);
    }
}
