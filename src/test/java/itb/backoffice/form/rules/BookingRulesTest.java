package itb.backoffice.form.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.rules.Contradiction.Kind;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BookingRulesTest {
    private static final String URL =
            "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-booking-rules";
    private static final String PATH = "extension[" + URL + "]";

    private static ObjectNode clinic(String children) {
        return Json.object(("{'active':true,'extension':[{'url':'x'},{'extension':[" + children + "],'url':'" + URL
                        + "'}],'name':'n'}")
                .replace('\'', '"'));
    }

    private static String child(Rule rule, String member, Object value) {
        return "{'url':'" + rule.child() + "','" + member + "':" + value + "}";
    }

    private static List<Kind> kinds(ObjectNode clinic) {
        return BookingRules.of(clinic, PATH).contradictions().stream()
                .map(Contradiction::kind)
                .toList();
    }

    @Test
    void aRuleIsTurnedOnChangedAndOffAndNothingElse() {
        ObjectNode bare = Json.object("{\"extension\":[{\"url\":\"x\"}],\"name\":\"n\"}");
        Random random = new Random(3);
        for (Rule rule : Rule.values()) {
            ObjectNode clinic = bare.deepCopy();
            if (rule.yesOrNo()) {
                BookingRules.set(clinic, PATH, rule, false);
                assertEquals(Optional.of(false), BookingRules.of(clinic, PATH).answer(rule));
            } else {
                int number = 1 + random.nextInt(100);
                BookingRules.set(clinic, PATH, rule, rule.usual());
                BookingRules.set(clinic, PATH, rule, number);
                assertEquals(
                        OptionalLong.of(number), BookingRules.of(clinic, PATH).number(rule));
            }
            assertEquals(rule.child(), clinic.at("/extension/1/extension/0/url").asText());
            assertTrue(clinic.at("/extension/1/extension/0").has(rule.member()));
            BookingRules.turnOff(clinic, PATH, rule);
            assertEquals(bare, clinic, rule + " leaves nothing behind");
        }
    }

    @Test
    void changingOneRuleLeavesTheOthersAndWhatIsUnknownAlone() {
        ObjectNode clinic = clinic(child(Rule.CANCEL_BEFORE, "valueInteger", 48)
                + ",{'url':'theirOwn','valueString':'z'}," + child(Rule.AGE, "valueInteger", 18));
        BookingRules.set(clinic, PATH, Rule.AGE, 16);
        assertEquals(
                clinic(child(Rule.CANCEL_BEFORE, "valueInteger", 48) + ",{'url':'theirOwn','valueString':'z'},"
                        + child(Rule.AGE, "valuePositiveInt", 16)),
                clinic,
                "a value of the wrong kind becomes one of the right kind when it is changed");
        BookingRules.turnOff(clinic, PATH, Rule.AGE);
        BookingRules.turnOff(clinic, PATH, Rule.CANCEL_BEFORE);
        assertEquals(clinic("{'url':'theirOwn','valueString':'z'}"), clinic);
    }

    @Test
    void whatCannotBeMeantIsPointedOut() {
        assertEquals(List.of(Kind.NEGATIVE), kinds(clinic(child(Rule.NOTICE, "valueInteger", -5))));
        assertEquals(List.of(Kind.NO_AGE), kinds(clinic(child(Rule.AGE, "valuePositiveInt", 0))));
        assertEquals(List.of(Kind.TOO_OLD), kinds(clinic(child(Rule.AGE, "valuePositiveInt", 180))));
        assertEquals(List.of(Kind.NO_NUMBER), kinds(clinic(child(Rule.AGE, "valueString", "'18'"))));
        assertEquals(List.of(Kind.NO_NUMBER), kinds(clinic(child(Rule.CANCELLING, "valueString", "'yes'"))));
        assertEquals(List.of(Kind.FAR_AHEAD), kinds(clinic(child(Rule.NOTICE, "valueInteger", 100_000))));
        assertEquals(List.of(Kind.FAR_AHEAD), kinds(clinic(child(Rule.MOVE_BEFORE, "valueInteger", 4_800))));
        assertEquals(List.of(Kind.NO_EFFECT), kinds(clinic(child(Rule.CANCEL_AFTER, "valueInteger", 0))));
        assertEquals(
                List.of(Kind.TWICE),
                kinds(clinic(child(Rule.NOTICE, "valueInteger", 5) + "," + child(Rule.NOTICE, "valueInteger", 6))));
        assertEquals(
                List.of(Kind.NOT_ALLOWED, Kind.NOT_ALLOWED),
                kinds(clinic(child(Rule.CANCELLING, "valueBoolean", false) + ","
                        + child(Rule.CANCEL_BEFORE, "valueInteger", 48) + ","
                        + child(Rule.CANCEL_AFTER, "valueInteger", 1))));
        assertEquals(List.of(), kinds(clinic(child(Rule.CANCELLING, "valueBoolean", false))));
    }

    @Test
    void whoBooksTooLateToCancelIsSpokenOfUnlessThereIsTimeToThinkItOver() {
        String late = child(Rule.NOTICE, "valueInteger", 120) + "," + child(Rule.CANCEL_BEFORE, "valueInteger", 48);
        assertEquals(List.of(Kind.TOO_LATE_FROM_THE_START), kinds(clinic(late)));
        assertEquals(List.of(), kinds(clinic(late + "," + child(Rule.CANCEL_AFTER, "valueInteger", 1))));
        assertEquals(
                List.of(),
                kinds(clinic(child(Rule.NOTICE, "valueInteger", 2_880) + ","
                        + child(Rule.CANCEL_BEFORE, "valueInteger", 48))));
        assertEquals(List.of(), kinds(Json.object()));
    }
}
