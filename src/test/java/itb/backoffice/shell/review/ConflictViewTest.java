package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.ReviewGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictViewTest extends ScreenTest {
    @TempDir
    Path folder;

    private final CountDownLatch done = new CountDownLatch(1);
    private ReviewGround ground;
    private ConflictView view;
    private StoredResource kari;

    @Override
    protected Parent screen() {
        ground = new ReviewGround(folder, TEXTS, Instant::now);
        kari = ground.known(ReviewGround.role("kari", "Kari Nordmann", "sandvika", "Old words."));
        view = new ConflictView(TEXTS, background, ground.conflicts(), ground.tools(background), done::countDown);
        return view.root();
    }

    @AfterEach
    void close() {
        background.close();
        ground.close();
    }

    /** I change text and state; they change text and clinic. */
    private void bothChangeTheText() {
        ground.change(kari, json -> {
            ReviewGround.describe(json, "My words.");
            json.put("active", false);
        });
        ground.elsewhere("kari", json -> {
            ReviewGround.describe(json, "Their words.");
            ReviewGround.move(json, "bergen");
        });
        send();
    }

    private void send() {
        ReviewDesk desk = ground.desk(Environment.TEST);
        desk.upload(desk.plan(List.of(ROLE + "/kari"), Progress.none()), Progress.none());
        assertEquals(DraftState.CONFLICT, draft().state());
        interact(() -> view.show(ROLE + "/kari"));
    }

    private Draft draft() {
        return ground.drafts.get(ROLE, "kari").orElseThrow();
    }

    private ObjectNode mine() {
        return Json.object(draft().json());
    }

    private void finish(String button) {
        clickOn("#" + button);
        waitUntil(() -> done.getCount() == 0);
    }

    @Test
    void nothingCanBeAppliedBeforeEveryFieldIsDecided() {
        bothChangeTheText();
        waitFor("conflictApply");
        assertTrue(lookup("#conflictApply").query().isDisabled());
        assertEquals("One choice is left.", words("conflictState"));
        assertTrue(said().containsAll(List.of("Old words.", "My words.", "Their words.")), said().toString());
        assertTrue(said().contains("Nordtand Bergen"), "what merged by itself is shown: " + said());
    }

    @Test
    void myChoiceStaysAndTheirOtherEditComesIn() {
        bothChangeTheText();
        waitFor("conflictMine-0");
        clickOn("#conflictMine-0");
        finish("conflictApply");
        assertEquals("My words.", ReviewGround.text(mine()));
        assertFalse(mine().path("active").asBoolean(), "my other edit is kept");
        assertEquals(
                "HealthcareService/bergen",
                mine().at("/healthcareService/0/reference").asText());
        assertEquals(DraftState.EDITING, draft().state());
        assertEquals("2", draft().baseVersion(), "the draft now stands on their version");
        assertEquals("Their words.", ReviewGround.text(ground.onServer("kari")), "nothing was sent");
    }

    @Test
    void whoLooksSomethingUpBeforeDecidingFindsTheChoicesAsTheyWere() {
        bothChangeTheText();
        waitFor("conflictThird-0");
        clickOn("#conflictThird-0");
        waitFor("conflictEditor-0");
        fill("conflictEditor-0", "Both words.");
        type(KeyCode.ESCAPE);
        waitUntil(() -> done.getCount() == 0);
        interact(() -> view.show(ROLE + "/kari"));
        waitUntil(() -> there("conflictEditor-0"));
        assertEquals("Both words.", words("conflictEditor-0"));
        ground.elsewhere("kari", json -> ReviewGround.describe(json, "Their latest words."));
        ground.fetched("kari");
        interact(() -> view.show(ROLE + "/kari"));
        waitUntil(() -> !there("conflictEditor-0"));
        assertTrue(said().contains("Their latest words."), "another conflict is decided anew: " + said());
    }

    @Test
    void insteadOfEitherTextAThirdCanBeTyped() {
        bothChangeTheText();
        waitFor("conflictTheirs-0");
        clickOn("#conflictTheirs-0").clickOn("#conflictThird-0");
        waitFor("conflictEditor-0");
        fill("conflictEditor-0", "Both words.");
        finish("conflictApply");
        assertEquals("Both words.", ReviewGround.text(mine()));
    }

    @Test
    void whatSomebodyDeletedCanBeCreatedAgain() {
        ground.change(kari, json -> json.put("active", false));
        ground.server.now.clear();
        send();
        waitFor("conflictKeepMine");
        finish("conflictKeepMine");
        assertEquals(Draft.Kind.CREATE, draft().kind());
    }

    @Test
    void whatSomebodyDeletedCanBeLetGo() {
        ground.change(kari, json -> json.put("active", false));
        ground.server.now.clear();
        send();
        waitFor("conflictDiscard");
        finish("conflictDiscard");
        assertTrue(ground.drafts.get(ROLE, "kari").isEmpty());
    }

    @Test
    void escapeLeavesTheConflictAsItIs() {
        bothChangeTheText();
        waitFor("conflictMine-0");
        clickOn("#conflictMine-0").type(KeyCode.ESCAPE);
        waitUntil(() -> done.getCount() == 0);
        assertEquals(DraftState.CONFLICT, draft().state());
    }
}
