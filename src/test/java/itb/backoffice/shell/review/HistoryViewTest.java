package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.ReviewGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
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
        desk.upload(desk.plan(List.of(ROLE + "/kari")), Progress.none());
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
}
