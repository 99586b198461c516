package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.ReviewGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.OutcomeIssue;
import itb.backoffice.draft.DraftState;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.validation.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
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
        public List<Touched> touched(String reference) {
            return List.of(new Touched("2 roles", List.of("Kari Nordmann", "Ola Hansen")));
        }

        @Override
        public void close() {
            opened.add("closed");
        }

        @Override
        public void changed() {}

        @Override
        public void ended(String summary) {}

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
    void allOrAllThatWasFoundAreLeftOutAtOnceAndTakenInAgain() {
        review(Environment.TEST, "kari", "ola");
        CheckBox all = lookup("#reviewAll").query();
        assertEquals("All 2", all.getText());
        assertTrue(all.isSelected());
        clickOn(all);
        assertEquals("Nothing to upload", words("reviewUpload"));
        assertFalse(lookup("#" + id("line", "ola")).<CheckBox>query().isSelected());
        clickOn("#" + id("line", "ola"));
        assertTrue(all.isIndeterminate());
        clickOn(all);
        assertEquals("Upload 2 changes to Nordtand test", words("reviewUpload"));
        clickOn("#reviewSearch").write("role");
        waitUntil(() -> all.getText().equals("All 2"));
        fill("reviewSearch", "young");
        waitUntil(() -> !there(id("card", "ola")));
        assertFalse(all.isVisible(), "one line has its own box");
        clickOn("#" + id("line", "kari"));
        assertEquals("Upload one change to Nordtand test", words("reviewUpload"));
    }

    @Test
    void whatWasLeftOutCanBeTakenInAgain() {
        review(Environment.TEST, "kari", "ola");
        clickOn("#" + id("line", "kari"));
        assertEquals("Upload one change to Nordtand test", words("reviewUpload"));
        clickOn("#" + id("line", "kari"));
        assertEquals("Upload 2 changes to Nordtand test", words("reviewUpload"));
    }

    @Test
    void productionIsAskedOnceMoreByTypingItsNameAndEscapeGoesBack() {
        review(Environment.PRODUCTION, "kari", "ola");
        assertTrue(words("reviewSubtitle").contains("https://itb.example/fhir"), words("reviewSubtitle"));
        clickOn("#reviewUpload");
        waitFor("reviewSure");
        assertTrue(words("reviewConfirmText").startsWith("Nordtand is in production"), words("reviewConfirmText"));
        type(KeyCode.ESCAPE);
        waitFor("reviewUpload");
        clickOn("#reviewUpload");
        waitFor("reviewSure");
        assertTrue(lookup("#reviewSure").query().isDisabled(), "the name is not typed yet");
        write("Nordtan");
        type(KeyCode.ENTER);
        assertTrue(lookup("#reviewSure").query().isDisabled(), "half a name is no name");
        assertEquals(List.of(), ground.server.writes);
        write("d");
        clickOn("#reviewSure");
        waitFor("reviewDone");
        assertEquals(2, ground.server.writes.size());
    }

    @Test
    void theSearchFindsEveryWordOnTheCardsAndTheRestStillGoesAlong() {
        review(Environment.TEST, "kari", "ola");
        clickOn("#reviewSearch").write("YOUNG children");
        waitUntil(() -> !there(id("card", "ola")));
        assertTrue(there(id("card", "kari")));
        assertEquals("1 of 2 found", words("reviewFound"));
        fill("reviewSearch", "nobody at all");
        waitUntil(() -> said().contains("No change has these words"));
        assertEquals("Upload 2 changes to Nordtand test", words("reviewUpload"));
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals(2, ground.server.writes.size());
        assertTrue(there(id("card", "kari")) && there(id("card", "ola")), "how each ended is there to be read");
    }

    @Test
    void whatIsHiddenFromPatientsSaysWhatElseItTouches() {
        review(Environment.TEST, "kari", "ola");
        assertTrue(said().contains("Also touched: 2 roles"), said().toString());
        assertTrue(said().contains("Kari Nordmann · Ola Hansen"));
        assertEquals(
                1,
                said().stream()
                        .filter(words -> words.startsWith("Also touched"))
                        .count());
    }

    @Test
    void aLineThatIsLeftOutSaysWhoWaitsForIt() {
        ground.newClinic("ny", "Nordtand Ny");
        ground.create(ReviewGround.role("siri", "Siri Åsen", "ny", "Siri is new."));
        interact(() -> {
            var view = new ReviewView(TEXTS, background, ground.desk(Environment.TEST), new Host(), resolving::add);
            place.getChildren().setAll(view.root());
            view.show(List.of(ROLE + "/siri", "HealthcareService/ny"));
        });
        waitFor(id("card", "siri"));
        assertTrue(said().contains("Nordtand Ny"), "the new clinic is called by its name: " + said());
        clickOn("#line-HealthcareService-ny");
        assertTrue(said().contains("One change waits for this and stays here too: Siri Åsen"), said().toString());
        assertTrue(said().contains("Waits for Nordtand Ny, which does not go along."));
        assertEquals("Nothing to upload", words("reviewUpload"));
    }

    @Test
    void aFindingStandsUnderItsFieldAndLeadsThere() {
        ground.findings.put(
                "ola",
                List.of(new Finding(
                        Finding.Severity.WARNING,
                        "PractitionerRole.active",
                        "Hidden for a year now",
                        "r",
                        "t",
                        Finding.Origin.NEW)));
        review(Environment.TEST, "kari", "ola");
        assertTrue(said().contains("Warning: Hidden for a year now"));
        clickOn("#" + id("finding", "ola"));
        assertEquals(List.of(ROLE + "/ola active"), opened);
    }

    @Test
    void whatWasMergedByItselfIsMarked() {
        ground.elsewhere("ola", json -> ReviewGround.describe(json, "Ola speaks Polish and German."));
        review(Environment.TEST, "ola");
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals(List.of(), ground.server.writes);
        clickOn("#reviewAgain");
        waitFor(id("merged", "ola"));
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("Ola speaks Polish and German.", ReviewGround.text(ground.onServer("ola")));
        assertFalse(ground.onServer("ola").path("active").asBoolean());
    }

    @Test
    void withoutAPrinterItSaysSoAndOffersTheFile() {
        assumeTrue(javafx.print.Printer.getAllPrinters().isEmpty(), "this computer has a printer");
        review(Environment.TEST, "kari");
        clickOn("#reviewPrint");
        waitFor("reviewNotice");
        assertTrue(words("reviewNotice").startsWith("No printer is set up on this computer."));
        assertTrue(lookup("#reviewSave").query().isFocused());
    }

    @Test
    void aStalePlanIsMadeAnewByItselfAndKeepsWhatWasLeftOut() {
        ReviewView[] view = new ReviewView[1];
        interact(() -> {
            view[0] = new ReviewView(TEXTS, background, ground.desk(Environment.TEST), new Host(), resolving::add);
            place.getChildren().setAll(view[0].root());
            view[0].show(List.of(ROLE + "/kari", ROLE + "/ola"));
        });
        waitFor(id("card", "kari"));
        clickOn("#" + id("line", "kari"));
        ground.change(kari, json -> ReviewGround.describe(json, "Kari has worked with grown-ups."));
        interact(() -> view[0].checkStale());
        waitFor("reviewStale");
        waitUntil(() -> said().stream().anyMatch(words -> words.contains("grown-ups")));
        CheckBox leftOut = lookup("#" + id("line", "kari")).query();
        assertFalse(leftOut.isSelected());
        assertEquals("1 of 2 go along. The rest stays here as drafts.", words("reviewSummary"));
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
    void pressedTwiceItIsSentOnce() {
        review(Environment.TEST, "kari", "ola");
        interact(() -> {
            Button upload = lookup("#reviewUpload").query();
            upload.fire();
            upload.fire();
        });
        waitFor("reviewDone");
        assertEquals("Uploaded", words(id("state", "kari")));
        assertEquals("Uploaded", words(id("state", "ola")));
        assertEquals(2, ground.server.writes.size());
    }

    @Test
    void aPlanThatIsStoppedLeavesThePageAndNoPromise() {
        List<Job> planned = new CopyOnWriteArrayList<>();
        background.watch(planned::add);
        CountDownLatch looking = new CountDownLatch(1);
        interact(() -> {
            var view = new ReviewView(
                    TEXTS, background, new Slow(ground.desk(Environment.TEST), looking), new Host(), resolving::add);
            place.getChildren().setAll(view.root());
            view.show(List.of(ROLE + "/kari"));
        });
        waitUntil(() -> looking.getCount() == 0);
        planned.getFirst().cancel();
        waitUntil(() -> opened.contains("closed"));
    }

    /** Looks through the drafts until it is stopped. */
    private record Slow(ReviewDesk desk, CountDownLatch looking) implements ReviewDesk {
        @Override
        public Connection connection() {
            return desk.connection();
        }

        @Override
        public UploadPlan plan(Collection<String> references, Progress progress) {
            looking.countDown();
            while (true) {
                progress.check();
                Thread.onSpinWait();
            }
        }

        @Override
        public boolean stale(UploadPlan plan) {
            return desk.stale(plan);
        }

        @Override
        public UploadResult upload(UploadPlan plan, Progress progress) {
            return desk.upload(plan, progress);
        }
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

    @Test
    void aServerThatAsksForAPauseIsSaidToDoSoAndStopEndsTheWait() {
        review(Environment.TEST, "kari");
        ground.server.refusals.add(new Failure(Failure.Kind.TOO_MANY, 429, "", List.of(), Duration.ofSeconds(55)));
        clickOn("#reviewUpload");
        waitUntil(() -> said().contains("The server needs a pause of 55 seconds…"));
        clickOn("#reviewStop");
        waitFor("reviewDone");
        assertEquals("Not sent", words(id("state", "kari")));
        assertTrue(ground.drafts.get(ROLE, "kari").isPresent(), "the draft is kept");
    }
}
