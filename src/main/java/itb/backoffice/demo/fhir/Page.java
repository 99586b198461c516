package itb.backoffice.demo.fhir;

import java.util.List;
import java.util.OptionalLong;

/**
 * The place of a page in a list that stands still while the data goes on changing.
 *
 * @param snapshot the last change that the list knows of; empty for "the newest now"
 * @param offset how many came on the pages before
 * @param count how many at most on this page
 */
record Page(OptionalLong snapshot, long offset, int count) {
    static final String PARAMETER = "_page";

    private static final int DEFAULT_COUNT = 100;
    private static final int LARGEST_COUNT = 500;

    /** Reads {@code _count} and our own {@code _page}, the other parameters left aside. */
    static Page of(List<Parameter> parameters) {
        return of(parameters, DEFAULT_COUNT);
    }

    /** The same, with {@code unasked} on a page where nobody says how many. */
    static Page of(List<Parameter> parameters, int unasked) {
        int count = unasked;
        OptionalLong snapshot = OptionalLong.empty();
        long offset = 0;
        for (Parameter parameter : parameters) {
            String value = parameter.value();
            if (parameter.name().equals("_count")) {
                if (!value.matches("\\d{1,9}")) {
                    throw Refusal.invalid("_count must be a number from 0 up");
                }
                count = Math.min(Integer.parseInt(value), LARGEST_COUNT);
            } else if (parameter.name().equals(PARAMETER)) {
                if (!value.matches("\\d{1,18}-\\d{1,18}")) {
                    throw Refusal.invalid("This is not a link that this server gave");
                }
                snapshot = OptionalLong.of(Long.parseLong(value.substring(0, value.indexOf('-'))));
                offset = Long.parseLong(value.substring(value.indexOf('-') + 1));
            }
        }
        return new Page(snapshot, offset, count);
    }

    /** Which page of the list as of {@code newest} this query string leads to. */
    static String link(String query, long newest, long offset) {
        String others = withoutPage(query);
        return others + (others.isEmpty() ? "" : "&") + PARAMETER + "=" + newest + "-" + offset;
    }

    private static String withoutPage(String query) {
        return String.join(
                "&",
                List.of(query.split("&", -1)).stream()
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(PARAMETER + "="))
                        .toList());
    }
}
