package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.ReviewGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.OutcomeIssue;
import itb.backoffice.draft.DraftState;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewTest extends ScreenTest {
    private static final String ACTIVE = TEXTS.get("form.PractitionerRole.active.yes");
    private static final String HIDDEN = TEXTS.get("form.PractitionerRole.active.no");

    @TempDir
    Path folder;

    private final StackPane place = new StackPane();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<String> resolving = new CopyOnWriteArrayList<>();
    private ReviewGround ground;
    private StoredResource kari;

    @Override
    protected Parent screen() {
        ground = new ReviewGround(folder, TEXTS, Instant::now);
        kari = ground.known(ReviewGround.role(
                "kari", "Kari Nordmann", "sandvika", "Kari has worked with children for twenty years."));
        StoredResource ola = ground.known(ReviewGround.role("ola", "Ola Hansen", "bergen", "Ola speaks Polish."));
        ground.change(
                kari, json -> ReviewGround.describe(json, "Kari has worked with young children for twenty years."));
        ground.change(ola, json -> json.put("active", false));
        return place;
    }

    @AfterEach
    void close() {
        ground.server.gate.countDown();
        background.close();
        ground.close();
    }

    private void review(Environment environment, String... ids) {
        interact(() -> {
            var view = new ReviewView(TEXTS, background, ground.desk(environment), new Host(), resolving::add);
            place.getChildren().setAll(view.root());
            view.show(Stream.of(ids).map(id -> ROLE + "/" + id).toList());
        });
        waitFor(id("card", ids[0]));
    }

    private final class Host implements ReviewHost {
        @Override
        public void open(String reference, @Nullable String path) {
            opened.add(reference + " " + path);
        }

        @Override
        public void close() {}

        @Override
        public void changed() {}

        @Override
        public void findOut() {
            opened.add("found out");
        }
    }

    private static String id(String prefix, String id) {
        return prefix + "-" + ROLE + "-" + id;
    }

    @Test
    void whatBecameOfALostAnswerIsFoundOutByLooking() {
        ground.server.deafAfterwards = true;
        ground.refuse(Failure.of(Failure.Kind.CUT, 0, "cut"));
        review(Environment.TEST, "kari");
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals(TEXTS.get("shell.review.outcome.unknown"), words(id("state", "kari")));
        assertTrue(opened.contains("found out"));
    }

    @Test
    void everyChangeIsToldInWordsAndReachesTheServerWhenUploaded() {
        review(Environment.TEST, "kari", "ola");
        assertEquals("Upload 2 changes to Nordtand test", words("reviewUpload"));
        assertTrue(said().contains("young "), "the word that came is set apart: " + said());
        assertTrue(said().containsAll(List.of(ACTIVE, HIDDEN)), "flags say what they mean: " + said());
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("Uploaded", words(id("state", "kari")));
        assertEquals("Uploaded", words(id("state", "ola")));
        assertFalse(ground.onServer("ola").path("active").asBoolean());
        assertEquals(List.of(), ground.drafts.all());
        assertFalse(there("reviewAgain"));
    }

    @Test
    void aLineThatIsLeftOutStaysHereAsADraft() {
        review(Environment.TEST, "kari", "ola");
        clickOn("#" + id("line", "kari"));
        assertEquals("Upload one change to Nordtand test", words("reviewUpload"));
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals(List.of(ROLE + "/ola"), ground.server.writes);
        assertEquals(1, ground.drafts.all().size());
    }

    @Test
    void productionIsAskedForASecondTimeByNameAndEscapeGoesBack() {
        review(Environment.PRODUCTION, "kari", "ola");
        clickOn("#reviewUpload");
        waitFor("reviewSure");
        assertTrue(words("reviewConfirmText").startsWith("Nordtand is in production"), words("reviewConfirmText"));
        type(KeyCode.ESCAPE);
        waitFor("reviewUpload");
        assertEquals(List.of(), ground.server.writes);
        clickOn("#reviewUpload");
        waitFor("reviewSure");
        clickOn("#reviewSure");
        waitFor("reviewDone");
        assertEquals(2, ground.server.writes.size());
    }

    @Test
    void aRefusedLineShowsTheServersWordsLeadsToTheFieldAndCanBeTriedAgain() {
        OutcomeIssue issue =
                new OutcomeIssue("error", "invalid", "Not while she has bookings", List.of("PractitionerRole.active"));
        ground.refuse(new Failure(Failure.Kind.INVALID, 422, "PUT: 422", List.of(issue), null));
        review(Environment.TEST, "ola");
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("Refused", words(id("state", "ola")));
        assertTrue(said().contains("The server says: Not while she has bookings"), said().toString());
        clickOn("#" + id("issue0", "ola"));
        assertEquals(List.of(ROLE + "/ola active"), opened);
        assertEquals("Review the one left", words("reviewAgain"));
        clickOn("#reviewAgain");
        waitFor("reviewUpload");
        clickOn("#reviewUpload");
        waitUntil(() -> !ground.onServer("ola").path("active").asBoolean());
        waitFor("reviewDone");
    }

    @Test
    void aConflictLeadsToItsResolutionAndOverwritesNothing() {
        ground.elsewhere("kari", json -> ReviewGround.describe(json, "Kari retired in spring."));
        review(Environment.TEST, "kari");
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("Conflict", words(id("state", "kari")));
        assertEquals("Kari retired in spring.", ReviewGround.text(ground.onServer("kari")));
        assertEquals(
                DraftState.CONFLICT,
                ground.drafts.get(ROLE, "kari").orElseThrow().state());
        clickOn("#" + id("resolve", "kari"));
        assertEquals(List.of(ROLE + "/kari"), resolving);
    }

    @Test
    void whatWasEditedAfterTheReviewIsShownAgainBeforeItGoes() {
        review(Environment.TEST, "kari", "ola");
        clickOn("#" + id("line", "ola"));
        ground.change(kari, json -> ReviewGround.describe(json, "Kari has worked with grown-ups."));
        clickOn("#reviewUpload");
        waitFor("reviewStale");
        assertEquals(List.of(), ground.server.writes);
        CheckBox leftOut = lookup("#" + id("line", "ola")).query();
        assertFalse(leftOut.isSelected(), "what was left out is still left out");
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("Kari has worked with grown-ups.", ReviewGround.text(ground.onServer("kari")));
    }

    @Test
    void errorsOfMyOwnBlockALineAndSayWhy() {
        ground.findings.put(
                "kari",
                List.of(new Finding(
                        Finding.Severity.ERROR,
                        "PractitionerRole.code",
                        "Choose a role",
                        "r",
                        "t",
                        Finding.Origin.NEW)));
        review(Environment.TEST, "kari", "ola");
        assertEquals("Cannot be sent", words(id("state", "kari")));
        assertTrue(said().contains("Error: Choose a role"), said().toString());
        assertEquals("Upload one change to Nordtand test", words("reviewUpload"));
        clickOn("#" + id("open", "kari"));
        assertEquals(List.of(ROLE + "/kari null"), opened);
    }

    @Test
    void stoppingLetsTheRequestUnderWayEndAndSendsNoMore() {
        review(Environment.TEST, "kari", "ola");
        ground.server.gate = new CountDownLatch(1);
        clickOn("#reviewUpload");
        waitUntil(() -> ground.server.writes.size() == 1);
        clickOn("#reviewStop");
        ground.server.gate.countDown();
        waitFor("reviewDone");
        assertEquals(1, ground.server.writes.size());
        assertEquals(1, ground.drafts.all().size());
        List<String> states = List.of(words(id("state", "kari")), words(id("state", "ola")));
        assertTrue(states.contains("Uploaded") && states.contains("Not sent"), states.toString());
    }
}
