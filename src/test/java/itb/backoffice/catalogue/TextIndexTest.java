package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextIndexTest {
    private static final List<String> ROWS =
            List.of("Bjørn Ærlig, Tromsø", "Björn Åkesson, Malmö", "Aase Baek, Oslo", "Zoë Łukasz, København");

    private static final TextIndex<String> INDEX = TextIndex.of(ROWS, Function.identity());

    private static String found(String query) {
        StringBuilder numbers = new StringBuilder();
        INDEX.search(query).forEach(row -> numbers.append(ROWS.indexOf(row)));
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
    void emptyQueryFindsAllInTheirOrder() {
        assertEquals(ROWS, INDEX.search("  "));
    }

    @Test
    void decomposedLettersAreTheSame() {
        assertEquals("1", found("A\u030akesson"));
    }
}
