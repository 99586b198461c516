package itb.backoffice.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.edit.BulkEdit.Edited;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of many things at once, on real files: all or nothing, and all back together. */
class BulkWorkTest {
    private static final int SIZE = 450;

    @TempDir
    Path folder;

    private Database copy;
    private Database work;
    private DraftStore drafts;
    private BulkWork bulk;

    @BeforeEach
    void open() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA));
        work = Database.open(folder.resolve("w.db"), List.of(DraftStore.SCHEMA));
        CatalogueStore catalogue = new CatalogueStore(copy);
        List<StoredResource> roles = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            roles.add(new StoredResource(
                    "PractitionerRole",
                    "r" + i,
                    "1",
                    null,
                    "{\"resourceType\":\"PractitionerRole\",\"id\":\"r" + i + "\",\"active\":true}"));
        }
        catalogue.putAll(roles);
        drafts = new DraftStore(work, Clock.systemUTC());
        bulk = new BulkWork(catalogue, drafts);
    }

    @AfterEach
    void close() {
        copy.close();
        work.close();
    }

    private static Map<String, UnaryOperator<ObjectNode>> all(UnaryOperator<ObjectNode> change) {
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        for (int i = 0; i < SIZE; i++) {
            changes.put("PractitionerRole/r" + i, change);
        }
        return changes;
    }

    private static ObjectNode hide(ObjectNode thing) {
        return thing.put("active", false);
    }

    /** Stops when so many are done. */
    private record StopAt(int most, List<Long> told) implements Progress {
        @Override
        public void report(String text, long done, long total) {
            told.add(done);
        }

        @Override
        public boolean cancelled() {
            return told.stream().anyMatch(done -> done >= most);
        }
    }

    @Test
    void eachBecomesADraftAndAllAreTakenBack() {
        Edited edited = bulk.change(all(BulkWorkTest::hide), Progress.none());
        assertEquals(SIZE, edited.count());
        assertEquals(SIZE, drafts.all().size());
        assertEquals(SIZE, bulk.undo(edited, Progress.none()).count());
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatIsStoppedLeavesNothingBehind() {
        drafts.edit(
                EditStep.create("PractitionerRole", "new", "{\"resourceType\":\"PractitionerRole\",\"id\":\"new\"}"));
        StopAt stop = new StopAt(200, new ArrayList<>());
        Edited edited = bulk.change(all(BulkWorkTest::hide), stop);
        assertTrue(edited.stopped());
        assertEquals(0, edited.count());
        assertEquals(List.of(100L, 200L), stop.told());
        assertEquals(1, drafts.all().size());
    }

    @Test
    void aTakingBackThatIsStoppedLeavesAllAsItWasAndCanBeDoneLater() {
        bulk.change(Map.of("PractitionerRole/r7", thing -> thing.put("x", 1)), Progress.none());
        Edited edited = bulk.change(all(BulkWorkTest::hide), Progress.none());
        Map<String, String> before = texts();
        StopAt stop = new StopAt(200, new ArrayList<>());
        assertTrue(bulk.undo(edited, stop).stopped());
        assertTrue(before.equals(texts()), "some were taken back");
        assertEquals(SIZE, bulk.undo(edited, Progress.none()).count());
        assertEquals(1, drafts.all().size());
    }

    private Map<String, String> texts() {
        return drafts.all().stream().collect(Collectors.toMap(Draft::reference, Draft::json));
    }

    @Test
    void whatFailsHalfwayLeavesNothingBehind() {
        Map<String, UnaryOperator<ObjectNode>> changes = all(BulkWorkTest::hide);
        changes.put("PractitionerRole/r400", thing -> {
            throw new IllegalStateException("broken");
        });
        assertThrows(IllegalStateException.class, () -> bulk.change(changes, Progress.none()));
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void whatIsSentJustNowStaysAndIsCounted() {
        bulk.change(Map.of("PractitionerRole/r7", BulkWorkTest::hide), Progress.none());
        work.write(connection -> {
            try (var update = connection.prepareStatement("update draft set state = 'SENDING'")) {
                return update.executeUpdate();
            }
        });
        Edited edited = bulk.change(all(thing -> thing.put("active", false).put("x", 1)), Progress.none());
        assertEquals(1, edited.busy());
        assertEquals(SIZE - 1, edited.count());
    }

    @Test
    void whatSomebodyHasEditedOnStaysWhenTheRestIsTakenBack() {
        Edited edited = bulk.change(all(BulkWorkTest::hide), Progress.none());
        bulk.change(Map.of("PractitionerRole/r3", thing -> thing.put("x", 1)), Progress.none());
        assertEquals(SIZE - 1, bulk.undo(edited, Progress.none()).count());
        assertEquals(1, drafts.all().size());
        assertTrue(drafts.all().getFirst().json().contains("\"active\":false"));
    }

    @Test
    void newOnesThatAreDeletedComeBack() {
        drafts.edit(
                EditStep.create("PractitionerRole", "new", "{\"resourceType\":\"PractitionerRole\",\"id\":\"new\"}"));
        Edited edited = bulk.delete(List.of("PractitionerRole/r1", "PractitionerRole/new"), Progress.none());
        assertEquals(2, edited.count());
        assertFalse(drafts.get("PractitionerRole", "new").isPresent());
        bulk.undo(edited, Progress.none());
        assertTrue(drafts.get("PractitionerRole", "new").isPresent());
        assertFalse(drafts.get("PractitionerRole", "r1").isPresent());
    }
}
