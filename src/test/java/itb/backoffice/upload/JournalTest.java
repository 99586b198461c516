package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Database;
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
    void aThingIsFoundByItsOldNameAndHoweverNordicLettersAreTyped() {
        rename(known("1", "Åse Sjögren"), "Åse Bjørnstad");
        send(plan());
        for (String typed : List.of("åse", "ASE", "aase", "sjögren", "sjogren", "bjoernstad", "siv åse", "se rnst")) {
            assertEquals(List.of("Åse Bjørnstad"), found(new Journal.Search(typed, null, null)), typed);
        }
        assertEquals(List.of(), found(new Journal.Search("åse berit", null, null)));
    }

    @Test
    void aRoleIsFoundByItsClinicsNameAndNotByWhatNobodySees() {
        String role = role("Anne", "Nordtann")
                .replaceFirst(
                        "\\{",
                        "{\"healthcareService\":[{\"reference\":\"HealthcareService/k12\",\"display\":\"Nordtand Sandvika\"}],");
        StoredResource base = Lookout.stored(server.put(ROLE, "1", role));
        catalogue.put(List.of(base));
        rename(base, "Berit");
        send(plan());
        assertEquals(List.of("Berit"), found(new Journal.Search("sandvika", null, null)));
        for (String hidden : List.of("health", "k12", "service")) {
            assertEquals(List.of(), found(new Journal.Search(hidden, null, null)), hidden);
        }
    }

    @Test
    void aClinicWithoutAReferenceKeepsItsWholeName() {
        assertEquals("Nordtand Sandvika", JournalEntry.named("Nordtand Sandvika"));
        assertEquals("Nordtand Sandvika", JournalEntry.named("HealthcareService/1 Nordtand Sandvika"));
        assertEquals("", JournalEntry.named("HealthcareService/1"));
    }

    @Test
    void whatAnEarlierVersionOfTheProgramWroteIsFoundAsWell() throws Exception {
        close();
        Files.delete(folder.resolve("chain.db"));
        Database.Schema first = new Database.Schema(
                Journal.SCHEMA.name(), Journal.SCHEMA.steps().subList(0, 1));
        try (Database old = Database.open(folder.resolve("chain.db"), List.of(first))) {
            old.write(connection -> {
                try (var insert = connection.prepareStatement(
                        "insert into journal (upload, type, id, kind, title, who, server, started, outcome)"
                                + " values ('u', 'Location', 'a', 'UPDATE', 'Øst', 'Åse', 'Test', 5, 'ACCEPTED')")) {
                    return insert.executeUpdate();
                }
            });
        }
        open();
        assertEquals(List.of("Øst"), found(new Journal.Search("ost ase", null, null)));
        assertEquals(List.of("Øst"), found(new Journal.Search("Location/a", null, null)));
    }

    @Test
    void theOnesBeforeComePageByPage() {
        for (int i = 0; i < 7; i++) {
            rename(known("r" + i, "Kari"), "Anne " + i);
            send(plan());
        }
        Journal.Search search = new Journal.Search("anne", null, null);
        List<JournalEntry> first = journal.find(search, 3);
        List<JournalEntry> second = journal.find(search.after(first.getLast()), 3);
        assertEquals(
                List.of("Anne 3", "Anne 2", "Anne 1"),
                second.stream().map(JournalEntry::title).toList());
        assertEquals(1, journal.find(search.after(second.getLast()), 3).size());
        assertEquals(new Journal.Size(7, 7), journal.sizes(List.of("u1")).get("u1"));
        assertEquals("Anne 6", journal.upload("u1").getFirst().title());
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
        assertTrue(
                String.valueOf(journal.texts(journal.of(ROLE, "1").getFirst()).after())
                        .contains(photo));
        close();
        assertTrue(
                Files.size(folder.resolve("chain.db")) < 3_000_000, "size " + Files.size(folder.resolve("chain.db")));
        open();
    }
}
