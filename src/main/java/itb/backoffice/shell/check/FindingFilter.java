package itb.backoffice.shell.check;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.validation.Finding.Origin;
import java.util.function.Predicate;

/** Which findings are shown. */
record FindingFilter(String typed, Weight weight, Since since) {
    /** How bad they are. */
    enum Weight {
        ALL,
        ERRORS,
        WARNINGS,
        /** What only comes from known defects of the published profiles: hidden unless asked for. */
        DEFECTS
    }

    /** Where they come from. */
    enum Since {
        ALL,
        NEW,
        BEFORE
    }

    /** Everything that is worth telling. */
    static final FindingFilter OPEN = new FindingFilter("", Weight.ALL, Since.ALL);

    /** Whether everything that is worth telling is shown. */
    boolean isOpen() {
        return equals(OPEN);
    }

    /** The same as a test for rows. */
    Predicate<FindingRow> compiled() {
        var words = SearchText.words(typed);
        return row -> weighs(row)
                && (since == Since.ALL || (since == Since.NEW) == (row.finding().origin() == Origin.NEW))
                && (words.isEmpty()
                        || SearchText.of(row.title() + " " + row.clinic() + " "
                                        + row.finding().message())
                                .holds(words));
    }

    private boolean weighs(FindingRow row) {
        boolean error = row.finding().severity().isError();
        return switch (weight) {
            case ALL -> row.finding().isWorthTelling();
            case ERRORS -> error;
            case WARNINGS -> !error && row.finding().isWorthTelling();
            case DEFECTS -> row.finding().isDefect();
        };
    }
}
