package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a role says of its person is changed where it must be, and nowhere else. */
class PartyTest {
    private static final Party PERSON = Party.of(Kind.PEOPLE);

    private static ObjectNode role(String practitioner) {
        return Json.object(
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"r\",\"practitioner\":" + practitioner + "}");
    }

    private static Summary thing(String type, String id, String identifiers) {
        return new Summary(type, id, "Kari", true, Map.of(Summaries.IDENTIFIERS, identifiers));
    }

    @Test
    void onlyTheNumberChangesAndAllElseInTheIdentifierStays() {
        ObjectNode role = role("""
                {"identifier":{"use":"usual","type":{"text":"x"},"system":"urn:a","value":"1","period":{"start":"2020"}},"display":"Kari"}""");
        assertEquals(role("""
                {"identifier":{"use":"usual","type":{"text":"x"},"system":"urn:a","value":"2|3","period":{"start":"2020"}},"display":"Kari"}"""), PERSON.identify(role, "urn:a", "2|3"));
    }

    @Test
    void aSystemThatIsEmptyIsNone() {
        assertEquals(
                role("{\"identifier\":{\"value\":\"2\"}}"),
                PERSON.identify(role("{\"identifier\":{\"system\":\"urn:a\",\"value\":\"1\"}}"), "", "2"));
    }

    @Test
    void aRoleThatRefersLiterallyGoesOnDoingSoWhenTwoBecomeOne() {
        Summary kept = thing("Practitioner", "p2", "urn:a|7");
        assertEquals(
                role("{\"reference\":\"Practitioner/p2\"}"),
                PERSON.become(role("{\"reference\":\"Practitioner/p1\"}"), kept, "Kari"));
        assertEquals(
                role("{\"reference\":\"Practitioner/p2\",\"display\":\"Kari\"}"),
                PERSON.become(role("{\"reference\":\"Practitioner/p1\",\"display\":\"Kai\"}"), kept, "Kari"));
    }

    @Test
    void aRoleThatKnowsByIdentifierGetsTheIdentifierOfWhoIsKept() {
        Summary kept = thing(Kind.PERSON, "urn:a|7|b", "urn:a|7|b");
        assertEquals(
                role("{\"identifier\":{\"system\":\"urn:a\",\"value\":\"7|b\"},\"display\":\"Kari\"}"),
                PERSON.become(
                        role("{\"identifier\":{\"system\":\"urn:z\",\"value\":\"1\"},\"display\":\"Kai\"}"),
                        kept,
                        "Kari"));
    }

    @Test
    void whatIsNoObjectIsLeftAlone() {
        ObjectNode odd = role("\"Kari\"");
        assertEquals(role("\"Kari\""), PERSON.identify(PERSON.rename(odd, "x"), "urn:a", "1"));
    }
}
