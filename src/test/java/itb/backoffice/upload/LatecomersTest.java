package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.ScriptedServer.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that arrives after it was given up: nobody else's change, and nothing edited since is lost. */
class LatecomersTest extends UploadGround {
    private void sendAndGiveUp() {
        server.faults.add(Fault.LATE);
        server.offlineAfterFault = true;
        send(plan());
        server.offline = false;
        restart();
        upload.settle(server.declared(), Progress.none());
    }

    private Draft edit(Draft draft, String from, String to) {
        drafts.edit(EditStep.change(draft, draft.json().replace(from, to), ""));
        return drafts.get(draft.type(), draft.id()).orElseThrow();
    }

    @Test
    void anUpdateThatArrivesLateIsNoConflictWithOneself() {
        StoredResource role = known("1", "Kari");
        rename(role, "Kari 1");
        sendAndGiveUp();
        edit(drafts.all().getFirst(), "Kari 1", "Kari 2");
        server.late.run();
        assertInstanceOf(UploadOutcome.NeedsReview.class, sendOnly());
        assertEquals(
                JournalEntry.End.ACCEPTED, journal.of(ROLE, "1").getFirst().end(), "the journal knows that it arrived");
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Kari 2"));
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatSomebodyElseWroteOnTopIsStillAConflict() {
        StoredResource role = known("1", "Kari");
        rename(role, "Kari 1");
        sendAndGiveUp();
        edit(drafts.all().getFirst(), "Kari 1", "Kari 2");
        server.late.run();
        server.put(ROLE, "1", role("Theirs", "Nordtann"));
        assertInstanceOf(UploadOutcome.Conflict.class, sendOnly());
        assertTrue(onServer("1").contains("Theirs"));
    }

    @Test
    void whoDoesTheSameAsAnEarlierUploadIsSomebodyElse() {
        StoredResource role = known("1", "Kari");
        rename(role, "Kari 1");
        sendOnly();
        rename(catalogue.get(ROLE, "1").orElseThrow(), "Kari");
        sendOnly();
        StoredResource again = catalogue.get(ROLE, "1").orElseThrow();
        drafts.edit(EditStep.change(again, again.json().replace("Nordtann", "Sørtann"), ""));
        server.put(ROLE, "1", role("Kari 1", "Nordtann"));
        var review = assertInstanceOf(UploadOutcome.NeedsReview.class, sendOnly());
        assertTrue(review.merged(), "what they wrote is theirs, and stays");
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Kari 1") && onServer("1").contains("Sørtann"), onServer("1"));
    }

    /** @param ownIds whether the server takes the program's id, @param before whether it arrives before the second try */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aNewThingThatArrivesLateIsThereOnceWithWhatWasEditedSince(boolean ownIds, boolean before) {
        server.updateCreate = ownIds;
        server.takesOwnIds = ownIds;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        sendAndGiveUp();
        edit(drafts.all().getFirst(), "Ny", "Nyere");
        if (before) {
            server.late.run();
        } else {
            server.meanwhile = server.late;
        }
        for (int i = 0; i < 3 && !drafts.all().isEmpty(); i++) {
            send(plan());
        }
        assertEquals(1, server.alive(ROLE));
        assertTrue(onServer(ownIds ? "uuid-1" : "1001").contains("Nyere"));
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatWasEditedUnderBothIdsOfANewThingBecomesOneDraft() {
        server.updateCreate = false;
        server.takesOwnIds = false;
        create(ROLE, "uuid-1", role("Ny", "Nordtann"));
        sendAndGiveUp();
        edit(drafts.all().getFirst(), "Nordtann", "Sørtann");
        server.late.run();
        StoredResource there = Lookout.stored(server.now(ROLE, "1001"));
        catalogue.put(List.of(there));
        rename(there, "Nyere");
        for (int i = 0; i < 4 && !drafts.all().isEmpty(); i++) {
            send(plan());
        }
        assertEquals(1, server.alive(ROLE));
        assertTrue(onServer("1001").contains("Nyere") && onServer("1001").contains("Sørtann"), onServer("1001"));
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatWasToBeDeletedIsDeletedThoughAnEarlierChangeOfItArrivedLate() {
        StoredResource role = known("1", "Kari");
        rename(role, "Kari 1");
        sendAndGiveUp();
        drafts.edit(EditStep.delete(role));
        server.late.run();
        assertInstanceOf(UploadOutcome.NeedsReview.class, sendOnly());
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals(0, server.alive(ROLE));
    }
}
