package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that ignores {@code If-Match}, a race that was lost there is found, said and can be made good. */
class LostRaceTest extends UploadGround {
    @BeforeEach
    void ignoring() {
        server.ifMatch = false;
    }

    @Test
    void whatSomebodySavedInTheSameMomentComesBackAsADraft() {
        rename(known("1", "Kari"), "Anne");
        server.meanwhile = () -> server.put(ROLE, "1", role("Kari", "Tannhus"));
        var lost = assertInstanceOf(UploadOutcome.LostRace.class, sendOnly());
        assertTrue(onServer("1").contains("Anne") && onServer("1").contains("Nordtann"), "the server let ours win");
        assertTrue(lost.draft().json().contains("Anne") && lost.draft().json().contains("Tannhus"));
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Anne") && onServer("1").contains("Tannhus"));
    }

    @Test
    void theSameFieldSavedInTheSameMomentIsOfferedBack() {
        rename(known("1", "Kari"), "Anne");
        server.meanwhile = () -> server.put(ROLE, "1", role("Berit", "Nordtann"));
        var lost = assertInstanceOf(UploadOutcome.LostRace.class, sendOnly());
        assertTrue(lost.draft().json().contains("Berit"));
        assertEquals(
                "practitioner", plan().lines().getFirst().changes().getFirst().path());
    }

    @Test
    void whatWasDeletedInTheSameMomentCanBeDeletedAgain() {
        rename(known("1", "Kari"), "Anne");
        server.meanwhile = () -> server.remove(ROLE, "1");
        var lost = assertInstanceOf(UploadOutcome.LostRace.class, sendOnly());
        assertTrue(lost.deleted());
        assertEquals(Draft.Kind.DELETE, lost.draft().kind());
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertEquals("none", onServer("1"));
    }

    @Test
    void whatWasChangedWhileWeDeletedItCanBeBroughtBackWithTheChange() {
        drafts.edit(EditStep.delete(known("1", "Kari")));
        server.meanwhile = () -> server.put(ROLE, "1", role("Berit", "Nordtann"));
        var lost = assertInstanceOf(UploadOutcome.LostRace.class, sendOnly());
        assertEquals(Draft.Kind.CREATE, lost.draft().kind());
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Berit"));
    }

    @Test
    void aRaceWhoseOtherSideNobodyCanTellIsSaidAllTheSame() {
        server.history = false;
        rename(known("1", "Kari"), "Anne");
        server.meanwhile = () -> server.put(ROLE, "1", role("Berit", "Nordtann"));
        var lost = assertInstanceOf(UploadOutcome.LostRace.class, sendOnly());
        assertEquals(null, lost.draft());
        assertTrue(new OutcomeWords(ENGLISH).next(lost).startsWith("Ask"));
    }

    @Test
    void somebodyWhoSavesRightAfterUsWithoutLookingIsFoundAndOursComesAgain() {
        rename(known("1", "Kari"), "Anne");
        server.afterwards = () -> server.put(ROLE, "1", role("Kari", "Tannhus"));
        var review = assertInstanceOf(UploadOutcome.NeedsReview.class, sendOnly());
        assertTrue(review.merged());
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        assertTrue(onServer("1").contains("Anne") && onServer("1").contains("Tannhus"));
    }

    @Test
    void aServerWhoseVersionsAreNoNumbersIsAskedForItsHistory() {
        server.versionNames = number -> "v" + (char) ('a' + number);
        rename(known("1", "Kari"), "Anne");
        assertInstanceOf(UploadOutcome.Accepted.class, sendOnly());
        rename(catalogue.get(ROLE, "1").orElseThrow(), "Unn");
        server.meanwhile = () -> server.put(ROLE, "1", role("Anne", "Tannhus"));
        assertInstanceOf(UploadOutcome.LostRace.class, sendOnly());
    }
}
