package itb.backoffice.cli.input;

/**
 * One resource, or what should be one.
 *
 * @param file where it comes from, as the user named it
 * @param entry which entry of a Bundle it is, counted from 1; 0 where the file is the resource
 * @param format how it is written
 * @param text its text
 */
public record Piece(String file, int entry, Format format, String text) {
    /** The two ways in which FHIR is written. */
    public enum Format {
        JSON,
        XML
    }
}
