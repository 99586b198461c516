package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.upload.Segment.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    private static String without(List<Segment> segments, Kind kind) {
        return segments.stream()
                .filter(one -> one.kind() != kind)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        assertEquals(
                List.of(
                        new Segment(Kind.SAME, "Kari er "),
                        new Segment(Kind.REMOVED, "tannlege"),
                        new Segment(Kind.ADDED, "tannpleier"),
                        new Segment(Kind.SAME, " i Bergen"),
                        new Segment(Kind.ADDED, " og Oslo"),
                        new Segment(Kind.SAME, ".")),
                WordDiff.between("Kari er tannlege i Bergen.", "Kari er tannpleier i Bergen og Oslo."));
    }

    @Test
    void bothTextsCanAlwaysBePutTogetherAgain() {
        for (String[] pair : new String[][] {{"", "a"}, {"a", ""}, {"", ""}, {"a b  c", "c b a"}, {"x\ny", "x y"}}) {
            var segments = WordDiff.between(pair[0], pair[1]);
            assertEquals(pair[0], without(segments, Kind.ADDED));
            assertEquals(pair[1], without(segments, Kind.REMOVED));
        }
    }

    @Test
    void veryLongTextsAreShownAsReplacedInsteadOfTakingForEver() {
        String before = "a ".repeat(5000);
        String after = "b ".repeat(5000);
        var segments = WordDiff.between(before, after);
        assertTrue(segments.size() <= 3);
        assertEquals(after, without(segments, Kind.REMOVED));
    }
}
