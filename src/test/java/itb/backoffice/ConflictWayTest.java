package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Somebody else changes the same role while the user is at it. */
class ConflictWayTest extends WindowTest {
    @Test
    void theSameFieldIsNeverOverwrittenAndTheUserDecides() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        String base = DemoHttp.presentation(role);
        openRole(role);
        append("description", " Mine.");
        waitForDraft();
        elsewhere(role, now -> DemoHttp.presented(now, "Theirs."));

        review();
        upload();
        assertEquals(text("shell.review.outcome.conflict"), words(id("state", reference)));
        assertEquals("Theirs.", DemoHttp.presentation(server().get(reference)), "nothing was overwritten");
        clickOn("#" + id("resolve", reference));
        waitFor("conflictMine-0");
        String shown = String.join("", said());
        assertTrue(said().contains(base) && shown.contains("Mine.") && shown.contains("Theirs"), shown);
        assertTrue(lookup("#conflictApply").query().isDisabled(), "the choice is the user's");
        clickOn("#conflictMine-0");
        clickOn("#conflictApply");
        waitFor("reviewUpload");
        assertEquals("Theirs.", DemoHttp.presentation(server().get(reference)), "nothing is sent from there");

        waitUntil(
                "the list was made anew", () -> !lookup("#reviewUpload").query().isDisabled());
        upload();
        assertEquals(text("shell.review.outcome.accepted"), words(id("state", reference)));
        assertEquals(base + " Mine.", DemoHttp.presentation(server().get(reference)));
    }

    @Test
    void anotherFieldIsMergedAndLookedAtOnceMore() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        openRole(role);
        append("description", " Mine.");
        waitForDraft();
        elsewhere(role, now -> now.put("active", false));

        review();
        upload();
        assertEquals(text("shell.review.outcome.needsReview"), words(id("state", reference)));
        assertEquals(
                DemoHttp.presentation(role), DemoHttp.presentation(server().get(reference)), "nothing was sent yet");
        clickOn("#reviewAgain");
        waitFor("reviewUpload");
        waitUntil(
                "the list was made anew", () -> !lookup("#reviewUpload").query().isDisabled());
        upload();
        ObjectNode there = server().get(reference);
        assertEquals(DemoHttp.presentation(role) + " Mine.", DemoHttp.presentation(there));
        assertEquals(false, there.path("active").asBoolean(true), "theirs is kept");
    }
}
