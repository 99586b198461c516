package itb.backoffice.cli.input;

/** Takes what is found, in the order of the input. */
public interface PieceSink {
    /** A resource. */
    void piece(Piece piece);

    /** A Bundle without a single resource. */
    void emptyBundle(String file);

    /** Something that could not be read. */
    void trouble(String file, Trouble trouble);

    /** Why something could not be read. */
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
