package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What was uploaded is taken back as drafts, on top of whatever changed since. */
class UndoTest extends UploadGround {
    private JournalEntry newest(String id) {
        return journal.of(ROLE, id).getFirst();
    }

    private Undone takeBack(String id) {
        return undo.undo(List.of(newest(id)), Progress.none()).getFirst().undone();
    }

    /** Somebody else changes a role on the server, and the local copy learns of it. */
    private void elsewhere(String id, Consumer<ObjectNode> edit) {
        ObjectNode json = Json.object(onServer(id));
        edit.accept(json);
        catalogue.put(List.of(Lookout.stored(server.put(ROLE, id, Json.write(json)))));
    }

    private void deletedElsewhere(String id) {
        server.remove(ROLE, id);
        catalogue.remove(ROLE, List.of(id));
    }

    private String name(String id) {
        return Json.object(onServer(id)).at("/practitioner/display").asText();
    }

    private void uploaded(String id, String from, String to) {
        rename(known(id, from), to);
        assertTrue(send(plan()).allAccepted());
    }

    private static void named(ObjectNode role, String name) {
        ((ObjectNode) role.get("practitioner")).put("display", name);
    }

    @Test
    void aChangeIsTakenBackWeeksLaterAndWhatChangedSinceStays() {
        uploaded("1", "Kari", "Anne");
        now = now.plusSeconds(30L * 86_400);
        restart();
        elsewhere("1", json -> json.put("active", false));
        Undone.Ready ready = assertInstanceOf(Undone.Ready.class, takeBack("1"));
        assertTrue(ready.merged() && ready.draft().merged());
        assertEquals("Anne", name("1"), "nothing is sent before it was reviewed");
        assertTrue(plan().lines().getFirst().draft().merged(), "and the plan says that it was merged");
        assertTrue(send(plan()).allAccepted());
        assertEquals("Kari", name("1"));
        assertFalse(Json.object(onServer("1")).path("active").asBoolean());
    }

    @Test
    void theUndoCanBeUndone() {
        uploaded("1", "Kari", "Anne");
        takeBack("1");
        send(plan());
        assertEquals("Kari", name("1"));
        takeBack("1");
        send(plan());
        assertEquals("Anne", name("1"));
    }

    @Test
    void whatWasMadeIsDeletedAgainAndThatIsUndoneUnderTheSameId() {
        create(ROLE, "new-1", role("Kari", "Nordtann"));
        send(plan());
        Undone.Ready ready = assertInstanceOf(Undone.Ready.class, takeBack("new-1"));
        assertEquals(Draft.Kind.DELETE, ready.draft().kind());
        assertFalse(ready.merged());
        assertTrue(send(plan()).allAccepted());
        assertEquals("none", onServer("new-1"));
        assertInstanceOf(
                Undone.AsBefore.class,
                undo.undo(List.of(journal.of(ROLE, "new-1").getLast()), Progress.none())
                        .getFirst()
                        .undone());
        Undone.Ready back = assertInstanceOf(Undone.Ready.class, takeBack("new-1"));
        assertEquals(Draft.Kind.CREATE, back.draft().kind());
        assertTrue(send(plan()).allAccepted());
        assertEquals("Kari", name("new-1"));
    }

    @Test
    void aWholeUploadIsTakenBackAndEachLineSaysWhatCameOfIt() {
        rename(known("1", "Kari"), "Anne");
        rename(known("2", "Berit"), "Cecilie");
        create(ROLE, "new-1", role("Dina", "Nordtann"));
        assertTrue(send(plan()).allAccepted());
        elsewhere("2", json -> named(json, "Eva"));
        Map<String, Undone> undone = new java.util.HashMap<>();
        undo.undo(journal.upload("u1"), Progress.none())
                .forEach(line -> undone.put(line.entry().id(), line.undone()));
        assertInstanceOf(Undone.Ready.class, undone.get("1"));
        assertInstanceOf(Undone.Collides.class, undone.get("2"));
        assertInstanceOf(Undone.Ready.class, undone.get("new-1"));
        assertEquals(3, drafts.all().size());
        assertTrue(send(plan()).lines().stream().allMatch(line -> line.outcome() instanceof UploadOutcome.Accepted));
        assertEquals("Kari", name("1"));
        assertEquals("none", onServer("new-1"));
        assertEquals("Eva", name("2"), "what collides waits for a decision");
    }

    @Test
    void anUndoThatIsStoppedHalfWayLeavesNoDraftBehind() {
        for (int i = 0; i < 6; i++) {
            rename(known("r" + i, "Kari"), "Anne");
        }
        assertTrue(send(plan()).allAccepted());
        Progress stopping = new Progress() {
            private long done;

            @Override
            public void report(String text, long now, long total) {
                done = now;
            }

            @Override
            public boolean cancelled() {
                return done == 3;
            }
        };
        assertThrows(CancellationException.class, () -> undo.undo(journal.upload("u1"), stopping));
        assertEquals(List.of(), drafts.all());
        assertEquals(6, undo.undo(journal.upload("u1"), Progress.none()).size());
    }

