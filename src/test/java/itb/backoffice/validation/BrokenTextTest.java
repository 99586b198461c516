package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding.Severity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenTextTest {
    private static final ProfileValidator VALIDATOR = new ProfileValidator(Messages.of(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | text-empty",
                "`   ` | text-empty",
                "[] | text-not-object",
                "\"x\" | text-not-object",
                "17 | text-not-object",
                "null | text-not-object",
                "{ | text-broken",
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"1 | text-broken",
                "{\"resourceType\":\"PractitionerRole\"} x | text-broken",
                "{\"resourceType\":\"PractitionerRole\"}{} | text-broken",
                "{'resourceType':'PractitionerRole'} | text-broken",
                "{} | text-no-type",
                "{\"resourceType\":7} | text-no-type",
                "{\"meta\":{\"resourceType\":\"PractitionerRole\"}} | text-no-type",
                "{\"resourceType\":\"Bundle\",\"entry\":[]} | text-bundle",
                "<PractitionerRole/> | text-broken"
            })
    void textThatIsNoResourceIsOneFatalFinding(String text, String rule) {
        List<Finding> findings = VALIDATOR.validate(text);
        assertEquals(1, findings.size(), findings::toString);
        assertEquals(rule, findings.getFirst().rule());
        assertEquals(Severity.FATAL, findings.getFirst().severity());
    }

    @Test
    void theSentenceTellsWhereTheTextBreaks() {
        assertEquals(
                "This is not valid JSON: line 2, column 3.",
                VALIDATOR.validate("{\n  x").getFirst().message());
    }

    @Test
    void deepNestingDoesNotExhaustTheStack() {
        String deep = "{\"resourceType\":\"PractitionerRole\",\"extension\":" + "[".repeat(100_000);
        assertEquals("text-deep", VALIDATOR.validate(deep).getFirst().rule());
        String nested =
                "{\"resourceType\":\"PractitionerRole\"," + "\"extension\":[{\"url\":\"http://a.test\",".repeat(45)
                        + "\"valueString\":\"x\"" + "}]".repeat(45) + "}";
        assertFalse(VALIDATOR.judge(nested, null).valid());
    }

    @Test
    void aTypeThatDoesNotExistIsNamed() {
        List<Finding> findings = VALIDATOR.validate("{\"resourceType\":\"Dentist\"}");
        assertEquals(Severity.FATAL, findings.getFirst().severity());
        assertTrue(findings.getFirst().message().contains("Dentist"), findings::toString);
    }

    @Test
    void aKeyGivenTwiceIsAnError() {
        String json = Samples.text("role").replaceFirst("\"active\": true", "\"active\": true, \"active\": false");
        Finding finding = VALIDATOR.validate(json).getFirst();
        assertEquals("duplicate:PractitionerRole.active", finding.rule());
        assertEquals(Severity.ERROR, finding.severity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"PractitionerRole\",\"meta\":[{}]}",
                "{\"resourceType\":\"PractitionerRole\",\"meta\":\"x\"}",
                "{\"resourceType\":\"PractitionerRole\",\"meta\":{\"profile\":[7,null,{}]}}",
                "{\"resourceType\":\"PractitionerRole\",\"contained\":[null,7,{}]}",
                "{\"resourceType\":\"PractitionerRole\",\"extension\":[[[]]],\"code\":7}",
                "{\"resourceType\":\"PractitionerRole\",\"_active\":[null],\"active\":{}}",
                "{\"resourceType\":\"PractitionerRole\",\"text\":{\"div\":\"<div\"}}",
                "{\"resourceType\":\"PractitionerRole\",\"meta\":{\"profile\":[\"|\",\"\",\"a|b|c\"]}}"
            })
    void jsonFarFromFhirIsRefusedAndNeverThrows(String json) {
        assertFalse(VALIDATOR.judge(json, null).valid());
    }
}
