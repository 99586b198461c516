package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.SearchIndex.Entry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private static final SearchIndex INDEX = SearchIndex.of(List.of(
            new Entry("c/1", "Nordtand Ålesund", "Storgata 4 6002 Ålesund parkering bak huset", 0),
            new Entry("c/2", "Nordtand Tromsø", "Havnegata 2 gratis parkering nordtand-tromso", 0),
            new Entry("t/1", "Tannrens", "tannrens hygienist", 0),
            new Entry("t/2", "Undersøkelse", "undersokelse kontroll", 0),
            new Entry("p/1", "Bjørn Ødegård", "505", 0),
            new Entry("p/2", "Björn Sjöberg", "Tannlege i Tromsø", 0)));

    private static List<String> found(String typed) {
        return INDEX.find(typed, 10).stream().map(Entry::reference).toList();
    }

    @Test
    void namesAreFoundByTheirBeginningsInEveryWayOfTypingThem() {
        for (String typed : List.of("Ålesund", "alesund", "aalesund", "ÅLES", "aales")) {
            assertEquals(List.of("c/1"), found(typed), typed);
        }
        for (String typed : List.of("ødegård", "odegard", "oedegaard", "bjorn øde")) {
            assertEquals("p/1", found(typed).getFirst(), typed);
        }
    }

    @Test
    void whateverIsPastedIsSearchedForAndHoldsNothingUp() {
        assertEquals(List.of("c/1"), found("Storgata 4 6002 Ålesund parkering bak huset ".repeat(10_000)));
        assertEquals(List.of(), found("abcdefghij klmnopqrst ".repeat(50_000)));
        assertEquals(List.of(), found("x".repeat(100_000)));
        assertEquals(List.of(), found("😀 \"' % _ * \\ [ ( \u0000"));
        assertEquals(List.of("c/1"), found("😀\"ålesund\"'"));
    }

    @Test
    void everyWordMustBeThere() {
        assertEquals(List.of("c/2"), found("parkering tromsø"));
        assertEquals(List.of(), found("tannrens ålesund"));
        assertEquals(List.of(), found("  "));
    }

    @Test
    void slipsOfTheFingersAreForgivenInWordsThatAreLongEnough() {
        for (String typed : List.of("tanrens", "tannrnes", "tannremns", "tannrems")) {
            assertEquals(List.of("t/1"), found(typed), typed);
        }
        assertEquals(List.of("t/2"), found("undresøkelse"));
        assertEquals("c/1", found("aleusnd").getFirst());
        assertEquals(List.of(), found("xyz"));
        assertEquals(List.of(), found("506"), "a number is this number or another");
    }

    @Test
    void aNameCountsMoreThanAMention() {
        assertEquals(List.of("c/2", "p/2"), found("tromsø"));
        assertEquals("t/1", found("tann").getFirst());
    }

    @Test
    void codesIdentifiersAndAddressesAreFound() {
        assertEquals(List.of("p/1"), found("505"));
        assertEquals(List.of("c/1"), found("storgata 4"));
        assertEquals(List.of("c/1"), found("6002"));
    }

    @Test
    void whatSomebodyCopiedFromAnErrorMessageIsFoundByItsId() {
        SearchIndex index = SearchIndex.of(List.of(
                new Entry("PractitionerRole/8bcba634-e2fb-361f-9270-a6c54f18e117", "Kari Berg", "", 0),
                new Entry("PractitionerRole/9a", "Lars Dahl", "", 0)));
        for (String typed : List.of(
                "8bcba634-e2fb-361f-9270-a6c54f18e117",
                "8BCBA634-e2fb",
                "PractitionerRole/8bcba634-e2fb-361f-9270-a6c54f18e117")) {
            assertEquals("Kari Berg", index.find(typed, 5).getFirst().title(), typed);
        }
        assertEquals(
                "Lars Dahl", index.find("PractitionerRole/9a", 5).getFirst().title());
    }

    @Test
    void slipsAreCountedAsSlowlyCountedOnesAre() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String typed = word(random, 4 + random.nextInt(6));
            String token = random.nextBoolean() ? word(random, 3 + random.nextInt(9)) : slipped(random, typed);
            int most = Slips.allowed(typed);
            assertEquals(slow(typed, token) <= most, Slips.within(typed, token, most), typed + " " + token);
        }
        assertTrue(Slips.within("tannrens", "tannrensing", 2));
        assertFalse(Slips.within("tannrens", "kontroll", 2));
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        random.ints(length, 'a', 'd').forEach(letter -> word.append((char) letter));
        return word.toString();
    }

    private static String slipped(Random random, String word) {
        StringBuilder other = new StringBuilder(word);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(other.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> other.deleteCharAt(at);
                case 1 -> other.insert(at, 'x');
                default -> other.setCharAt(at, 'y');
            }
        }
        return other.append(random.nextBoolean() ? "" : "abc").toString();
    }

    /** The least number of slips that make {@code typed} the beginning of {@code token}, by the whole table. */
    private static int slow(String typed, String token) {
        int[][] cost = new int[typed.length() + 1][token.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= token.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = typed.charAt(i - 1) == token.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == token.charAt(j - 2)
                        && typed.charAt(i - 2) == token.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        int least = Integer.MAX_VALUE;
        for (int j = 0; j <= token.length(); j++) {
            least = Math.min(least, cost[typed.length()][j]);
        }
        return least;
    }
}
