package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void digitsOrderAndUnknownMembersSurvive() {
        String text =
                "{\"b\":10.7295010,\"_a\":{\"x\":12.50},\"big\":12345678901234567890,\"a\":[null,\"æ\"],\"e\":0.000000010}";
        assertEquals(text, Json.write(Json.object(text)));
    }

    @Test
    void textThatIsNotAnObjectIsRefusedWithoutRepeatingIt() {
        var e = assertThrows(Json.NotJson.class, () -> Json.object("{\"secret\": oops"));
        assertEquals(false, e.getMessage().contains("oops"));
        assertThrows(Json.NotJson.class, () -> Json.object("[]"));
        assertThrows(Json.NotJson.class, () -> Json.object("{} {}"));
    }
}
