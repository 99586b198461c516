package itb.backoffice.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks at in one row, folded once so that typing stays quick: without case and accents, and in both ways
 * in which Nordic letters are typed.
 *
 * @param spelledOut the same with {@code aa}, {@code ae} and {@code oe}; null where that is no different
 */
public record SearchText(String folded, @Nullable String spelledOut) {
    private static final int LONG_NAME = 8;
    /** Whoever has pasted a whole text finds what begins like it. */
    static final int MOST_WORDS = 12;

    /**
     * A word that is searched for, folded in both ways.
     *
     * @param spelledOut the same with {@code aa}, {@code ae} and {@code oe}; null where that is no different
     */
    public record Word(String folded, @Nullable String spelledOut) {
        static Word of(String word) {
            String folded = Folding.shortForm(word);
            String spelledOut = Folding.longForm(word);
            return new Word(folded, spelledOut.equals(folded) ? null : spelledOut);
        }

        /** Each place is looked through as seldom as possible: this happens for every row of a table at every letter. */
        boolean isIn(String text, @Nullable String textSpelledOut) {
            return text.contains(folded)
                    || spelledOut != null && text.contains(spelledOut)
                    || textSpelledOut != null && textSpelledOut.contains(spelledOut == null ? folded : spelledOut);
        }
    }

    /** Folds {@code text}. */
    public static SearchText of(String text) {
        String folded = Folding.shortForm(text);
        String spelledOut = Folding.longForm(text);
        return new SearchText(folded, spelledOut.equals(folded) ? null : spelledOut);
    }

    /** The words of what was typed. */
    public static List<Word> words(String typed) {
        return Stream.of(typed.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .map(Word::of)
                .toList();
    }

    /** Whether two names are the same but for case, accents, and in long ones a slip of the fingers. */
    public static boolean similar(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 4) {
            return false;
        }
        String first = Folding.shortForm(one);
        String second = Folding.shortForm(other);
        return first.equals(second)
                || first.length() >= LONG_NAME && Slips.within(first, second, 1) && Slips.within(second, first, 1);
    }

    /** Whether every word is somewhere in here. */
    public boolean holds(List<Word> words) {
        for (Word word : words) {
            if (!word.isIn(folded, spelledOut)) {
                return false;
            }
        }
        return true;
    }
}
