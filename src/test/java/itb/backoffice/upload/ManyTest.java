package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Failure;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.ScriptedServer.Fault;
import itb.backoffice.upload.ScriptedServer.Transactions;
import itb.backoffice.upload.UploadOutcome.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many drafts in one upload: transactions as servers have them, and one bad draft among good ones. */
class ManyTest extends UploadGround {
    private static final String CLINIC = "HealthcareService";

    private void roles(int count) {
        for (int i = 0; i < count; i++) {
            rename(known("r" + i, "Kari"), "Anne " + i);
        }
    }

    private Map<String, UploadOutcome> outcomes(UploadResult result) {
        return result.lines().stream()
                .collect(Collectors.toMap(one -> one.line().draft().id(), UploadResult.LineResult::outcome));
    }

    private long transactions() {
        return server.requests.stream()
                .filter(request -> request.startsWith("TRANSACTION"))
                .count();
    }

    @Test
    void manyDraftsGoInFewTransactionsAndAreLookedAtTogether() {
        server.transactions = Transactions.ROLL_BACK;
        roles(120);
        UploadResult result = send(plan());
        assertTrue(result.allAccepted(), result::toString);
        assertEquals(2, transactions());
        assertEquals(2, writes());
        assertEquals(4, server.requests.size());
        assertTrue(onServer("r7").contains("Anne 7") && onServer("r119").contains("Anne 119"));
        assertEquals(List.of(), drafts.all());
        assertEquals("2", catalogue.get(ROLE, "r50").orElseThrow().version());
        assertEquals(
                JournalEntry.End.ACCEPTED, journal.of(ROLE, "r50").getFirst().end());
    }

    @Test
    void aServerThatPutsFewOnAPageIsNotAskedForEachDraftByItself() {
        server.transactions = Transactions.ROLL_BACK;
        server.largestPage = 20;
        roles(90);
        assertTrue(send(plan()).allAccepted());
        assertEquals(
                0,
                server.requests.stream()
                        .filter(request -> request.startsWith("GET "))
                        .count(),
                server.requests::toString);
        assertEquals(1, transactions());
    }

