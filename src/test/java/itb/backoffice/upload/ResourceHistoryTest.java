package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.VersionPage.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a thing was before, who made it so, and the way back to it. */
class ResourceHistoryTest extends UploadGround {
    private ResourceHistory history() {
        return new ResourceHistory(server, () -> Optional.of(server.declared()), journal, catalogue);
    }

    private void uploaded(String name) {
        now = now.plusSeconds(3600);
        rename(catalogue.get(ROLE, "1").orElseThrow(), name);
        assertTrue(send(plan()).allAccepted());
    }

    private void elsewhere(String name) {
        catalogue.put(List.of(Lookout.stored(server.put(ROLE, "1", role(name, "Nordtann")))));
    }

    private void deleteHere() {
        drafts.edit(EditStep.delete(catalogue.get(ROLE, "1").orElseThrow()));
        assertTrue(send(plan()).allAccepted());
    }

    private static List<String> names(VersionPage page) {
        return page.versions().stream()
                .map(version -> version.deletion()
                        ? "deleted"
                        : Json.object(Objects.requireNonNull(version.json()))
                                .at("/practitioner/display")
                                .asText())
                .toList();
    }

    private static List<String> people(VersionPage page) {
        return page.versions().stream()
                .map(version -> version.who() == null ? "-" : version.who())
                .toList();
    }

    @Test
    void theServerTellsAllVersionsAndTheJournalWhoSentThem() {
        known("1", "Kari");
        uploaded("Anne");
        elsewhere("Eva");
        uploaded("Berit");
        deleteHere();
        VersionPage page = history().newest(ROLE, "1");
        assertEquals(Source.SERVER, page.source());
        assertEquals(List.of("deleted", "Berit", "Eva", "Anne", "Kari"), names(page));
        assertEquals(List.of("Siv", "Siv", "-", "Siv", "-"), people(page));
        assertNull(page.failure());
    }

    @Test
    void aLongHistoryComesPageByPage() {
        known("1", "Kari");
        for (int i = 1; i <= 2 * ResourceHistory.PAGE; i++) {
            uploaded("Name " + i);
        }
        VersionPage page = history().newest(ROLE, "1");
        assertEquals(ResourceHistory.PAGE, page.versions().size());
        page = history().older(ROLE, "1", page);
        assertEquals(2 * ResourceHistory.PAGE, page.versions().size());
        page = history().older(ROLE, "1", page);
        assertEquals("Kari", names(page).getLast());
        assertEquals("Name 40", names(page).getFirst());
        assertNull(page.next());
        server.history = false;
        VersionPage journalled = history().newest(ROLE, "1");
        while (journalled.next() != null) {
            journalled = history().older(ROLE, "1", journalled);
        }
        assertEquals(names(page), names(journalled), "the journal remembers the same");
    }

    @Test
    void withoutAHistoryOnTheServerTheJournalTellsWhatItSaw() {
        server.history = false;
        known("1", "Kari");
        uploaded("Anne");
        elsewhere("Eva");
        uploaded("Berit");
        elsewhere("Frida");
        VersionPage page = history().newest(ROLE, "1");
        assertEquals(Source.JOURNAL, page.source());
        assertNull(page.failure());
        assertEquals(List.of("Frida", "Berit", "Eva", "Anne", "Kari"), names(page));
        assertEquals(List.of("-", "Siv", "-", "Siv", "-"), people(page));
        deleteHere();
        assertEquals(
                List.of("deleted", "Frida", "Berit", "Eva", "Anne", "Kari"),
                names(history().newest(ROLE, "1")));
    }

    @Test
    void aServerThatCannotBeAskedIsSaidAndTheJournalHelps() {
        known("1", "Kari");
        uploaded("Anne");
        VersionPage before = history().newest(ROLE, "1");
        server.offline = true;
        VersionPage page = history().newest(ROLE, "1");
        assertNotNull(page.failure());
        assertEquals(List.of("Anne", "Kari"), names(page));
        VersionPage rest =
                history().older(ROLE, "1", new VersionPage(Source.SERVER, before.versions(), ROLE + "/1 1 1", null));
        assertNotNull(rest.failure());
        assertEquals(before.versions(), rest.versions(), "what is known stays");
        assertNotNull(rest.next(), "and the rest can be asked for again");
    }

    @Test
    void whatWasNeverUploadedHasNoVersions() {
        create(ROLE, "new-1", role("Kari", "Nordtann"));
        VersionPage page = history().newest(ROLE, "new-1");
        assertEquals(List.of(), page.versions());
        assertNull(page.failure());
    }

    @Test
    void anEarlierVersionComesBackAsADraftOnTopOfTheNewestOne() {
        known("1", "Kari");
        uploaded("Anne");
        elsewhere("Eva");
        String first = history().newest(ROLE, "1").versions().getLast().json();
        Undone.Ready ready = assertInstanceOf(Undone.Ready.class, undo.restore(ROLE, "1", String.valueOf(first)));
        assertEquals("3", ready.draft().baseVersion());
        assertTrue(send(plan()).allAccepted());
        assertEquals("Kari", names(history().newest(ROLE, "1")).getFirst());
    }

    @Test
    void whatWasDeletedComesBackUnderItsId() {
        known("1", "Kari");
        uploaded("Anne");
        deleteHere();
        VersionPage page = history().newest(ROLE, "1");
        Undone.Ready ready = assertInstanceOf(
                Undone.Ready.class,
                undo.restore(ROLE, "1", String.valueOf(page.versions().get(1).json())));
        assertEquals(Draft.Kind.CREATE, ready.draft().kind());
        assertTrue(send(plan()).allAccepted());
        assertFalse(onServer("1").equals("none"));
        assertEquals(List.of("Anne", "deleted", "Anne", "Kari"), names(history().newest(ROLE, "1")));
        assertEquals("Siv", history().newest(ROLE, "1").versions().getFirst().who());
    }

    @Test
    void onADraftAnEarlierVersionIsAStepThatCanBeTakenBack() {
        known("1", "Kari");
        uploaded("Anne");
        String first = history().newest(ROLE, "1").versions().getLast().json();
        Draft mine = rename(catalogue.get(ROLE, "1").orElseThrow(), "Mine");
        assertInstanceOf(Undone.Ready.class, undo.restore(ROLE, "1", String.valueOf(first)));
        drafts.undo(ROLE, "1");
        assertEquals(mine.json(), drafts.get(ROLE, "1").orElseThrow().json());
    }
}
