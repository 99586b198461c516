package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.ReviewGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.upload.JournalEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewTest extends ScreenTest {
    private static final String ACTIVE = TEXTS.get("form.PractitionerRole.active.yes");
    private static final String HIDDEN = TEXTS.get("form.PractitionerRole.active.no");

    @TempDir
    Path folder;

    private ReviewGround ground;
    private HistoryView view;

    @Override
    protected Parent screen() {
        ground = new ReviewGround(folder, TEXTS, Instant::now);
        view = new HistoryView(TEXTS, background, ground.history(), ground.host);
        view.refresh();
        return view.root();
    }

    @AfterEach
    void close() {
        background.close();
        ground.close();
    }

    @Test
    void beforeTheFirstUploadItSaysWhatWillStandHere() {
        waitUntil(() -> said().contains(TEXTS.get("shell.history.none")));
    }

    @Test
    void anUploadIsListedUnderItsDayWithBeforeAndAfterInWords() {
        ground.change(
                ground.known(ReviewGround.role("kari", "Kari Nordmann", "sandvika", "Words.")),
                json -> json.put("active", false));
        ReviewDesk desk = ground.desk(Environment.TEST);
        desk.upload(desk.plan(List.of(ROLE + "/kari"), Progress.none()), Progress.none());
        interact(view::refresh);
        waitFor("history-1");
        waitUntil(() -> said().contains("Today"));
        assertEquals(TEXTS.get("upload.journal.ACCEPTED"), words("historyEnd-1"));
        assertFalse(said().contains(ACTIVE));
        clickOn("#history-1");
        waitUntil(() -> said().containsAll(List.of(ACTIVE, HIDDEN)));
        clickOn("#historySearch").write("zzz");
        waitUntil(() -> said().contains(TEXTS.get("shell.history.noMatch")));
        fill("historySearch", "kari");
        waitFor("history-1");
    }

    @Test
    void theRolesOfOnePersonAreToldApartByTheirClinicsAndADeletionReadsAsOne() {
        ground.delete(ground.known(ReviewGround.role("a", "Kari Nordmann", "sandvika", "Words.")));
        ObjectNode other = ReviewGround.role("b", "Kari Nordmann", "bergen", "Words.");
        ((ObjectNode) other.path("healthcareService").path(0)).remove("display");
        ground.change(ground.known(other), json -> json.put("active", false));
        ReviewDesk desk = ground.desk(Environment.TEST);
        desk.upload(desk.plan(List.of(ROLE + "/a", ROLE + "/b"), Progress.none()), Progress.none());
        interact(view::refresh);
        waitFor("history-2");
        assertTrue(
                said().containsAll(List.of("Deleted · role · Nordtand Sandvika", "Changed · role · Nordtand Bergen")),
                said().toString());
        JournalEntry deleted = ground.journal.of(ROLE, "a").getFirst();
        assertEquals("Deleted on the server", words("historyEnd-" + deleted.number()));
        clickOn("#historySearch").write("sandvika");
        waitUntil(() -> !said().contains("Changed · role · Nordtand Bergen"));
        waitFor("history-" + deleted.number());
    }

    private void uploaded(String id, boolean active) {
        ground.change(
                ground.known(ReviewGround.role(id, "Kari " + id, "sandvika", "Words.")),
                json -> json.put("active", active));
        ReviewDesk desk = ground.desk(Environment.TEST);
        desk.upload(desk.plan(List.of(ROLE + "/" + id), Progress.none()), Progress.none());
    }

    @Test
    void aLineIsTakenBackIntoADraftThatIsReviewed() {
        uploaded("kari", false);
        interact(view::refresh);
        waitFor("historyUndo-1");
        clickOn("#historyUndo-1");
        waitUntil(() -> ground.host.reviewed.equals(List.of(ROLE + "/kari")));
        assertEquals(1, ground.drafts.all().size());
        clickOn("#historyVersions-1");
        assertEquals(List.of(ROLE + "/kari"), ground.host.versions);
    }

    @Test
    void whatCannotBeTakenBackSaysWhyAndTheRestGoesOn() {
        ground.change(
                ground.known(ReviewGround.role("kari", "Kari", "sandvika", "Words.")),
                json -> json.put("active", false));
        ground.change(
                ground.known(ReviewGround.role("ola", "Ola", "sandvika", "Words.")), json -> json.put("active", false));
        ReviewDesk desk = ground.desk(Environment.TEST);
        desk.upload(desk.plan(List.of(ROLE + "/kari", ROLE + "/ola"), Progress.none()), Progress.none());
        ground.elsewhere("ola", json -> json.put("active", true));
        ground.fetched("ola");
        interact(view::refresh);
        waitFor("historyUndoAll-2");
        clickOn("#historyUndoAll-2");
        waitFor("undoReport");
        assertEquals("One change ready to be reviewed, one not.", words("undoReport"));
        assertTrue(said().contains(TEXTS.get("shell.history.undone.AS_BEFORE", "Ola")), said().toString());
        clickOn("#undoReview");
        waitUntil(() -> ground.host.reviewed.equals(List.of(ROLE + "/kari")));
    }

    @Test
    void whatNeverGotThereIsNotAmongWhatIsTakenBack() {
        ground.refuse(new Failure(Failure.Kind.INVALID, 422, "PUT: 422", List.of(), null));
        for (String id : List.of("kari", "ola", "per")) {
            ground.change(
                    ground.known(ReviewGround.role(id, id, "sandvika", "Words.")), json -> json.put("active", false));
        }
        ReviewDesk desk = ground.desk(Environment.TEST);
        desk.upload(desk.plan(List.of(ROLE + "/kari", ROLE + "/ola", ROLE + "/per"), Progress.none()), Progress.none());
        interact(view::refresh);
        waitFor("historyUndoAll-3");
        assertEquals("Take back all 2", words("historyUndoAll-3"));
        clickOn("#historyUndoAll-3");
        waitUntil(() -> ground.host.reviewed.size() == 2);
        assertFalse(there("undoReport"));
    }

    @Test
    void aDayIsTypedAndOlderOnesComeOnDemand() {
        for (int i = 0; i < HistoryView.PAGE + 5; i++) {
            uploaded("r" + i, false);
        }
        interact(view::refresh);
        waitFor("history-" + (HistoryView.PAGE + 5));
        waitUntil(() -> !lookup("#historyOlder").queryAll().isEmpty());
        assertTrue(lookup("#history-1").queryAll().isEmpty());
        interact(() -> ((javafx.scene.control.Button) lookup("#historyOlder").query()).fire());
        waitUntil(() -> !lookup("#history-1").queryAll().isEmpty());
        assertTrue(lookup("#historyOlder").queryAll().isEmpty());
        clickOn("#historyTo").write("2020-01-31").type(javafx.scene.input.KeyCode.ENTER);
        waitUntil(() -> said().contains(TEXTS.get("shell.history.noMatch")));
        clickOn("#historyClear");
        waitFor("history-" + (HistoryView.PAGE + 5));
        clickOn("#historyFrom").write("01/02/2020").type(javafx.scene.input.KeyCode.ENTER);
        waitFor("history-" + (HistoryView.PAGE + 5));
    }
}
