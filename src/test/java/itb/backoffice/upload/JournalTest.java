package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest extends UploadGround {
    private List<String> found(Journal.Search search) {
        return journal.find(search, 100).stream().map(JournalEntry::title).toList();
    }

    @Test
    void entriesAreFoundByThingPersonAndDay() {
        rename(known("1", "Kari"), "Anne");
        upload.run(
                plan(),
                server.declared(),
                new Journal.Signature("u1", "Siv", "Test"),
                itb.backoffice.platform.Progress.none());
        now = now.plusSeconds(86_400);
        rename(known("2", "Kari"), "Berit");
        upload.run(
                plan(),
                server.declared(),
                new Journal.Signature("u2", "Ola", "Test"),
                itb.backoffice.platform.Progress.none());
        restart();
        assertEquals(List.of("Berit", "Anne"), found(new Journal.Search(null, null, null)));
        assertEquals(List.of("Anne"), found(new Journal.Search("siv", null, null)));
        assertEquals(List.of("Berit"), found(new Journal.Search("beri", null, null)));
        assertEquals(List.of("Anne"), found(new Journal.Search("PractitionerRole/1", null, null)));
        assertEquals(List.of("Berit"), found(new Journal.Search(null, now, null)));
        assertEquals(List.of("Anne"), found(new Journal.Search("", Instant.EPOCH, now)));
        assertEquals(
                List.of("Berit"),
                journal.find(new Journal.Search(null, null, null), 1).stream()
                        .map(JournalEntry::title)
                        .toList());
        JournalEntry entry = journal.of(ROLE, "2").getFirst();
        assertEquals("Ola", entry.who());
        assertEquals(now, entry.started());
    }

    @Test
    void thePictureOfManyEntriesIsKeptOnce() throws Exception {
        String photo = "\"data\":\"" + "/9j/".repeat(100_000) + "\",";
        var base = server.put(ROLE, "1", "{" + photo + role("Name 0", "N").substring(1));
        catalogue.put(List.of(Lookout.stored(base)));
        for (int i = 1; i <= 10; i++) {
            rename(catalogue.get(ROLE, "1").orElseThrow(), "Name " + i);
            assertTrue(send(plan()).allAccepted());
        }
        assertEquals(10, journal.of(ROLE, "1").size());
        assertTrue(String.valueOf(journal.of(ROLE, "1").getFirst().after()).contains(photo));
        close();
        assertTrue(
                Files.size(folder.resolve("chain.db")) < 3_000_000, "size " + Files.size(folder.resolve("chain.db")));
        open();
    }
}
