package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftStoreTest {
    private static final String TYPE = "PractitionerRole";

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private Database database;
    private DraftStore drafts;
    private OutboxStore outbox;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("chain.db"), List.of(DraftStore.SCHEMA));
        drafts = new DraftStore(database, () -> now);
        outbox = new OutboxStore(database, () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() {
        close();
        open();
    }

    private static StoredResource base(String id) {
        return new StoredResource(TYPE, id, "1", null, json(id, "Kari"));
    }

    private static String json(String id, String name) {
        return "{\"resourceType\":\"PractitionerRole\",\"id\":\"" + id + "\",\"practitioner\":{\"display\":\"" + name
                + "\"}}";
    }

    private EditResult type(String id, String name) {
        return drafts.edit(EditStep.change(base(id), json(id, name), "practitioner"));
    }

    private void later() {
        now = now.plusSeconds(5);
    }

    private String current(String id) {
        return drafts.get(TYPE, id).map(Draft::json).orElse("none");
    }

    @Test
    void anEditIsADraftAlsoAfterARestart() {
        var saved = assertInstanceOf(EditResult.Saved.class, type("1", "Kari N"));
        assertEquals(Draft.Kind.UPDATE, saved.draft().kind());
        assertEquals("1", saved.draft().baseVersion());
        restart();
        Draft draft = drafts.get(TYPE, "1").orElseThrow();
        assertEquals(saved.draft(), draft);
        assertEquals(base("1").json(), draft.baseJson());
        assertEquals(Map.of("PractitionerRole/1", DraftState.EDITING), drafts.states());
    }

    @Test
    void quickTypingInOneFieldIsOneStepAndAPauseBeginsAnother() {
        type("1", "Kari N");
        type("1", "Kari No");
        type("1", "Kari Nor");
        later();
        type("1", "Kari Nor L");
        type("1", "Kari Nor Li");
        drafts.undo(TYPE, "1");
        assertEquals(json("1", "Kari Nor"), current("1"));
        drafts.undo(TYPE, "1");
        assertEquals("none", current("1"));
        assertFalse(drafts.canUndo(TYPE, "1"));
    }

    @Test
    void anotherFieldIsAnotherStepHoweverQuick() {
        type("1", "Kari N");
        drafts.edit(EditStep.change(base("1"), json("1", "Kari NN"), "organization"));
        drafts.undo(TYPE, "1");
        assertEquals(json("1", "Kari N"), current("1"));
    }

    @Test
    void undoToNothingAndRedoSurviveARestart() {
        type("1", "Kari A");
        later();
        type("1", "Kari B");
        assertInstanceOf(EditResult.Saved.class, drafts.undo(TYPE, "1"));
        restart();
        assertInstanceOf(EditResult.NoDraft.class, drafts.undo(TYPE, "1"));
        assertEquals(List.of(), drafts.all());
        assertEquals(Map.of(), drafts.states());
        restart();
        assertTrue(drafts.canRedo(TYPE, "1"));
        drafts.redo(TYPE, "1");
        drafts.redo(TYPE, "1");
        assertEquals(json("1", "Kari B"), current("1"));
        assertInstanceOf(EditResult.Nothing.class, drafts.redo(TYPE, "1"));
    }

    @Test
    void typingTheOldValueAgainEndsTheDraftAndUndoBringsItBack() {
        type("1", "Kari A");
        later();
        assertInstanceOf(EditResult.NoDraft.class, type("1", "Kari"));
        assertEquals("none", current("1"));
        drafts.undo(TYPE, "1");
        assertEquals(json("1", "Kari A"), current("1"));
    }

    @Test
    void aLetterTypedAndTakenBackAtOnceLeavesNoStepBehind() {
        type("1", "Kari A");
        later();
        type("1", "Kari AB");
        type("1", "Kari A");
        assertInstanceOf(EditResult.NoDraft.class, drafts.undo(TYPE, "1"));
    }

    @Test
    void anEditAfterUndoForgetsWhatCouldBeRedone() {
        type("1", "Kari A");
        later();
        type("1", "Kari B");
        drafts.undo(TYPE, "1");
        later();
        type("1", "Kari C");
        assertFalse(drafts.canRedo(TYPE, "1"));
        assertEquals(json("1", "Kari C"), current("1"));
    }

    @Test
    void afterUndoToNothingANewerServerVersionBeginsAfresh() {
        type("1", "Kari A");
        drafts.undo(TYPE, "1");
        StoredResource newer = new StoredResource(TYPE, "1", "2", null, json("1", "Anne"));
        drafts.edit(EditStep.change(newer, json("1", "Anne B"), "practitioner"));
        assertEquals("2", drafts.get(TYPE, "1").orElseThrow().baseVersion());
        assertInstanceOf(EditResult.NoDraft.class, drafts.undo(TYPE, "1"));
    }

    @Test
    void aNewResourceAndADeleteAreDraftsToo() {
        drafts.edit(EditStep.create(TYPE, "uuid", json("uuid", "Ny")));
        drafts.edit(EditStep.delete(base("2")));
        assertEquals(Draft.Kind.CREATE, drafts.get(TYPE, "uuid").orElseThrow().kind());
        assertEquals(Draft.Kind.DELETE, drafts.get(TYPE, "2").orElseThrow().kind());
        drafts.undo(TYPE, "uuid");
        assertEquals("none", current("uuid"));
        drafts.redo(TYPE, "uuid");
        assertEquals(json("uuid", "Ny"), current("uuid"));
    }

    @Test
    void discardedDraftsComeBackWithTheirStepsAlsoAfterARestart() {
        type("1", "Kari A");
        later();
        type("1", "Kari B");
        type("2", "Kari C");
        Discarded put = drafts.discard(List.of("PractitionerRole/1", "PractitionerRole/2", "PractitionerRole/none"));
        assertEquals(List.of("PractitionerRole/1", "PractitionerRole/2"), put.references());
        assertEquals(List.of(), drafts.all());
        restart();
        assertEquals(put, drafts.lastDiscarded().orElseThrow());
        type("2", "Kari D");
        assertEquals(1, drafts.restore(put.handle()).size());
        assertEquals(json("1", "Kari B"), current("1"));
        assertEquals(json("2", "Kari D"), current("2"));
        drafts.undo(TYPE, "1");
        assertEquals(json("1", "Kari A"), current("1"));
    }

    @Test
    void onlyTheLastDiscardIsKept() {
        type("1", "Kari A");
        Discarded first = drafts.discard(List.of("PractitionerRole/1"));
        type("2", "Kari A");
        drafts.discard(List.of("PractitionerRole/2"));
        assertEquals(List.of(), drafts.restore(first.handle()));
    }

    @Test
    void whileADraftIsBeingSentNothingChangesIt() {
        type("1", "Kari A");
        later();
        type("1", "Kari B");
        Draft reviewed = drafts.get(TYPE, "1").orElseThrow();
        assertTrue(lock(reviewed));
        assertFalse(lock(reviewed));
        assertInstanceOf(EditResult.Sending.class, type("1", "Kari C"));
        assertInstanceOf(EditResult.Sending.class, drafts.undo(TYPE, "1"));
        assertEquals(List.of(), drafts.discard(List.of("PractitionerRole/1")).references());
        assertEquals(json("1", "Kari B"), current("1"));
        restart();
        assertEquals(1, outbox.sending().size());
        outbox.backToEditing(TYPE, "1");
        assertInstanceOf(EditResult.Saved.class, type("1", "Kari C"));
    }

    @Test
    void whatWasEditedAfterTheReviewIsNotSent() {
        type("1", "Kari A");
        Draft reviewed = drafts.get(TYPE, "1").orElseThrow();
        type("1", "Kari AB");
        assertFalse(lock(reviewed));
        assertEquals(DraftState.EDITING, drafts.get(TYPE, "1").orElseThrow().state());
    }

    @Test
    void transitionsThatDoNotFitAreRefused() {
        type("1", "Kari A");
        assertThrows(IllegalStateException.class, () -> outbox.accepted(TYPE, "1"));
        assertThrows(IllegalStateException.class, () -> outbox.markRefused(TYPE, "1", "no"));
        assertThrows(IllegalStateException.class, () -> outbox.markConflict(TYPE, "none"));
        assertEquals(json("1", "Kari A"), current("1"));
    }

    @Test
    void whatWasRefusedIsADraftAgainAtTheNextEditAndAConflictStaysOne() {
        type("1", "Kari A");
        lock(drafts.get(TYPE, "1").orElseThrow());
        assertEquals("not so", outbox.markRefused(TYPE, "1", "not so").note());
        later();
        type("1", "Kari B");
        assertEquals(DraftState.EDITING, drafts.get(TYPE, "1").orElseThrow().state());
        lock(drafts.get(TYPE, "1").orElseThrow());
        outbox.markConflict(TYPE, "1");
        later();
        type("1", "Kari C");
        assertEquals(DraftState.CONFLICT, drafts.get(TYPE, "1").orElseThrow().state());
    }

    @Test
    void aRebasedDraftHasTheNewBaseAndUndoNeverBringsTheOldOneBack() {
        type("1", "Kari A");
        StoredResource theirs = new StoredResource(TYPE, "1", "2", null, json("1", "Anne"));
        outbox.rebase(TYPE, "1", theirs, json("1", "Anne A"));
        Draft draft = drafts.get(TYPE, "1").orElseThrow();
        assertEquals("2", draft.baseVersion());
        assertEquals(DraftState.EDITING, draft.state());
        assertInstanceOf(EditResult.NoDraft.class, drafts.undo(TYPE, "1"));
        drafts.redo(TYPE, "1");
        assertInstanceOf(EditResult.NoDraft.class, outbox.rebase(TYPE, "1", theirs, theirs.json()));
        assertEquals("none", current("1"));
    }

    @Test
    void anEditorOpenedBeforeAMergeDoesNotTakeTheirChangeBack() {
        String old = "{\"active\":true,\"practitioner\":{\"display\":\"Kari\"},\"specialty\":[]}";
        StoredResource opened = new StoredResource(TYPE, "1", "1", null, old);
        drafts.edit(EditStep.change(opened, old.replace("Kari", "Anne"), "practitioner"));
        StoredResource theirs = new StoredResource(TYPE, "1", "2", null, old.replace("true", "false"));
        outbox.rebase(TYPE, "1", theirs, theirs.json().replace("Kari", "Anne"));
        later();
        drafts.edit(EditStep.change(opened, old.replace("Kari", "Anne B"), "practitioner"));
        assertEquals(old.replace("Kari", "Anne B").replace("true", "false"), current("1"));
        assertEquals("2", drafts.get(TYPE, "1").orElseThrow().baseVersion());
    }

    @Test
    void anIdFromTheServerReachesEveryWaitingDraftAndItsSteps() {
        String before = "{\"a\":{\"reference\":\"HealthcareService/uuid\"},\"n\":1}";
        drafts.edit(EditStep.create(TYPE, "r", before));
        later();
        drafts.edit(EditStep.create(TYPE, "r", before.replace("1}", "2}")));
        outbox.rename("HealthcareService/uuid", "HealthcareService/77");
        assertEquals("{\"a\":{\"reference\":\"HealthcareService/77\"},\"n\":2}", current("r"));
        drafts.undo(TYPE, "r");
        assertEquals("{\"a\":{\"reference\":\"HealthcareService/77\"},\"n\":1}", current("r"));
    }

    @Test
    void twoHundredStepsCanBeUndoneAndAPhotoIsStoredOnce() throws Exception {
        String photo = "/9j/".repeat(100_000);
        String text = "{\"id\":\"1\",\"data\":\"" + photo + "\",\"n\":";
        StoredResource base = new StoredResource(TYPE, "1", "1", null, text + "0}");
        for (int i = 1; i <= 300; i++) {
            later();
            drafts.edit(EditStep.change(base, text + i + "}", "n"));
        }
        restart();
        assertEquals(text + "300}", current("1"));
        int undone = 0;
        while (drafts.canUndo(TYPE, "1")) {
            drafts.undo(TYPE, "1");
            undone++;
        }
        assertEquals(200, undone);
        assertEquals(text + "100}", current("1"));
        close();
        assertTrue(
                Files.size(folder.resolve("chain.db")) < 2_000_000, "size " + Files.size(folder.resolve("chain.db")));
        open();
    }

    @Test
    void manyReplacedPhotosMakeRoomByForgettingTheOldestSteps() throws Exception {
        StoredResource base = new StoredResource(TYPE, "1", "1", null, "{\"data\":\"\"}");
        for (int i = 0; i < 14; i++) {
            later();
            drafts.edit(EditStep.change(base, "{\"data\":\"" + i + "x".repeat(5_000_000) + "\"}", "photo"));
        }
        assertTrue(current("1").startsWith("{\"data\":\"13x"));
        int undone = 0;
        while (drafts.undo(TYPE, "1") instanceof EditResult.Saved) {
            undone++;
        }
        assertEquals(8, undone);
    }

    private boolean lock(Draft reviewed) {
        return !outbox.lock(List.of(Reviewed.of(reviewed)), json -> json).isEmpty();
    }
}
