package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @TempDir
    Path folder;

    private Database database;
    private CatalogueStore store;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA));
        store = new CatalogueStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static StoredResource role(String id, String version, Instant updated, String rest) {
        return new StoredResource(
                "PractitionerRole",
                id,
                version,
                updated,
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"" + id + "\"" + rest + " }");
    }

    @Test
    void resourceComesBackAsItWentIn() {
        StoredResource role = role("a", "W/\"x\"", NOW, ", \"n\": 1.50, \"t\":\"🦷 \\u00e5\"");
        store.put(role);
        StoredResource bare = role("b", null, null, "");
        store.put(bare);
        close();
        open();
        assertEquals(Optional.of(role), store.get("PractitionerRole", "a"));
        assertEquals(Optional.of(bare), store.get("PractitionerRole", "b"));
        assertEquals(Optional.empty(), store.get("Location", "a"));
    }

    @Test
    void replacedResourceShowsItsNewSummary() {
        store.put(role("a", "1", NOW, ",\"practitioner\":{\"display\":\"Åse\"},\"active\":false"));
        assertEquals(
                new Summary("PractitionerRole", "a", "Åse", false, Map.of("person", "Åse", "words", "Åse")),
                store.summaries("PractitionerRole").getFirst());
        store.put(role("a", "2", NOW.plusSeconds(1), ",\"practitioner\":{\"display\":\"Bjørn\"}"));
        assertEquals(1, store.summaries("PractitionerRole").size());
        assertEquals("Bjørn", store.summaries("PractitionerRole").getFirst().title());
    }

    @Test
    void summariesOfAnEarlierProgramAreMadeAnewOnce() {
        store.put(role("a", "1", NOW, ",\"practitioner\":{\"display\":\"Åse\"}"));
        Summary whole = store.summaries("PractitionerRole").getFirst();
        forget();
        assertEquals("?", store.summaries("PractitionerRole").getFirst().title());
        store.renewSummaries();
        assertEquals(whole, store.summaries("PractitionerRole").getFirst());
        forget();
        store.renewSummaries();
        assertEquals("?", store.summaries("PractitionerRole").getFirst().title(), "it is done once");
    }

    /** Leaves summaries as an earlier program might have made them. */
    private void forget() {
        database.write(connection -> {
            try (var update = connection.prepareStatement("update catalogue_resource set title = '?', facts = ''")) {
                return update.executeUpdate();
            }
        });
    }

    @Test
    void knownVersionsAreNotCountedAsChangedAndOlderOnesNotTaken() {
        assertEquals(1, store.putAll(List.of(role("a", "1", NOW, ""))));
        assertEquals(0, store.putAll(List.of(role("a", "1", NOW, ""))));
        assertEquals(0, store.putAll(List.of(role("a", "0", NOW.minusSeconds(1), ",\"old\":1"))));
        assertEquals(1, store.putAll(List.of(role("a", "1", null, ",\"x\":1"))), "a version alone proves nothing");
    }

    @Test
    void removedResourcesAreGoneWithTheirText() {
        store.putAll(List.of(role("a", "1", NOW, ""), role("b", "1", NOW, "")));
        store.remove("PractitionerRole", "a");
        store.remove("PractitionerRole", "never-there");
        assertEquals(Set.of("b"), store.ids("PractitionerRole"));
        int texts = database.read(connection -> connection
                .createStatement()
                .executeQuery("select count(*) from catalogue_body")
                .getInt(1));
        assertEquals(1, texts);
    }

    @Test
    void brokenAndOddResourcesStillHaveARow() {
        store.put(new StoredResource("PractitionerRole", "x", null, null, "{\"resourceType\":\"Pr"));
        store.put(new StoredResource(
                "HealthcareService", "y", null, null, "{\"name\":[1],\"active\":\"no\",\"contained\":7}"));
        store.put(
                new StoredResource("ActivityDefinition", "z", null, null, "{\"code\":\"a\u001fb\",\"title\":\"  \"}"));
        assertEquals("x", store.summaries("PractitionerRole").getFirst().title());
        assertEquals("y", store.summaries("HealthcareService").getFirst().title());
        assertEquals("z", store.summaries("ActivityDefinition").getFirst().title());
        assertTrue(store.counts().values().stream().allMatch(count -> count == 1));
    }
}
