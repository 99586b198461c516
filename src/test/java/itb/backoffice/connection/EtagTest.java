package itb.backoffice.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EtagTest {
    @Test
    void bareVersionsBecomeWeakTagsAndTagsStayAsTheyAre() {
        assertEquals("W/\"3\"", Etag.header("3"));
        assertEquals("\"3\"", Etag.header("\"3\""));
        assertEquals("W/\"x\"", Etag.header("W/\"x\""));
    }

    @Test
    void formsOfOneVersionAreTheSameAndUnknownOnesNever() {
        assertTrue(Etag.same("3", "W/\"3\"") && Etag.same("\"3\"", "3"));
        assertFalse(Etag.same("3", "4"));
        assertFalse(Etag.same(null, null));
    }
}
