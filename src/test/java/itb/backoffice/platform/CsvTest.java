package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void linesAreSplitAsTheUsersCountryDoes() {
        assertEquals("a,b;c\r\n", text(Locale.UK, "a", "b;c"));
        assertEquals("a;\"b;c\"\r\n", text(Locale.of("sv", "SE"), "a", "b;c"));
        assertEquals("a;b,c\r\n", text(Locale.of("nb", "NO"), "a", "b,c"));
    }

    @Test
    void quotesAndLineEndsStayInTheirCell() {
        assertEquals("\"say \"\"å\"\"\",\"one\ntwo\"\r\n", text(Locale.UK, "say \"å\"", "one\ntwo"));
    }

    @Test
    void whatLooksLikeAFormulaStaysAText() {
        assertEquals("'=1+1,'@x,'-cmd,'+47 900,-5\r\n", text(Locale.UK, "=1+1", "@x", "-cmd", "+47 900", "-5"));
    }

    private static String text(Locale locale, String... cells) {
        String file = new String(new Csv(locale).line(List.of(cells)).bytes(), StandardCharsets.UTF_8);
        assertEquals('\uFEFF', file.charAt(0));
        return file.substring(1);
    }
}