    @Test
    void whatWasChangedSinceInTheSamePlaceIsDecidedByAPerson() {
        uploaded("1", "Kari", "Anne");
        elsewhere("1", json -> {
            named(json, "Eva");
            json.put("active", false);
        });
        Draft draft = assertInstanceOf(Undone.Collides.class, takeBack("1")).draft();
        assertEquals(DraftState.CONFLICT, draft.state());
        assertEquals(now, draft.takesBack().orElseThrow());
        Conflicts conflicts = new Conflicts(outbox, catalogue);
        UploadOutcome.Conflict conflict = conflicts.of(draft).orElseThrow();
        var merge = Conflicts.merge(draft, conflict.theirs());
        assertEquals(1, merge.collisions().size());
        assertEquals(
                "Anne", merge.collisions().getFirst().base().path("display").asText());
        conflicts.resolve(conflict, Map.of(merge.collisions().getFirst().path(), new Choice.Mine()));
        assertTrue(send(plan()).allAccepted());
        assertEquals("Kari", name("1"));
        assertFalse(Json.object(onServer("1")).path("active").asBoolean());
    }

    @Test
    void whatWasDeletedOrChangedMeanwhileIsADecisionToo() {
        uploaded("1", "Kari", "Anne");
        deletedElsewhere("1");
        Draft draft = assertInstanceOf(Undone.Collides.class, takeBack("1")).draft();
        Conflicts conflicts = new Conflicts(outbox, catalogue);
        conflicts.keepMine(conflicts.of(draft).orElseThrow());
        assertTrue(send(plan()).allAccepted());
        assertEquals("Kari", name("1"), "made again as it was before");

        create(ROLE, "new-1", role("Berit", "Nordtann"));
        send(plan());
        elsewhere("new-1", json -> named(json, "Eva"));
        Draft deleting =
                assertInstanceOf(Undone.Collides.class, takeBack("new-1")).draft();
        assertEquals(Draft.Kind.DELETE, deleting.kind());
        conflicts.keepMine(conflicts.of(deleting).orElseThrow());
        assertTrue(send(plan()).allAccepted());
        assertEquals("none", onServer("new-1"));
    }

    @Test
    void onADraftOfTheSameTheUndoIsOneMoreStep() {
        uploaded("1", "Kari", "Anne");
        StoredResource there = catalogue.get(ROLE, "1").orElseThrow();
        ObjectNode mine = Json.object(there.json());
        mine.put("active", false);
        drafts.edit(EditStep.change(there, Json.write(mine), "active"));
        Undone.Ready ready = assertInstanceOf(Undone.Ready.class, takeBack("1"));
        ObjectNode both = Json.object(ready.draft().json());
        assertEquals("Kari", both.at("/practitioner/display").asText());
        assertFalse(both.path("active").asBoolean());
        drafts.undo(ROLE, "1");
        assertEquals(
                mine, Json.object(drafts.get(ROLE, "1").orElseThrow().json()), "which is taken back like any other");
    }

    @Test
    void whatCannotBeTakenBackSaysWhy() {
        uploaded("1", "Kari", "Anne");
        rename(catalogue.get(ROLE, "1").orElseThrow(), "Berit");
        assertEquals(new Undone.Impossible(Undone.Reason.OTHER_DRAFT), takeBack("1"));
        outbox.lock(List.of(plan().lines().getFirst().draft()), json -> json);
        assertEquals(new Undone.Impossible(Undone.Reason.SENDING), takeBack("1"));
        outbox.markConflict(ROLE, "1");
        assertEquals(new Undone.Impossible(Undone.Reason.IN_CONFLICT), takeBack("1"));
        drafts.discard(List.of(ROLE + "/1"));

        long number =
                journal.begin(new Journal.Signature("u9", "Siv", "Test"), rename(known("2", "Dina"), "Eva"), "Eva");
        assertEquals(new Undone.Impossible(Undone.Reason.UNKNOWN), takeBack("2"));
        journal.ended(number, JournalEntry.End.REJECTED, "no");
        assertEquals(new Undone.Impossible(Undone.Reason.NEVER_THERE), takeBack("2"));
        drafts.discard(List.of(ROLE + "/2"));

        StoredResource gone = known("3", "Frida");
        drafts.edit(EditStep.delete(gone));
        assertTrue(send(plan()).allAccepted());
        known("3", "Gro");
        assertEquals(new Undone.Impossible(Undone.Reason.THERE_AGAIN), takeBack("3"));
        drafts.edit(EditStep.delete(known("3", "Frida")));
        assertEquals(
                new Undone.Impossible(Undone.Reason.OTHER_DRAFT),
                takeBack("3"),
                "a draft that deletes it again is not the way back");
    }

    @Test
    void whatIsAsBeforeAlreadyNeedsNothing() {
        uploaded("1", "Kari", "Anne");
        elsewhere("1", json -> named(json, "Kari"));
        assertInstanceOf(Undone.AsBefore.class, takeBack("1"));
        assertTrue(drafts.all().isEmpty());
    }
}
