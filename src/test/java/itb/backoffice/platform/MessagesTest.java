package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times follow the user's country; where there is none, one in which the language is at home. */
class MessagesTest {
    @ParameterizedTest
    @CsvSource({
        "en, en-GB",
        "en-US, en-US",
        "en-NO, en-NO",
        "sv, sv-SE",
        "sv-FI, sv-FI",
        "no, nb-NO",
        "nn-NO, nb-NO",
        "de-DE, en-GB"
    })
    void whoeverComesFromAnywhereHasALanguageAndACountry(String computer, String program) {
        assertEquals(
                program, Messages.of(Locale.forLanguageTag(computer)).locale().toLanguageTag());
    }
}
