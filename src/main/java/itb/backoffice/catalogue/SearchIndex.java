package itb.backoffice.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/**
 * A search over everything: finds what holds every typed word, or the beginning of one, in whatever way its Nordic
 * letters are typed, and forgives slips of the fingers. Does not change once it is made.
 */
public final class SearchIndex {
    /**
     * One thing that can be found.
     *
     * @param title what it is called: a hit here counts most
     * @param words all else that it can be found by
     * @param weight what it gains over others that fit as well
     */
    public record Entry(String reference, String title, String words, int weight) {}

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** An id, with its type or without: nothing else needs to be looked for among the ids. */
    private static final Pattern ID = Pattern.compile("([A-Za-z]+/)?\\S{1,200}");

    private static final int TITLE_WORD = 100, TITLE_BEGINNING = 80, WORD = 50, BEGINNING = 40;
    /** Fewer letters are no id that somebody has copied. */
    private static final int SHORTEST_ID = 6;

    private static final int TITLE_SLIP = 30, SLIP = 15, WHOLE_TITLE = 60;

    private final List<Entry> entries;
    private final String[] titles;
    private final String[] tokens;
    /** For each token the entries that hold it: twice their number, plus one where it is in the title. */
    private final int[][] holders;

    private SearchIndex(List<Entry> entries, String[] titles, String[] tokens, int[][] holders) {
        this.entries = entries;
        this.titles = titles;
        this.tokens = tokens;
        this.holders = holders;
    }

    /** An index of {@code entries}; of those that fit equally well the first ones are found first. */
    public static SearchIndex of(List<Entry> entries) {
        Map<String, Holders> byToken = new HashMap<>();
        String[] titles = new String[entries.size()];
        for (int i = 0; i < titles.length; i++) {
            Entry entry = entries.get(i);
            titles[i] = Folding.shortForm(entry.title());
            add(byToken, entry.title(), i * 2 + 1);
            add(byToken, entry.words(), i * 2);
        }
        String[] tokens = byToken.keySet().toArray(new String[0]);
        Arrays.sort(tokens);
        int[][] holders = new int[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            holders[i] = byToken.getOrDefault(tokens[i], new Holders()).trimmed();
        }
        return new SearchIndex(List.copyOf(entries), titles, tokens, holders);
    }

    private static void add(Map<String, Holders> byToken, String text, int holder) {
        for (String word : BETWEEN.split(text)) {
            if (!word.isEmpty()) {
                String folded = Folding.shortForm(word);
                byToken.computeIfAbsent(folded, any -> new Holders()).add(holder);
                String spelledOut = Folding.longForm(word);
                if (!spelledOut.equals(folded)) {
                    byToken.computeIfAbsent(spelledOut, any -> new Holders()).add(holder);
                }
            }
        }
    }

    /** How many things can be found. */
    public int size() {
        return entries.size();
    }

    /** What fits {@code typed} best, best first. */
    public List<Entry> find(String typed, int most) {
        List<String> words = Arrays.stream(BETWEEN.split(typed))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(SearchText.MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        int[] total = new int[entries.size()];
        boolean some = true;
        for (int i = 0; i < words.size() && some; i++) {
            int[] scores = scores(words.get(i), most);
            some = false;
            for (int entry = 0; entry < total.length; entry++) {
                boolean fits = scores[entry] > 0 && (i == 0 || total[entry] > 0);
                total[entry] = fits ? total[entry] + scores[entry] : 0;
                some |= fits;
            }
        }
        byId(typed.strip(), total);
        return best(total, Folding.shortForm(typed.strip()), most);
    }

    /** What stands in error messages and links is found as well: the beginning of an id. */
    private void byId(String typed, int[] total) {
        boolean likeAnId = typed.length() >= SHORTEST_ID && ID.matcher(typed).matches();
        for (int i = 0; likeAnId && i < total.length; i++) {
            String reference = entries.get(i).reference();
            int id = reference.indexOf('/') + 1;
            boolean whole = reference.equals(typed);
            if (whole || reference.regionMatches(true, id, typed, 0, typed.length())) {
                total[i] = Math.max(total[i], WORD);
            }
        }
    }

    private int[] scores(String word, int most) {
        int[] scores = new int[entries.size()];
        String folded = Folding.shortForm(word);
        String spelledOut = Folding.longForm(word);
        int found = beginnings(folded, scores);
        if (!spelledOut.equals(folded)) {
            found += beginnings(spelledOut, scores);
        }
        int slips = Slips.allowed(folded);
        if (found < most && slips > 0) {
            for (int token = 0; token < tokens.length; token++) {
                if (Slips.within(folded, tokens[token], slips)) {
                    give(token, TITLE_SLIP, SLIP, scores);
                }
            }
        }
        return scores;
    }

    private int beginnings(String word, int[] scores) {
        int found = 0;
        int at = Arrays.binarySearch(tokens, word);
        for (int token = at < 0 ? -at - 1 : at; token < tokens.length && tokens[token].startsWith(word); token++) {
            boolean whole = tokens[token].length() == word.length();
            give(token, whole ? TITLE_WORD : TITLE_BEGINNING, whole ? WORD : BEGINNING, scores);
            found += holders[token].length;
        }
        return found;
    }

    private void give(int token, int inTitle, int elsewhere, int[] scores) {
        for (int holder : holders[token]) {
            int score = (holder & 1) == 1 ? inTitle : elsewhere;
            if (scores[holder >> 1] < score) {
                scores[holder >> 1] = score;
            }
        }
    }

    private List<Entry> best(int[] total, String typed, int most) {
        // The worst of the best lies on top: what is better takes its place.
        PriorityQueue<long[]> top = new PriorityQueue<>((one, other) -> Long.compare(one[0], other[0]));
        for (int i = 0; i < total.length; i++) {
            if (total[i] > 0) {
                long score = total[i] + entries.get(i).weight() + (titles[i].startsWith(typed) ? WHOLE_TITLE : 0);
                long rank = (score << 32) - i;
                if (top.size() < most) {
                    top.add(new long[] {rank, i});
                } else if (top.element()[0] < rank) {
                    top.remove();
                    top.add(new long[] {rank, i});
                }
            }
        }
        List<Entry> found = new ArrayList<>();
        while (!top.isEmpty()) {
            found.add(entries.get((int) top.remove()[1]));
        }
        return found.reversed();
    }

    /** Numbers that grow. */
    private static final class Holders {
        private int[] numbers = new int[2];
        private int size;

        void add(int number) {
            if (size > 0 && numbers[size - 1] == number) {
                return;
            }
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        int[] trimmed() {
            return Arrays.copyOf(numbers, size);
        }
    }
}
