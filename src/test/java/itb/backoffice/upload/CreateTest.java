package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.draft.DraftState;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.ScriptedServer.Fault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New things are made exactly once, on servers that differ in how they let anybody make them. */
class CreateTest extends UploadGround {
    private static final String TREATMENT = "ActivityDefinition";

    private static String treatment(String code) {
        return "{\"resourceType\":\"ActivityDefinition\",\"title\":\"Undersøkelse\",\"code\":{\"coding\":[{\"system\":\"s\",\"code\":\""
                + code + "\"}]}}";
    }

    /** @param ownIds whether the server takes the program's id, @param tags whether it can be asked for a tag */
    @ParameterizedTest
    @CsvSource({
        "true, true, LOST_ANSWER, true",
        "true, true, LOST_REQUEST, true",
        "false, true, LOST_ANSWER, true",
        "false, true, LOST_REQUEST, true",
        "false, false, LOST_ANSWER, true",
        "false, false, LOST_REQUEST, true",
        "false, true, LOST_ANSWER, false",
        "false, false, LOST_ANSWER, false"
    })
    void whateverGetsLostItIsThereOnce(boolean ownIds, boolean tags, Fault fault, boolean conditions) {
        server.updateCreate = ownIds;
        server.takesOwnIds = ownIds;
        server.searchesTags = tags;
        server.conditions = conditions;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        server.faults.add(fault);
        server.offlineAfterFault = true;
        send(plan());
        restart();
        server.offline = false;
        upload.settle(server.declared(), Progress.none());
        if (!drafts.all().isEmpty()) {
            assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        }
        assertEquals(1, server.alive(ROLE));
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void aServerThatTakesTheIdThoughItDoesNotSaySoIsUsedThatWayWhenItTakesNothingElse() {
        server.updateCreate = false;
        server.takesPosts = false;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("uuid-1").contains("Ny"));
    }

    @Test
    void aServerThatRefusesTheIdThoughItSaysItTakesItGivesOneItself() {
        server.takesOwnIds = false;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        create(ROLE, "uuid-2", role("Nyere", "Nordtann"));
        UploadResult result = send(plan());
        assertTrue(result.allAccepted(), result::toString);
        assertEquals(2, server.alive(ROLE));
        assertTrue(onServer("1001").contains("urn:itb-backoffice:draft"));
    }

    @Test
    void aTreatmentIsKnownByItsCodeWhereTheServerCanSearchForThat() {
        server.updateCreate = false;
        server.searchParams = Set.of("code");
        create(TREATMENT, "uuid-1", treatment("akut"));
        server.faults.add(Fault.LOST_ANSWER);
        server.offlineAfterFault = true;
        send(plan());
        server.offline = false;
        assertInstanceOf(
                UploadOutcome.Accepted.class,
                upload.settle(server.declared(), Progress.none()).getFirst().outcome());
        assertEquals(1, server.alive(TREATMENT));
        assertFalse(server.now(TREATMENT, "1001").json().contains("urn:itb-backoffice"), "no tag is needed");
    }

    @Test
    void somethingElseWithTheSameCodeIsNotOverwrittenAndTold() {
        server.updateCreate = false;
        server.searchParams = Set.of("code");
        server.put(TREATMENT, "7", treatment("akut").replace("Undersøkelse", "Akuttime"));
        create(TREATMENT, "uuid-1", treatment("akut"));
        var duplicate = assertInstanceOf(UploadOutcome.Duplicate.class, sendOnly());
        assertEquals("7", duplicate.id());
        assertEquals(1, server.alive(TREATMENT));
        assertEquals(DraftState.REFUSED, drafts.all().getFirst().state());
    }

    @Test
    void anIdentifierIsTheKeyOfWhatHasOne() {
        var draft = create(
                ROLE,
                "uuid-1",
                "{\"resourceType\":\"PractitionerRole\",\"identifier\":[{\"system\":\"s y\",\"value\":\"å1\"}]}");
        server.searchParams = Set.of("identifier");
        CreateKey key = CreateKey.of(draft, server.declared().types().get(ROLE));
        assertEquals("identifier=s%20y|%C3%A51", key.condition());
        assertTrue(key.isOn(Json.object(draft.json())));
        assertEquals(draft.json(), key.sent(draft));
    }

    @Test
    void whatTheServerLeavesOutOfANewThingIsTold() {
        server.rewriting = json -> json.without("active");
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        var accepted = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("active", accepted.differs().getFirst().path());
        server.faults.add(Fault.LOST_ANSWER);
        create(ROLE, "uuid-2", role("Ny", "Nordtann"));
        accepted = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("active", accepted.differs().getFirst().path());
    }
}
