package itb.backoffice.shell.draft;

import static itb.backoffice.shell.review.ReviewGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.review.ReviewGround;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsViewTest extends ScreenTest {
    @TempDir
    Path folder;

    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<List<String>> reviewed = new CopyOnWriteArrayList<>();
    private ReviewGround ground;

    @Override
    protected Parent screen() {
        ground = new ReviewGround(folder, TEXTS, Instant::now);
        for (String id : List.of("a", "b", "c")) {
            ground.create(ReviewGround.role(id, "Person " + id, "sandvika", "Words."));
        }
        DraftsView view = new DraftsView(TEXTS, background, ground.drafts, new Host());
        view.refresh();
        return view.root();
    }

    private final class Host implements DraftHost {
        @Override
        public void open(String reference) {
            opened.add(reference);
        }

        @Override
        public void review(List<String> references) {
            reviewed.add(references);
        }

        @Override
        public void draftsChanged() {}
    }

    @AfterEach
    void close() {
        background.close();
        ground.close();
    }

    private int shown() {
        return lookup("#draftTable").queryAs(TableView.class).getItems().size();
    }

    private void waitForAll() {
        waitUntil(() -> shown() == 3);
    }

    @Test
    void withNothingSelectedTheButtonsSayThatTheyMeanAll() {
        waitForAll();
        assertEquals("Review all 3 drafts", words("draftReview"));
        clickOn("#draftReview");
        assertEquals(3, reviewed.getFirst().size());
    }

    @Test
    void allDraftsGoAtOnceAndComeBackWithUndo() {
        waitForAll();
        clickOn("#draftDiscard");
        waitUntil(() -> shown() == 0);
        assertEquals("Discarded 3 drafts.", words("noticeText"));
        assertEquals(List.of(), ground.drafts.all());
        clickOn("#noticeUndo");
        waitForAll();
        assertEquals(3, ground.drafts.all().size());
    }

    @Test
    void onlyTheSelectedDraftIsDiscardedReviewedAndOpened() {
        waitForAll();
        clickOn("Person b");
        assertEquals("Review one draft", words("draftReview"));
        clickOn("#draftReview");
        assertEquals(List.of(List.of(ROLE + "/b")), reviewed);
        clickOn("Person b").type(KeyCode.ENTER);
        assertEquals(List.of(ROLE + "/b"), opened);
        type(KeyCode.DELETE);
        waitUntil(() -> shown() == 2);
        assertTrue(ground.drafts.get(ROLE, "b").isEmpty());
    }
}