    @ParameterizedTest
    @EnumSource(Transactions.class)
    void oneBadDraftStopsNothingButItself(Transactions kind) {
        server.transactions = kind;
        roles(10);
        server.refused = json -> json.contains("Anne 4");
        Map<String, UploadOutcome> outcomes = outcomes(send(plan()));
        assertInstanceOf(UploadOutcome.Rejected.class, outcomes.remove("r4"));
        outcomes.values().forEach(outcome -> assertInstanceOf(UploadOutcome.Accepted.class, outcome));
        assertEquals(1, drafts.all().size());
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    i == 4 ? 1 : 2,
                    server.versions.get("PractitionerRole/r" + i).size(),
                    "written once: r" + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Transactions.class)
    void somebodysChangeWithinTheTransactionIsAConflictOfThatDraftAlone(Transactions kind) {
        server.transactions = kind;
        roles(10);
        server.meanwhile = () -> server.put(ROLE, "r4", role("Berit", "Nordtann"));
        Map<String, UploadOutcome> outcomes = outcomes(send(plan()));
        assertInstanceOf(UploadOutcome.Conflict.class, outcomes.remove("r4"));
        assertTrue(onServer("r4").contains("Berit"));
        outcomes.values().forEach(outcome -> assertInstanceOf(UploadOutcome.Accepted.class, outcome));
        for (int i = 0; i < 10; i++) {
            assertEquals(2, server.versions.get("PractitionerRole/r" + i).size(), "written once: r" + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Transactions.class)
    void aLostAnswerToAllOfThemIsFoundOutAndNothingIsSentTwice(Transactions kind) {
        server.transactions = kind;
        roles(10);
        server.faults.add(Fault.LOST_ANSWER);
        assertTrue(send(plan()).allAccepted());
        for (int i = 0; i < 10; i++) {
            assertEquals(2, server.versions.get("PractitionerRole/r" + i).size());
        }
    }

    @Test
    void aTransactionWhoseEndNobodyKnowsIsSettledAfterARestart() {
        server.transactions = Transactions.ROLL_BACK;
        roles(5);
        server.faults.add(Fault.LOST_ANSWER);
        server.offlineAfterFault = true;
        assertEquals(5, send(plan()).count(UploadOutcome.Unknown.class));
        restart();
        assertEquals(5, outbox.sending().size());
        server.offline = false;
        upload.settle(server.declared(), Progress.none())
                .forEach(settled -> assertInstanceOf(UploadOutcome.Accepted.class, settled.outcome()));
        assertEquals(List.of(), drafts.all());
        assertEquals(1, transactions());
    }

    @Test
    void newThingsAndWhatRefersToThemGoInOneTransactionWhereTheServerTakesTheirIds() {
        server.transactions = Transactions.ROLL_BACK;
        newClinicWithRole();
        assertTrue(send(plan()).allAccepted());
        assertEquals(1, writes());
        assertTrue(onServer("r").contains("HealthcareService/c"));
    }

    @Test
    void whereTheServerGivesTheIdsTheNewThingGoesFirst() {
        server.transactions = Transactions.ROLL_BACK;
        server.updateCreate = false;
        newClinicWithRole();
        roles(3);
        assertTrue(send(plan()).allAccepted());
        String role = server.versions.keySet().stream()
                .filter(reference -> reference.matches("PractitionerRole/\\d+"))
                .findFirst()
                .orElseThrow();
        assertTrue(onServer(role.substring(role.indexOf('/') + 1)).contains("HealthcareService/100"));
    }

    @Test
    void theRoleOfARefusedClinicIsNotSentAndOthersAre() {
        server.transactions = Transactions.ROLL_BACK;
        newClinicWithRole();
        roles(3);
        server.refused = json -> json.contains("Ny klinikk");
        Map<String, UploadOutcome> outcomes = outcomes(send(plan()));
        assertInstanceOf(UploadOutcome.Rejected.class, outcomes.get("c"));
        assertEquals(
                Reason.DEPENDS,
                assertInstanceOf(UploadOutcome.NotReached.class, outcomes.get("r"))
                        .reason());
        assertInstanceOf(UploadOutcome.Accepted.class, outcomes.get("r2"));
        assertEquals(DraftState.EDITING, drafts.get(ROLE, "r").orElseThrow().state());
    }

    private void newClinicWithRole() {
        create(
                ROLE,
                "r",
                "{\"resourceType\":\"PractitionerRole\",\"healthcareService\":[{\"reference\":\"HealthcareService/c\"}]}");
        create(CLINIC, "c", "{\"resourceType\":\"HealthcareService\",\"name\":\"Ny klinikk\"}");
    }

    @Test
    void deletesGoInTheSameTransactionAsWhatLetGoOfThem() {
        server.transactions = Transactions.ROLL_BACK;
        drafts.edit(EditStep.delete(known("old", "Kari")));
        roles(2);
        assertTrue(send(plan()).allAccepted());
        assertEquals("none", onServer("old"));
        assertTrue(catalogue.get(ROLE, "old").isEmpty());
        assertEquals(1, transactions());
    }

    @Test
    void aServerThatAsksForPatienceInATransactionGetsIt() {
        server.transactions = Transactions.ROLL_BACK;
        roles(4);
        server.refusals.add(ScriptedServer.tooMany(Duration.ofSeconds(7)));
        assertTrue(send(plan()).allAccepted());
        assertEquals(List.of(Duration.ofSeconds(7)), waits);
        assertEquals(2, transactions());
    }

    @Test
    void aTokenThatIsNoLongerGoodStopsEverythingAndLeavesEveryDraftReady() {
        server.transactions = Transactions.ROLL_BACK;
        roles(60);
        server.refusals.add(ScriptedServer.failure(Failure.Kind.SIGN_IN, 401));
        UploadResult result = send(plan());
        assertEquals(60, result.count(UploadOutcome.NotReached.class));
        assertEquals(1, writes());
        assertTrue(drafts.states().values().stream().allMatch(DraftState.EDITING::equals));
    }

    @Test
    void cancellingAfterATransactionLeavesTheRestReady() {
        server.transactions = Transactions.ROLL_BACK;
        roles(120);
        UploadResult result = send(plan(), new Progress() {
            @Override
            public void report(String text, long done, long total) {}

            @Override
            public boolean cancelled() {
                return writes() > 0;
            }
        });
        assertEquals(100, result.count(UploadOutcome.Accepted.class));
        assertEquals(20, drafts.all().size());
        assertFalse(drafts.states().containsValue(DraftState.SENDING));
        assertEquals(
                100,
                journal.find(new Journal.Search(null, null, null), 1_000).size(),
                "what never left is no part of the history");
    }

    @Test
    void whatIsUnderWayIsNotTakenForLeftBehind() {
        server.transactions = Transactions.ROLL_BACK;
        roles(120);
        UploadPlan plan = plan();
        server.meanwhile = () -> assertEquals(List.of(), upload.settle(server.declared(), Progress.none()));
        assertTrue(send(plan).allAccepted());
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatWasOnlyLockedWhenTheProgramEndedNeedNotBeLookedUp() {
        roles(30);
        outbox.lock(drafts.all().stream().map(Reviewed::of).toList(), json -> json);
        restart();
        server.requests.clear();
        var settled = upload.settle(server.declared(), Progress.none());
        assertEquals(30, settled.size());
        assertTrue(settled.stream().allMatch(one -> one.outcome() instanceof UploadOutcome.NotReached));
        assertEquals(List.of(), server.requests, "what the journal does not know never left");
        assertTrue(drafts.states().values().stream().allMatch(DraftState.EDITING::equals));
    }

    @Test
    void whatWasSentWhenTheProgramEndedIsLookedUpTogether() {
        roles(30);
        UploadPlan plan = plan();
        server.transactions = Transactions.ROLL_BACK;
        server.faults.add(ScriptedServer.Fault.LOST_ANSWER);
        server.offlineAfterFault = true;
        send(plan);
        restart();
        server.offline = false;
        server.requests.clear();
        var settled = upload.settle(server.declared(), Progress.none());
        assertTrue(settled.stream().allMatch(one -> one.outcome() instanceof UploadOutcome.Accepted));
        assertEquals(List.of("SEARCH " + ROLE), server.requests);
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void largeDraftsGoInSmallerPieces() {
        server.transactions = Transactions.ROLL_BACK;
        for (int i = 0; i < 8; i++) {
            rename(known("r" + i, "x".repeat(700_000)), "y".repeat(700_000));
        }
        assertTrue(send(plan()).allAccepted());
        assertEquals(4, transactions());
    }
}
