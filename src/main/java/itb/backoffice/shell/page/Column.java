package itb.backoffice.shell.page;

/**
 * A column of a table.
 *
 * @param cell what it shows: a cell of {@link itb.backoffice.shell.chain.Kind}, or one of the marks below
 * @param width how wide it would like to be
 * @param from the width of the table from which it is shown as long as the user has not chosen
 */
record Column(String cell, double width, double from, boolean number) {
    /** Whether patients can see the thing. */
    static final String ACTIVE = "active";

    /** What the check found. */
    static final String FINDINGS = "findings";

    /** What will happen to it with the next upload. */
    static final String DRAFT = "draft";

    /** Whether it can be booked online. */
    static final String ONLINE = "online";

    /** A column that is always there. */
    static Column text(String cell, double width) {
        return new Column(cell, width, 0, false);
    }

    /** A column of numbers that is always there. */
    static Column number(String cell, double width) {
        return new Column(cell, width, 0, true);
    }

    /** The same where the table is at least this wide. */
    Column from(double least) {
        return new Column(cell, width, least, number);
    }

    /** The same, shown only when it is asked for. */
    Column onRequest() {
        return from(Double.MAX_VALUE);
    }
}
