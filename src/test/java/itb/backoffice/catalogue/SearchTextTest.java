package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    private static final List<String> ROWS =
            List.of("Bjørn Ærlig, Tromsø", "Björn Åkesson, Malmö", "Aase Baek, Oslo", "Zoë Łukasz, København");

    private static String found(String query) {
        var words = SearchText.words(query);
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < ROWS.size(); i++) {
            numbers.append(SearchText.of(ROWS.get(i)).holds(words) ? String.valueOf(i) : "");
        }
        return numbers.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "bjorn, 01", "bjoern, 01", "BJØRN, 01", "björn, 01", "aerlig, 0", "ærlig, 0", "arlig, 0", "åk, 1",
                "aakesson, 1",
        "ake, 1", "åse, 2", "aase, 2", "bæk, 2", "zoe, 3", "lukasz, 3", "kobenhavn, 3", "koebenhavn, 3", "rom, 0",
        "'malmö björn', 1", "'  björn   tro ', 0", "xyz, ''", "'bjorn oslo', ''"
    })
    void nordicNamesAreFoundHoweverTheyAreTyped(String query, String rows) {
        assertEquals(rows, found(query));
    }

    @Test
    void emptyQueryFindsAll() {
        assertEquals("0123", found("  "));
    }

    @Test
    void decomposedLettersAreTheSame() {
        assertEquals("1", found("A\u030akesson"));
    }
}
