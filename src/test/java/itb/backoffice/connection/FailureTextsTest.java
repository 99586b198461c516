package itb.backoffice.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailureTextsTest {
    @Test
    void everyFailureHasASentenceAndANextStepInEveryLanguage() {
        for (Locale language : Messages.LANGUAGES) {
            Messages texts = Messages.of(language);
            for (Failure.Kind kind : Failure.Kind.values()) {
                String key = "connection.failure." + kind;
                assertTrue(texts.has(key) && texts.has(key + ".next"), language + " lacks " + key);
                assertNotEquals(texts.get(key), texts.get(key + ".next"));
                assertFalse(texts.get(key).matches(".*(\\b[45]\\d\\d\\b|HTTP|'|!).*"), texts.get(key));
            }
        }
    }
}
