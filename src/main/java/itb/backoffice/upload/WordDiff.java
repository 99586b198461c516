package itb.backoffice.upload;

import itb.backoffice.upload.Segment.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares two texts word by word. */
final class WordDiff {
    /** Above this many pairs of words the middle is shown as replaced: it would be unreadable anyway, and slow. */
    private static final int MOST_PAIRS = 4_000_000;

    private WordDiff() {}

    /** The pieces of both texts in order; neighbours of one kind are joined. */
    static List<Segment> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Segment> segments = new ArrayList<>();
        add(segments, Kind.SAME, old.subList(0, head));
        middle(segments, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
        add(segments, Kind.SAME, old.subList(old.size() - tail, old.size()));
        return List.copyOf(readable(segments));
    }

    /** Joins changes that only a space or a comma lies between: a sentence that was rewritten reads as two, not as a zip. */
    private static List<Segment> readable(List<Segment> segments) {
        List<Segment> joined = new ArrayList<>();
        int at = 0;
        while (at < segments.size()) {
            if (segments.get(at).kind() == Kind.SAME) {
                add(joined, Kind.SAME, List.of(segments.get(at++).text()));
                continue;
            }
            StringBuilder removed = new StringBuilder();
            StringBuilder added = new StringBuilder();
            while (at < segments.size() && (segments.get(at).kind() != Kind.SAME || bridge(segments, at))) {
                Segment segment = segments.get(at++);
                if (segment.kind() != Kind.ADDED) {
                    removed.append(segment.text());
                }
                if (segment.kind() != Kind.REMOVED) {
                    added.append(segment.text());
                }
            }
            if (!removed.isEmpty()) {
                add(joined, Kind.REMOVED, List.of(removed.toString()));
            }
            if (!added.isEmpty()) {
                add(joined, Kind.ADDED, List.of(added.toString()));
            }
        }
        return joined;
    }

    /** Whether the equal piece at {@code at} has no word and lies between changes of both kinds. */
    private static boolean bridge(List<Segment> segments, int at) {
        boolean wordless = segments.get(at).text().chars().noneMatch(Character::isLetterOrDigit);
        return wordless && at + 1 < segments.size() && replaced(segments, at - 1, -1) && replaced(segments, at + 1, 1);
    }

    private static boolean replaced(List<Segment> segments, int at, int step) {
        int next = at + step;
        return next >= 0
                && next < segments.size()
                && segments.get(at).kind() != Kind.SAME
                && segments.get(next).kind() != Kind.SAME;
    }

    private static void middle(List<Segment> segments, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            add(segments, Kind.REMOVED, old);
            add(segments, Kind.ADDED, now);
            return;
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(segments, Kind.SAME, Collections.singletonList(old.get(i)));
                i++;
                j++;
            } else if (j >= now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(segments, Kind.REMOVED, Collections.singletonList(old.get(i++)));
            } else {
                add(segments, Kind.ADDED, Collections.singletonList(now.get(j++)));
            }
        }
    }

    private static void add(List<Segment> segments, Kind kind, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String text = String.join("", words);
        if (!segments.isEmpty() && segments.getLast().kind() == kind) {
            text = segments.removeLast().text() + text;
        }
        segments.add(new Segment(kind, text));
    }

    /** Words and what lies between them, so that joined they are the text again. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || kind(text.charAt(i)) != kind(text.charAt(i - 1)) || kind(text.charAt(i)) == 2) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        return words;
    }

    private static int kind(char c) {
        return Character.isLetterOrDigit(c) ? 0 : Character.isWhitespace(c) ? 1 : 2;
    }
}
