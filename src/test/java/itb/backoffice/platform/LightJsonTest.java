package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LightJsonTest {
    private static final String PHOTO = "QUJD".repeat(100);

    private static String light(String json) {
        return new String(LightJson.of(Utf8Text.of(json)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void photosAreLeftOutAndEverythingElseStays() {
        assertEquals(
                "{\"name\":\"Åse’s\",\"data\":\"\",\"b\":{\"data\" : \"\"},\"c\":\"data\",\"d\":\"short\"}",
                light("{\"name\":\"Åse’s\",\"data\":\"" + PHOTO + "\",\"b\":{\"data\" : \"" + PHOTO
                        + "\"},\"c\":\"data\",\"d\":\"short\"}"));
    }

    @Test
    void shortDataTextsWithQuotesAndBrokenJsonStayWhole() {
        String quoted = "{\"data\":\"" + PHOTO + "\\\" and more\",\"x\":\"\\\"data\\\"" + PHOTO + "\"}";
        assertEquals(quoted, light(quoted));
        assertEquals("{\"data\":\"QUJD\"}", light("{\"data\":\"QUJD\"}"));
        assertEquals("{\"data\":\"" + PHOTO, light("{\"data\":\"" + PHOTO));
    }

    @Test
    void everyPlaceIsFoundAgainInTheWhole() {
        String first = "{\"ø\":1,\"data\":\"" + PHOTO + "\"}";
        String second = "{\"data\":\"" + PHOTO + "\",\"z\":2}";
        Utf8Text whole = Utf8Text.of("[" + first + "," + second + "]");
        LightJson light = LightJson.of(Utf8Text.part(whole.bytes(), 0, whole.length()));
        String reduced = new String(light.bytes(), StandardCharsets.ISO_8859_1);
        int from = light.original(reduced.lastIndexOf('{'));
        int to = light.original(reduced.length() - 1);
        assertEquals(second, Utf8Text.part(whole.bytes(), from, to - from).toString());
        assertEquals(
                first, Utf8Text.part(whole.bytes(), light.original(1), from - 2).toString());
    }
}
