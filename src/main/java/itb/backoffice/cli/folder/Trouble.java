package itb.backoffice.cli.folder;

/** Something that the user must mend before the command can run: a text under {@code cli.folder} with what it is about. */
public final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] about;

    /** The text {@code cli.folder.KEY}, filled in with {@code about}. */
    public Trouble(String key, Object... about) {
        super(key);
        this.key = "cli.folder." + key;
        this.about = about;
    }

    /** The text's key. */
    public String key() {
        return key;
    }

    /** What fills it in. */
    public Object[] about() {
        return about.clone();
    }
}
