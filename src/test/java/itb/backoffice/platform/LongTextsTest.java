package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongTextsTest {
    @Test
    void aPictureIsTakenOutAndTheTextComesBackToTheLetter() {
        String picture = "\"" + "/9j4\\\"AA".repeat(2000) + "\"";
        String json =
                "{ \"a\" : 1.50,\n \"data\":" + picture + ", \"b\":\"kort \\\" text\", \"again\":" + picture + "}";
        LongTexts.Short shortened = LongTexts.shorten(json);
        assertTrue(shortened.text().length() < 300);
        assertEquals(1, shortened.literals().size());
        assertEquals(2, LongTexts.hashes(shortened.text()).size());
        assertEquals(json, LongTexts.restore(shortened.text(), shortened.literals()::get));
    }

    @Test
    void aPictureThatIsKnownAlreadyIsTakenOutAndNotRepeated() {
        String picture = "\"" + "/9j4\\\\".repeat(2000) + "\"";
        String other = "\"" + "AAAA".repeat(2000) + "\"";
        LongTexts.Short before = LongTexts.shorten("{\"a\":1,\"data\":" + picture + "}");
        String json = "{\"a\":2,\"data\":" + picture + ",\"more\":" + other + "}";
        LongTexts.Short after = LongTexts.shorten(json, before.literals());
        assertEquals(1, after.literals().size());
        assertEquals(LongTexts.shorten(json).text(), after.text());
        assertTrue(after.text().contains(before.literals().keySet().iterator().next()));
    }

    @Test
    void textsWithoutLongPiecesAndBrokenTextsStayAsTheyAre() {
        for (String text : List.of(
                "", "{}", "{\"a\":\"b\"}", "\"" + "x".repeat(9000), "\u001a" + "\"" + "y".repeat(9000) + "\"")) {
            LongTexts.Short shortened = LongTexts.shorten(text);
            assertEquals(text, LongTexts.restore(shortened.text(), shortened.literals()::get));
        }
    }
}
