package itb.backoffice.upload;

/** A piece of a text that is compared word by word. */
public record Segment(Kind kind, String text) {
    /** What became of it. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }
}
