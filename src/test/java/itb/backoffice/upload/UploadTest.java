package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.ScriptedServer.Fault;
import itb.backoffice.upload.UploadOutcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class UploadTest extends UploadGround {
    @Test
    void anAcceptedChangeIsOnTheServerInTheLocalCopyAndInTheJournal() {
        rename(known("1", "Kari"), "Anne");
        var accepted = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(List.of(), accepted.differs());
        assertTrue(onServer("1").contains("Anne"));
        assertEquals("2", catalogue.get(ROLE, "1").orElseThrow().version());
        assertEquals(List.of(), drafts.all());
        JournalEntry entry = journal.of(ROLE, "1").getFirst();
        assertEquals(JournalEntry.End.ACCEPTED, entry.end());
        assertTrue(String.valueOf(journal.texts(entry).before()).contains("Kari"));
        assertTrue(String.valueOf(journal.texts(entry).after()).contains("Anne"));
        assertEquals(List.of("GET PractitionerRole/1", "PUT PractitionerRole/1"), server.requests);
    }

    @Test
    void theSameFieldChangedByAnotherIsAConflictAndNothingIsSent() {
        rename(known("1", "Kari"), "Anne");
        server.put(ROLE, "1", role("Berit", "Nordtann"));
        var conflict = assertInstanceOf(UploadOutcome.Conflict.class, sendOnly());
        assertTrue(String.valueOf(conflict.theirs()).contains("Berit"));
        assertTrue(onServer("1").contains("Berit"));
        assertEquals(0, writes());
        assertEquals(DraftState.CONFLICT, drafts.all().getFirst().state());
        assertEquals(
                PlanLine.Obstacle.Kind.CONFLICT,
                plan().lines().getFirst().obstacle().kind());
    }

    @Test
    void aResolvedConflictIsAnOrdinaryDraftAndThenGoesUp() {
        rename(known("1", "Kari"), "Anne");
        server.put(ROLE, "1", role("Berit", "Tannhus"));
        sendOnly();
        restart();
        Conflicts conflicts = new Conflicts(outbox, catalogue);
        var conflict = conflicts.of(drafts.all().getFirst()).orElseThrow();
        var collisions = Conflicts.merge(conflict.draft(), conflict.theirs()).collisions();
        assertEquals("practitioner", collisions.getFirst().path());
        conflicts.resolve(conflict, Map.of("practitioner", new Choice.Mine()));
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Anne") && onServer("1").contains("Tannhus"));
    }

    @Test
    void anotherFieldChangedByAnotherIsMergedAndShownBeforeItIsSent() {
        rename(known("1", "Kari"), "Anne");
        server.put(ROLE, "1", role("Kari", "Tannhus"));
        var review = assertInstanceOf(UploadOutcome.NeedsReview.class, sendOnly());
        assertTrue(review.merged());
        assertEquals(0, writes());
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Anne") && onServer("1").contains("Tannhus"));
    }

    @Test
    void somebodyFasterBetweenReadingAndWritingIsAConflict() {
        rename(known("1", "Kari"), "Anne");
        server.meanwhile = () -> server.put(ROLE, "1", role("Berit", "Nordtann"));
        assertInstanceOf(UploadOutcome.Conflict.class, sendOnly());
        assertTrue(onServer("1").contains("Berit"));
        assertEquals(JournalEntry.End.CONFLICT, journal.of(ROLE, "1").getFirst().end());
    }

    @Test
    void deletedThereAndEditedHereIsAConflictAndCanBeCreatedAgain() {
        Draft draft = rename(known("1", "Kari"), "Anne");
        server.remove(ROLE, "1");
        var conflict = assertInstanceOf(UploadOutcome.Conflict.class, sendOnly());
        assertNull(conflict.theirs());
        assertEquals(0, writes());
        new Conflicts(outbox, catalogue).keepMine(conflict);
        assertEquals(
                Draft.Kind.CREATE, drafts.get(ROLE, draft.id()).orElseThrow().kind());
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Anne"));
    }

    @Test
    void editedThereAndDeletedHereIsAConflict() {
        drafts.edit(EditStep.delete(known("1", "Kari")));
        server.put(ROLE, "1", role("Berit", "Nordtann"));
        var conflict = assertInstanceOf(UploadOutcome.Conflict.class, sendOnly());
        assertTrue(onServer("1").contains("Berit"));
        new Conflicts(outbox, catalogue).keepMine(conflict);
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("none", onServer("1"));
        assertTrue(catalogue.get(ROLE, "1").isEmpty());
    }

    @Test
    void aServerWithoutVersionsIsComparedByContent() {
        server.tellsVersions = false;
        rename(known("1", "Kari"), "Anne");
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        rename(known("2", "Kari"), "Anne");
        server.put(ROLE, "2", role("Berit", "Nordtann"));
        assertInstanceOf(UploadOutcome.Conflict.class, sendOnly());
    }

    @Test
    void aLostAnswerAfterTheWriteHappenedIsFoundOutAndNotRepeated() {
        rename(known("1", "Kari"), "Anne");
        server.faults.add(Fault.LOST_ANSWER);
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(1, writes());
        assertEquals(2, server.versions.get("PractitionerRole/1").size());
    }

    @Test
    void aLostRequestIsRepeatedAndInTheEndLeavesTheDraftReady() {
        rename(known("1", "Kari"), "Anne");
        for (int i = 0; i < 3; i++) {
            server.faults.add(Fault.LOST_REQUEST);
        }
        assertEquals(
                Reason.SERVER,
                assertInstanceOf(UploadOutcome.NotReached.class, sendOnly()).reason());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), waits);
        assertEquals(DraftState.EDITING, drafts.all().getFirst().state());
        server.faults.add(Fault.LOST_REQUEST);
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(2, server.versions.get("PractitionerRole/1").size());
    }

    @Test
    void whatCannotBeFoundOutNowIsFoundOutAfterARestart() {
        rename(known("1", "Kari"), "Anne");
        rename(known("2", "Siri"), "Unn");
        server.faults.add(Fault.LOST_ANSWER);
        server.offlineAfterFault = true;
        UploadResult result = send(plan());
        assertInstanceOf(UploadOutcome.Unknown.class, result.lines().getFirst().outcome());
        assertInstanceOf(
                UploadOutcome.NotReached.class, result.lines().getLast().outcome());
        restart();
        assertEquals(1, outbox.sending().size());
        assertInstanceOf(
                UploadOutcome.Unknown.class,
                upload.settle(server.declared(), Progress.none()).getFirst().outcome());
        server.offline = false;
        assertInstanceOf(
                UploadOutcome.Accepted.class,
                upload.settle(server.declared(), Progress.none()).getFirst().outcome());
        assertEquals(List.of(), outbox.sending());
        assertEquals(JournalEntry.End.ACCEPTED, journal.of(ROLE, "1").getFirst().end());
    }

    @Test
    void aDraftThatWasLockedWhenTheProgramDiedGoesBackToReady() {
        Draft draft = rename(known("1", "Kari"), "Anne");
        outbox.lock(List.of(Reviewed.of(draft)), json -> json);
        restart();
        assertInstanceOf(
                UploadOutcome.NotReached.class,
                upload.settle(server.declared(), Progress.none()).getFirst().outcome());
        assertEquals(DraftState.EDITING, drafts.all().getFirst().state());
        assertEquals(0, writes());
    }

    @Test
    void aNewRoleKeepsItsIdWhereTheServerTakesIt() {
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        var accepted = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("uuid-1", accepted.id());
        assertEquals(List.of("GET PractitionerRole/uuid-1", "PUT PractitionerRole/uuid-1"), server.requests);
    }

    @Test
    void aNewRoleIsMadeOnceHoweverOftenTheAnswerIsLost() {
        server.updateCreate = false;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        server.faults.add(Fault.LOST_ANSWER);
        server.offlineAfterFault = true;
        assertInstanceOf(UploadOutcome.Unknown.class, sendOnly());
        restart();
        server.offline = false;
        var settled = upload.settle(server.declared(), Progress.none()).getFirst();
        var accepted = assertInstanceOf(UploadOutcome.Accepted.class, settled.outcome());
        assertEquals(1, server.alive(ROLE));
        assertEquals(List.of(), accepted.differs());
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatRefersToANewThingGoesAfterItWithTheIdThatTheServerGave() {
        server.updateCreate = false;
        create(
                ROLE,
                "r",
                "{\"resourceType\":\"PractitionerRole\",\"healthcareService\":[{\"reference\":\"HealthcareService/c\"}]}");
        create("HealthcareService", "c", "{\"resourceType\":\"HealthcareService\",\"name\":\"Ny klinikk\"}");
        UploadResult result = send(plan());
        assertTrue(result.allAccepted(), result::toString);
        assertEquals("HealthcareService/c", result.lines().getFirst().line().reference());
        assertTrue(server.requests.toString().contains("POST HealthcareService, SEARCH PractitionerRole"));
        var role = assertInstanceOf(
                UploadOutcome.Accepted.class, result.lines().getLast().outcome());
        assertTrue(
                catalogue.get(ROLE, role.id()).orElseThrow().json().contains("HealthcareService/1001"),
                () -> onServer(role.id()));
    }

    @Test
    void aRefusedLineStopsOnlyWhatDependsOnIt() {
        create(
                ROLE,
                "r",
                "{\"resourceType\":\"PractitionerRole\",\"healthcareService\":[{\"reference\":\"HealthcareService/c\"}]}");
        create("HealthcareService", "c", "{\"resourceType\":\"HealthcareService\"}");
        rename(known("1", "Kari"), "Anne");
        server.refusals.add(new Failure(
                Failure.Kind.INVALID,
                422,
                "",
                List.of(new Failure.OutcomeIssue(
                        "error", "invariant", "Needs a name", List.of("HealthcareService.name"))),
                null));
        UploadResult result = send(plan());
        var rejected = assertInstanceOf(
                UploadOutcome.Rejected.class, result.lines().getFirst().outcome());
        assertEquals(
                List.of(new ServerIssue("error", "name", "Needs a name", "form.HealthcareService.name")),
                rejected.issues());
        assertEquals(
                "Needs a name",
                drafts.get("HealthcareService", "c").orElseThrow().note());
        assertEquals(
                Reason.DEPENDS,
                assertInstanceOf(
                                UploadOutcome.NotReached.class,
                                result.lines().get(1).outcome())
                        .reason());
        assertInstanceOf(UploadOutcome.Accepted.class, result.lines().get(2).outcome());
    }

    @Test
    void aServerThatAsksForPatienceGetsItAndNotForEver() {
        rename(known("1", "Kari"), "Anne");
        server.refusals.add(ScriptedServer.tooMany(Duration.ofSeconds(7)));
        server.refusals.add(ScriptedServer.failure(Failure.Kind.UNAVAILABLE, 503));
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(2)), waits);
        rename(known("2", "Kari"), "Anne");
        for (int i = 0; i < 5; i++) {
            server.refusals.add(ScriptedServer.failure(Failure.Kind.UNAVAILABLE, 503));
        }
        assertInstanceOf(UploadOutcome.NotReached.class, sendOnly());
        assertEquals(DraftState.EDITING, drafts.all().getFirst().state());
    }

    @Test
    void aServerErrorThatChangedNothingIsARefusal() {
        rename(known("1", "Kari"), "Anne");
        server.refusals.add(ScriptedServer.failure(Failure.Kind.SERVER_ERROR, 500));
        assertInstanceOf(UploadOutcome.Rejected.class, sendOnly());
        assertEquals(DraftState.REFUSED, drafts.all().getFirst().state());
    }

    @Test
    void anUnreachableServerStopsTheRestAndLeavesEveryDraftReady() {
        rename(known("1", "Kari"), "Anne");
        rename(known("2", "Kari"), "Anne");
        server.offline = true;
        UploadResult result = send(plan());
        assertEquals(2, result.count(UploadOutcome.NotReached.class));
        assertEquals(3, server.requests.size(), "it backs off twice");
        assertTrue(drafts.states().values().stream().allMatch(DraftState.EDITING::equals));
    }

    @Test
    void cancellingStopsAfterTheRequestUnderWay() {
        rename(known("1", "Kari"), "Anne");
        rename(known("2", "Kari"), "Anne");
        UploadResult result = send(plan(), new Progress() {
            @Override
            public void report(String text, long done, long total) {}

            @Override
            public boolean cancelled() {
                return writes() > 0;
            }
        });
        assertEquals(1, result.count(UploadOutcome.Accepted.class));
        assertEquals(
                Reason.CANCELLED,
                assertInstanceOf(
                                UploadOutcome.NotReached.class,
                                result.lines().getLast().outcome())
                        .reason());
        assertEquals(1, drafts.all().size());
    }

    @Test
    void whatWaitsForAnotherToBeFoundOutCanBeStopped() {
        rename(known("1", "Kari"), "Anne");
        server.faults.add(Fault.LOST_ANSWER);
        server.offlineAfterFault = true;
        send(plan());
        server.offline = false;
        restart();
        rename(known("2", "Siri"), "Unn");
        List<UploadOutcome> stopped = new ArrayList<>();
        upload.settle(server.declared(), new Told(() -> {
            AtomicInteger looks = new AtomicInteger();
            stopped.add(send(plan(), new Told(() -> {}, () -> looks.incrementAndGet() > 2))
                    .lines()
                    .getLast()
                    .outcome());
        }));
        assertEquals(
                Reason.CANCELLED,
                assertInstanceOf(UploadOutcome.NotReached.class, stopped.getFirst())
                        .reason());
    }

    /** Does {@code work} when it is told how far it is. */
    private record Told(Runnable work, BooleanSupplier stops) implements Progress {
        Told(Runnable work) {
            this(work, () -> false);
        }

        @Override
        public void report(String text, long done, long total) {
            work.run();
        }

        @Override
        public boolean cancelled() {
            return stops.getAsBoolean();
        }
    }

    @Test
    void whatTheServerMadeOtherwiseIsToldAndNotSwallowed() {
        rename(known("1", "Kari"), "Anne");
        server.rewriting = json -> json.without("active");
        var accepted = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(
                List.of("active"), accepted.differs().stream().map(Change::path).toList());
    }

    @Test
    void anEditOfNothingButMetaIsSentToo() {
        StoredResource base = known("1", "Kari");
        drafts.edit(EditStep.change(base, base.json().replace("\"meta\":{", "\"meta\":{\"language\":\"nb\","), ""));
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(1, writes());
    }

    @Test
    void anEmptyAnswerIsReadBack() {
        server.emptyAnswers = true;
        rename(known("1", "Kari"), "Anne");
        var accepted = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("2", accepted.version());
        server.updateCreate = false;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        var created = assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("1001", created.id());
    }

    @Test
    void aDraftEditedAfterTheReviewIsNotSent() {
        StoredResource base = known("1", "Kari");
        rename(base, "Anne");
        UploadPlan reviewed = plan();
        var stamps = drafts.stamps();
        now = now.plusSeconds(5);
        rename(base, "Anne B");
        var review = assertInstanceOf(
                UploadOutcome.NeedsReview.class,
                send(reviewed).lines().getFirst().outcome());
        assertFalse(review.merged());
        assertEquals(0, writes());
        assertFalse(stamps.equals(drafts.stamps()), "by which a plan is found to be stale");
    }

    @Test
    void aLineThatWasLeftOutStaysADraft() {
        rename(known("1", "Kari"), "Anne");
        rename(known("2", "Kari"), "Anne");
        UploadResult result = send(plan().leaveOut("PractitionerRole/1"));
        assertEquals(1, result.lines().size());
        assertEquals("PractitionerRole/1", drafts.all().getFirst().reference());
        assertInstanceOf(EditResult.NoDraft.class, drafts.undo(ROLE, "1"));
    }
}
