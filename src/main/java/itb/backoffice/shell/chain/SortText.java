package itb.backoffice.shell.chain;

import java.text.CollationKey;
import java.text.Collator;

/** A text with its place in the user's alphabet, so that sorting a long table compares bytes and not words. */
public record SortText(String text, CollationKey key) implements Comparable<SortText> {
    /** So large that no number in a table is negative any more. */
    private static final long OFFSET = 1_000_000_000L;

    /** The text as {@code collator} sorts it. */
    public static SortText of(String text, Collator collator) {
        return new SortText(text, collator.getCollationKey(text));
    }

    /** A number, which sorts as numbers do. */
    public static SortText number(long number, Collator collator) {
        String digits = "0".repeat(12) + Math.abs(number + OFFSET);
        return new SortText(Long.toString(number), collator.getCollationKey(digits.substring(digits.length() - 12)));
    }

    @Override
    public int compareTo(SortText other) {
        // An empty cell says nothing: it goes last, not first.
        if (text.isEmpty() != other.text.isEmpty()) {
            return text.isEmpty() ? 1 : -1;
        }
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortText sort && sort.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
