package itb.backoffice.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Search as you type over rows in memory: every word of the query must be somewhere in the row's text, whatever its
 * case and accents and however its Nordic letters are typed. A snapshot that never changes: when rows do, make another.
 */
public final class TextIndex<T> {
    private record Entry<T>(T row, String text, @Nullable String alternative) {
        boolean holds(String shortWord, String longWord) {
            return text.contains(shortWord)
                    || text.contains(longWord)
                    || (alternative != null && alternative.contains(longWord));
        }
    }

    private final List<Entry<T>> entries;
    private final List<T> rows;

    private TextIndex(List<T> rows, List<Entry<T>> entries) {
        this.rows = rows;
        this.entries = entries;
    }

    /** An index of {@code rows}, found by what {@code text} says of each. */
    public static <T> TextIndex<T> of(Collection<T> rows, Function<? super T, String> text) {
        List<Entry<T>> entries = new ArrayList<>(rows.size());
        for (T row : rows) {
            String words = text.apply(row);
            String folded = Folding.shortForm(words);
            String alternative = Folding.longForm(words);
            entries.add(new Entry<>(row, folded, alternative.equals(folded) ? null : alternative));
        }
        return new TextIndex<>(List.copyOf(rows), entries);
    }

    /** The rows that hold every word of {@code query}, in their order; all of them for an empty one. */
    public List<T> search(String query) {
        String asked = query.strip();
        if (asked.isEmpty()) {
            return rows;
        }
        String[] words = asked.split("\\s+");
        String[] shortWords = new String[words.length];
        String[] longWords = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            shortWords[i] = Folding.shortForm(words[i]);
            longWords[i] = Folding.longForm(words[i]);
        }
        List<T> found = new ArrayList<>();
        for (Entry<T> entry : entries) {
            boolean all = true;
            for (int i = 0; all && i < words.length; i++) {
                all = entry.holds(shortWords[i], longWords[i]);
            }
            if (all) {
                found.add(entry.row());
            }
        }
        return found;
    }
}
