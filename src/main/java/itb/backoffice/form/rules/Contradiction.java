package itb.backoffice.form.rules;

/**
 * Something in the rules that cannot be meant, or that is good to know.
 *
 * @param rule where it shows
 * @param number the number at fault; 0 where there is none
 */
public record Contradiction(Kind kind, Rule rule, long number) {
    /** What there is to say. */
    public enum Kind {
        /** The value is no whole number, or no yes or no. */
        NO_NUMBER,
        /** The rule is there twice. */
        TWICE,
        NEGATIVE,
        /** An age limit of nought. */
        NO_AGE,
        TOO_OLD,
        /** Hours for something that is not allowed at all. */
        NOT_ALLOWED,
        /** So long before that hardly anybody can. */
        FAR_AHEAD,
        /** Nought hours after booking: the rule does nothing. */
        NO_EFFECT,
        /** Nought before: until the very beginning. Good to know. */
        UNTIL_THE_BEGINNING,
        /** Who books late can never cancel or move. Good to know. */
        TOO_LATE_FROM_THE_START;

        /** Whether it may well be meant. */
        public boolean advice() {
            return this == UNTIL_THE_BEGINNING || this == TOO_LATE_FROM_THE_START;
        }
    }
}
