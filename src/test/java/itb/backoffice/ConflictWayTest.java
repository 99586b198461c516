package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.shell.chain.Line;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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

    @Test
    void whatWasDecidedIsCheckedAnewBeforeItCanBeSent() {
        waitForChain();
        clickOn("#page-treatments");
        waitFor("treatments-search");
        TableView<Line> treatments = lookup("#treatments").queryTableView();
        waitUntil("the treatments are there", () -> !treatments.getItems().isEmpty());
        Line treatment = treatments.getItems().getFirst();
        String reference = treatment.reference();
        clickRow(treatment::equals);
        waitUntil(
                "the form shows it",
                () -> lookup(".form-view #title").tryQuery().isPresent());
        append("title", " mine");
        waitForDraft();
        elsewhere(server().get(reference), now -> now.put("title", "Theirs"));
        review();
        upload();
        assertEquals(text("shell.review.outcome.conflict"), words(id("state", reference)));

        clickOn("#" + id("resolve", reference));
        waitFor("conflictThird-0");
        clickOn("#conflictThird-0");
        waitFor("conflictEditor-0");
        clickOn("#conflictEditor-0").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        waitUntil("it is decided", () -> !lookup("#conflictApply").query().isDisabled());
        clickOn("#conflictApply");
        waitFor("reviewUpload");
        waitUntil("it is said what is wrong now", () -> said().contains("One error has to be fixed first."));
        assertTrue(lookup("#reviewUpload").query().isDisabled(), "a treatment without a title is not sent");
        assertEquals("Theirs", server().get(reference).path("title").asText());

        // Esc leads back wherever the keyboard is, also on a button that has a use for Esc itself.
        interact(() -> lookup("#connection").query().requestFocus());
        push(KeyCode.ESCAPE);
        waitUntil("the form stands beside the table again", () -> there("title"));
        waitUntil("the finding stands under its field", () -> there("finding-list"));
        append("title", "Ours");
        waitForDraft();
        review();
        waitUntil("it can go", () -> !lookup("#reviewUpload").query().isDisabled());
        upload();
        assertEquals("Ours", server().get(reference).path("title").asText());
    }
}
