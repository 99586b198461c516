package itb.backoffice.cli.input;

import java.io.IOException;

/** Something that was found in the input. */
public sealed interface Found {
    /** Where it comes from, as the user named it. */
    String file();

    /** The two ways in which FHIR is written. */
    enum Format {
        JSON,
        XML
    }

    /**
     * One resource, or what should be one.
     *
     * @param entry which entry of a Bundle it is, counted from 1; 0 where the file is the resource
     * @param text reads it when it is its turn, so that only what is being worked on takes memory
     */
    record Piece(String file, int entry, Format format, Text text) implements Found {}

    /** A text that is read when it is asked for. */
    @FunctionalInterface
    interface Text {
        /** The text; a {@link java.nio.charset.CharacterCodingException} says that it is not in UTF-8. */
        String read() throws IOException;
    }

    /** A Bundle without a single resource. */
    record EmptyBundle(String file) implements Found {}

    /** Something that cannot be read. */
    record Unread(String file, Trouble trouble) implements Found {}

    /** Why something cannot be read. */
    enum Trouble {
        MISSING,
        UNREADABLE,
        /** Too large, and no Bundle that could be read entry by entry. */
        TOO_LARGE,
        NOT_UTF8,
        /** A folder without a single {@code .json} or {@code .xml} file. */
        EMPTY_FOLDER
    }
}
