package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.Elements;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.page.NewResource;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.JournalEntry;
import itb.backoffice.upload.Undo;
import itb.backoffice.upload.Undone;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was uploaded is taken back, the same on every server; what is there in the end is looked up by plain HTTP. */
abstract class UndoWay extends MainJobGround {
    /** A role of this test's own, on the server and in the local copy. */
    private String made(Office office, String text) {
        ObjectNode role = NewResource.like(with(onServer(role(9)), text));
        other.put(role);
        refreshed(office);
        return role.path("id").asText();
    }

    private static void refreshed(Office office) {
        assertInstanceOf(DownloadOutcome.Complete.class, office.download());
    }

    private static UploadResult sendAll(Office office) {
        Capabilities declared = declared(office);
        List<String> all = office.drafts().all().stream().map(Draft::reference).toList();
        UploadResult result = office.upload(office.plan(all, declared), declared);
        assertTrue(result.allAccepted(), result::toString);
        assertEquals(List.of(), office.drafts().all());
        return result;
    }

    private static JournalEntry newest(Office office, String id) {
        return office.journal().of(ROLE, id).getFirst();
    }

    private static Undone takeBack(Office office, String id) {
        return office.undo()
                .undo(List.of(newest(office, id)), Progress.none())
                .getFirst()
                .undone();
    }

    private String text(String id) {
        return Elements.text(onServer(id), TEXT);
    }

    private Draft created(Office office, String text) {
        ObjectNode role = NewResource.like(with(onServer(role(9)), text));
        return ((EditResult.Saved) office.drafts()
                        .edit(EditStep.create(ROLE, role.path("id").asText(), Json.write(role))))
                .draft();
    }

    private static void deleting(Office office, String id) {
        StoredResource there = office.catalogue().get(ROLE, id).orElseThrow();
        assertInstanceOf(EditResult.Saved.class, office.drafts().edit(EditStep.delete(there)));
    }

    @Test
    void oneChangeIsTakenBackAndTheUndoToo() {
        try (Office office = office()) {
            String id = made(office, "Before");
            ObjectNode before = onServer(id);
            present(office, id, "After");
            sendAll(office);
            assertEquals("After", text(id));
            assertInstanceOf(Undone.Ready.class, takeBack(office, id));
            assertEquals("After", text(id), "nothing is sent before it was reviewed");
            sendAll(office);
            assertEquals(withoutMeta(before), withoutMeta(onServer(id)), "as it was, to the last digit");
            takeBack(office, id);
            sendAll(office);
            assertEquals("After", text(id));
        }
    }

    @Test
    void whatSomebodyElseChangedSinceElsewhereStays() {
        try (Office office = office()) {
            String id = made(office, "Before");
            present(office, id, "After");
            sendAll(office);
            ObjectNode theirs = onServer(id);
            theirs.withObjectProperty("organization").put("display", "Theirs");
            other.put(theirs);
            refreshed(office);
            assertTrue(
                    assertInstanceOf(Undone.Ready.class, takeBack(office, id)).merged());
            sendAll(office);
            assertEquals("Before", text(id));
            assertEquals(
                    "Theirs", onServer(id).path("organization").path("display").asText());
        }
    }

    /** The local copy may be older than the server: the upload looks, merges, and shows it again. */
    @Test
    void whatSomebodyElseChangedUnseenIsFoundByTheUpload() {
        try (Office office = office()) {
            String id = made(office, "Before");
            present(office, id, "After");
            sendAll(office);
            ObjectNode theirs = onServer(id);
            theirs.withObjectProperty("organization").put("display", "Theirs");
            other.put(theirs);
            Draft draft =
                    assertInstanceOf(Undone.Ready.class, takeBack(office, id)).draft();
            var review = assertInstanceOf(UploadOutcome.NeedsReview.class, send(office, draft, declared(office)));
            assertTrue(review.merged());
            assertEquals("After", text(id));
            sendAll(office);
            assertEquals("Before", text(id));
            assertEquals(
                    "Theirs", onServer(id).path("organization").path("display").asText());
        }
    }

