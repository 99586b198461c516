package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Settings;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What was sent is taken back, and what was before is found again, on the real server. */
class HistoryWayTest extends WindowTest {
    @Override
    Settings settings() {
        return super.settings().withUserName("Siv Berg");
    }

    private void fetch() {
        clickOn("#refresh");
        waitUntil("it was fetched", () -> String.join("", said()).contains("1 thing changed on the server"));
    }

    private void change(ObjectNode role, String text) {
        openRole(role);
        append("description", text);
        waitForDraft();
        review();
        upload();
        leaveReview();
    }

    private void toHistory() {
        clickOn("#page-history");
        waitFor("historySearch");
    }

    private void uploadAgain() {
        waitFor("reviewUpload");
        waitUntil("the list is there", () -> !lookup("#reviewUpload").query().isDisabled());
        upload();
        clickOn("#reviewClose");
    }

    @Test
    void anUploadIsTakenBackOnTopOfWhatChangedSince() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        String before = DemoHttp.presentation(role);
        change(role, " Mine.");
        assertEquals(before + " Mine.", DemoHttp.presentation(server().get(reference)));
        elsewhere(role, now -> now.put("active", false));
        fetch();

        toHistory();
        waitFor("history-1");
        assertTrue(String.join("\n", said()).contains("Siv Berg"), "it says who: " + said());
        clickOn("#historyUndo-1");
        waitFor("reviewUpload");
        waitUntil("the list is there", () -> said().contains(text("shell.review.merged")));
        assertEquals(before + " Mine.", DemoHttp.presentation(server().get(reference)), "nothing was sent yet");
        uploadAgain();
        ObjectNode now = server().get(reference);
        assertEquals(before, DemoHttp.presentation(now));
        assertFalse(now.path("active").asBoolean(true), "what changed since stays");

        waitFor("history-2");
        clickOn("#historyUndo-2");
        waitFor("reviewUpload");
        waitUntil("what comes back is shown, also after the last upload", () -> said().contains(" Mine."));
        uploadAgain();
        assertEquals(before + " Mine.", DemoHttp.presentation(server().get(reference)), "the undo is undone");
    }

    @Test
    void whatWasChangedSinceInTheSamePlaceIsDecidedInTheConflict() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        String before = DemoHttp.presentation(role);
        change(role, " Mine.");
        elsewhere(role, now -> DemoHttp.presented(now, "Theirs."));
        fetch();
        toHistory();
        waitFor("history-1");
        clickOn("#historyUndo-1");
        waitFor(id("resolve", reference));
        clickOn("#" + id("resolve", reference));
        waitFor("conflictMine-0");
        assertTrue(said().contains(text("shell.conflict.mine.undo")), "it says what is chosen: " + said());
        clickOn("#conflictMine-0");
        clickOn("#conflictApply");
        uploadAgain();
        assertEquals(before, DemoHttp.presentation(server().get(reference)));
    }

    @Test
    void anEarlierVersionIsFoundAndRestoredByKeysAlone() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        String before = DemoHttp.presentation(role);
        change(role, " Mine.");
        elsewhere(role, now -> DemoHttp.presented(now, "Theirs."));
        fetch();
        openRole(role);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        waitFor("versionList");
        waitUntil("the versions are there", () -> versions().getItems().size() == 3);
        String shown = String.join("\n", said());
        assertTrue(
                shown.contains("Siv Berg") && shown.contains(text("shell.versions.elsewhere")), "who did it: " + shown);
        assertTrue(lookup("#versionRestore").query().isDisabled(), "the newest one is there already");
        waitUntil("the keyboard is in the list", () -> focused("versionList"));
        push(KeyCode.END);
        waitUntil("it can be restored", () -> !lookup("#versionRestore").query().isDisabled());
        push(KeyCode.SHIFT, KeyCode.TAB);
        push(KeyCode.SHIFT, KeyCode.TAB);
        while (!focused("versionRestore")) {
            push(KeyCode.TAB);
        }
        push(KeyCode.SPACE);
        waitUntil(
                "the form shows it",
                () -> there("description") && words("description").equals(before));
        waitForDraft();
        review();
        uploadAgain();
        assertEquals(before, DemoHttp.presentation(server().get(reference)));
    }

    private ListView<?> versions() {
        return lookup("#versionList").queryListView();
    }

    @Test
    void whatWasDeletedComesBackAsItWas() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        openRole(role);
        clickOn("#roles-more");
        clickOn("#roles-more-delete");
        waitUntil("it is asked, or done", () -> there("question-do") || there("review-all"));
        if (there("question-do")) {
            clickOn("#question-do");
        }
        review();
        upload();
        leaveReview();
        assertFalse(server().roles().containsKey(reference));
        toHistory();
        waitFor("historyVersions-1");
        clickOn("#historyVersions-1");
        waitUntil("the versions are there", () -> versions().getItems().size() == 2);
        assertEquals(text("shell.versions.restore.deleted"), words("versionState"));
        interact(() -> versions().getSelectionModel().select(1));
        clickOn("#versionRestore");
        waitForDraft();
        review();
        uploadAgain();
        assertEquals(DemoHttp.unversioned(role), DemoHttp.unversioned(server().get(reference)));
    }
}