    @Test
    void whatSomebodyElseChangedInTheSamePlaceIsDecided() {
        try (Office office = office()) {
            String id = made(office, "Before");
            present(office, id, "After");
            sendAll(office);
            other.put(with(onServer(id), "Theirs"));
            refreshed(office);
            Draft draft = assertInstanceOf(Undone.Collides.class, takeBack(office, id))
                    .draft();
            Conflicts conflicts = office.conflicts();
            var conflict = conflicts.of(draft).orElseThrow();
            conflicts.resolve(
                    conflict,
                    Conflicts.merge(draft, conflict.theirs()).collisions().stream()
                            .collect(Collectors.toMap(one -> one.path(), one -> (Choice) new Choice.Mine())));
            assertEquals("Theirs", text(id));
            sendAll(office);
            assertEquals("Before", text(id));
        }
    }

    @Test
    void whatWasMadeIsDeletedAgainAndComesBack() {
        try (Office office = office()) {
            refreshed(office);
            created(office, "New");
            String id = accepted(sendAll(office)).getFirst();
            ObjectNode before = onServer(id);
            assertEquals(
                    Draft.Kind.DELETE,
                    assertInstanceOf(Undone.Ready.class, takeBack(office, id))
                            .draft()
                            .kind());
            sendAll(office);
            assertTrue(other.status(ROLE + "/" + id) >= 404);
            assertEquals(
                    Draft.Kind.CREATE,
                    assertInstanceOf(Undone.Ready.class, takeBack(office, id))
                            .draft()
                            .kind());
            String again = accepted(sendAll(office)).getFirst();
            assertEquals(
                    withoutMeta(before).without("id"),
                    withoutMeta(onServer(again)).without("id"));
            refreshed(office);
            assertEquals("New", Elements.text(stored(office, again), TEXT));
        }
    }

    @Test
    void aDeletionIsTakenBackAlsoAfterARestart() {
        String id;
        ObjectNode before;
        try (Office office = office()) {
            id = made(office, "Doomed");
            before = onServer(id);
            deleting(office, id);
            sendAll(office);
            assertTrue(other.status(ROLE + "/" + id) >= 404);
        }
        try (Office office = office()) {
            refreshed(office);
            assertInstanceOf(Undone.Ready.class, takeBack(office, id));
            String again = accepted(sendAll(office)).getFirst();
            assertEquals(
                    withoutMeta(before).without("id"),
                    withoutMeta(onServer(again)).without("id"));
        }
    }

    @Test
    void aWholeUploadIsTakenBackInOneGo() {
        try (Office office = office()) {
            String changed = made(office, "Before");
            String gone = made(office, "Doomed");
            present(office, changed, "After");
            deleting(office, gone);
            created(office, "New");
            UploadResult sent = sendAll(office);
            String made = sent.lines().stream()
                    .filter(line -> line.line().draft().kind() == Draft.Kind.CREATE)
                    .map(line -> ((UploadOutcome.Accepted) line.outcome()).id())
                    .findFirst()
                    .orElseThrow();
            List<JournalEntry> whole =
                    office.journal().upload(newest(office, changed).upload());
            assertEquals(3, whole.size());
            List<Undo.Line> lines = office.undo().undo(whole, Progress.none());
            lines.forEach(line -> assertInstanceOf(Undone.Ready.class, line.undone()));
            UploadResult back = sendAll(office);
            assertEquals("Before", text(changed));
            assertTrue(other.status(ROLE + "/" + made) >= 404);
            String again = back.lines().stream()
                    .filter(line -> line.line().draft().kind() == Draft.Kind.CREATE)
                    .map(line -> ((UploadOutcome.Accepted) line.outcome()).id())
                    .findFirst()
                    .orElseThrow();
            assertEquals("Doomed", text(again));
            assertFalse(office.journal().of(ROLE, changed).isEmpty());
        }
    }

    private static ObjectNode stored(Office office, String id) {
        return Json.object(office.catalogue().get(ROLE, id).orElseThrow().json());
    }

    private static List<String> accepted(UploadResult result) {
        List<String> ids = new ArrayList<>();
        for (UploadResult.LineResult line : result.lines()) {
            ids.add(((UploadOutcome.Accepted) line.outcome()).id());
        }
        return ids;
    }
}
