package itb.backoffice.shell.review;

import static itb.backoffice.shell.review.OutcomeGround.ROLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftState;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.review.SpoiledServer.Told;
import itb.backoffice.upload.Upload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which an upload can end, as the user sees it, against a real server: the sentence, and the way on. */
class OutcomesTest extends ScreenTest {
    @TempDir
    Path folder;

    private final StackPane place = new StackPane();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private OutcomeGround ground;
    private ReviewView view;
    private StoredResource role;

    @Override
    protected Parent screen() {
        try {
            ground = new OutcomeGround(folder, TEXTS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        view = new ReviewView(
                TEXTS, background, ground.desk, new Host(), reference -> asked.add("resolve " + reference));
        place.getChildren().setAll(view.root());
        role = ground.known(ROLE, 0);
        return place;
    }

    @AfterEach
    void close() {
        background.close();
        ground.close();
    }

    private final class Host implements ReviewHost {
        @Override
        public void open(String reference, @Nullable String path) {
            asked.add("open " + reference + (path == null ? "" : " " + path));
        }

        @Override
        public List<Touched> touched(String reference) {
            return List.of();
        }

        @Override
        public void close() {
            asked.add("close");
        }

        @Override
        public void findOut() {
            background.run(ground::settle, (List<Upload.Settled> settled) -> {
                asked.add("found out");
                view.settled(settled);
            });
        }

        @Override
        public void ended(String summary) {
            asked.add("ended " + summary);
        }

        @Override
        public void changed() {}
    }

    private void review() {
        interact(() -> view.show(ground.all()));
        waitFor("reviewUpload");
        waitUntil(() -> !lookup("#reviewUpload").query().isDisabled());
    }

    private void upload() {
        review();
        clickOn("#reviewUpload");
        waitFor("reviewDone");
    }

    private static String id(String what, StoredResource thing) {
        return what + "-" + thing.type() + "-" + thing.id();
    }

    private String sentence(StoredResource thing) {
        return words(id("outcome", thing));
    }

    private static String person(StoredResource role) {
        return itb.backoffice.platform.Json.object(role.json())
                .path("practitioner")
                .path("display")
                .asText();
    }

    private static void bill(ObjectNode role, String name) {
        role.withObjectProperty("organization").put("display", name);
    }

    private void press(String id) {
        waitFor(id);
        clickOn("#" + id);
    }

    /** The server lets the later write win, and says so. */
    private static void letsTheLaterWin(ObjectNode metadata) {
        SpoiledServer.eachType(metadata, type -> type.put("versioning", "versioned"));
    }

    @Test
    void aRefusalIsToldInTheServersWordsWhichLeadToTheirField() {
        ground.change(role, json -> json.put("active", false));
        ground.server.spoil(
                role.reference(),
                call -> call.writes()
                        ? SpoiledServer.refusal(422, "She still has appointments", ROLE + ".active")
                        : null);
        upload();
        assertEquals("Refused", words(id("state", role)));
        assertEquals("The server refused " + person(role) + ".", sentence(role));
        assertTrue(said().contains("The server says: She still has appointments"), said().toString());
        assertTrue(said().contains(TEXTS.get("upload.outcome.rejected.next")));
        assertEquals("One needs you", words("group-NEEDS_YOU"));
        press(id("issue0", role));
        press(id("open", role));
        assertEquals(List.of("open " + role.reference() + " active", "open " + role.reference()), asked);
        clickOn("#" + id("details", role) + "Open");
        assertTrue(words(id("details", role) + "Text").contains("422"));
    }

    @Test
    void aRefusalWithoutAWordIsNotGivenEmptyOnes() {
        ground.change(role, json -> json.put("active", false));
        ground.server.spoil(role.reference(), call -> call.writes() ? SpoiledServer.refusal(422, "", "nowhere") : null);
        upload();
        assertEquals("Refused", words(id("state", role)));
        assertFalse(said().stream().anyMatch(text -> text.startsWith("The server says")), said().toString());
        assertTrue(said().contains(TEXTS.get("upload.outcome.rejected.silent")), said().toString());
    }

    @Test
    void aConflictOverwritesNothingAndLeadsToTheChoice() throws Exception {
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.elsewhere(role.reference(), json -> bill(json, "Theirs AS"));
        upload();
        assertEquals("Somebody else changed " + person(role) + " meanwhile, in the same place as you.", sentence(role));
        press(id("resolve", role));
        assertEquals(List.of("resolve " + role.reference()), asked);
    }

    @Test
    void whatWasDeletedThereMeanwhileIsAChoiceToo() throws Exception {
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.deleteElsewhere(role.reference());
        upload();
        assertEquals("Somebody else deleted " + person(role) + " meanwhile.", sentence(role));
        press(id("resolve", role));
        assertEquals(List.of("resolve " + role.reference()), asked);
    }

    @Test
    void whatWasMergedIsReviewedAgainAndThenGoesUp() throws Exception {
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.elsewhere(role.reference(), json -> json.put("active", false));
        upload();
        assertEquals("To be reviewed", words(id("state", role)));
        assertTrue(sentence(role).startsWith("Somebody else changed other fields of"), sentence(role));
        press(id("reviewAgain", role));
        waitFor(id("merged", role));
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("Uploaded", words(id("state", role)));
        assertFalse(ground.server.get(role.reference()).path("active").asBoolean(true));
    }

    @Test
    void anAnswerThatWasLostIsLookedUpAndThenTheCardSaysWhatBecameOfIt() {
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.loseTheAnswer(role.reference());
        upload();
        assertEquals("Not known yet", words(id("state", role)));
        assertEquals("Nobody knows yet whether the change to " + person(role) + " got there.", sentence(role));
        assertEquals(DraftState.SENDING, ground.drafts.all().getFirst().state());
        waitUntil(() -> asked.contains("found out"));
        assertEquals("Not known yet", words(id("state", role)), "the server could not be asked");
        ground.server.mend();
        press(id("findOut", role));
        waitUntil(() -> words(id("state", role)).equals("Uploaded"));
        assertEquals("One change is on the server.", words("reviewDone"));
        assertFalse(there("reviewAgain"));
        assertEquals(List.of(), ground.all());
    }

    @Test
    void aCodeThatIsTakenNamesTheOtherAndOpensIt() {
        ground.server.declare(metadata -> SpoiledServer.eachType(metadata, type -> type.put("updateCreate", false)));
        StoredResource there = ground.known("ActivityDefinition", 0);
        StoredResource mine = ground.known("ActivityDefinition", 1);
        ObjectNode code =
                (ObjectNode) itb.backoffice.platform.Json.object(there.json()).path("code");
        ground.create(mine, "new-one", json -> json.set("code", code));
        upload();
        assertEquals("Already there", words("state-ActivityDefinition-new-one"));
        assertTrue(
                words("outcome-ActivityDefinition-new-one").startsWith("Something on the server already has the code"));
        press("openThere-ActivityDefinition-new-one");
        press("open-ActivityDefinition-new-one");
        assertEquals(List.of("open " + there.reference(), "open ActivityDefinition/new-one"), asked);
    }

    @Test
    void aLostRaceIsSaidAndTheirChangeComesBackToBeReviewed() {
        ground.server.declare(OutcomesTest::letsTheLaterWin);
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.spoil(role.reference(), call -> {
            if (call.headers.remove("If-Match") != null) {
                ground.server.elsewhere(role.reference(), json -> json.put("active", false));
            }
            return null;
        });
        upload();
        assertEquals("To be reviewed", words(id("state", role)));
        assertTrue(sentence(role).contains("the server let your version replace theirs"), sentence(role));
        ground.server.mend();
        press(id("reviewAgain", role));
        waitUntil(() -> said().contains("Not active: hidden from patients"));
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        ObjectNode now = ground.server.get(role.reference());
        assertFalse(now.path("active").asBoolean(true));
        assertEquals("Mine AS", now.path("organization").path("display").asText());
    }

    @Test
    void aRaceWhoseOtherSideNobodyCanTellOpensWhatIsThereNow() {
        ground.server.declare(metadata -> SpoiledServer.eachType(metadata, type -> {
            type.put("versioning", "versioned").put("readHistory", false);
            ((ArrayNode) type.path("interaction"))
                    .removeIf(one -> one.path("code").asText().matches("history.*|vread"));
        }));
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.spoil(role.reference(), call -> {
            if (call.headers.remove("If-Match") != null) {
                ground.server.elsewhere(role.reference(), json -> json.put("active", false));
            }
            return null;
        });
        upload();
        assertTrue(sentence(role).contains("the server does not say what it was"), sentence(role));
        press(id("openThere", role));
        assertEquals(List.of("open " + role.reference()), asked);
    }

    @Test
    void whatOurChangeBroughtBackCanBeDeletedAgain() {
        ground.server.declare(OutcomesTest::letsTheLaterWin);
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.spoil(role.reference(), call -> {
            if (call.headers.remove("If-Match") != null) {
                ground.server.deleteElsewhere(role.reference());
            }
            return null;
        });
        upload();
        assertTrue(sentence(role).contains("your change brought it back"), sentence(role));
        press(id("reviewAgain", role));
        waitUntil(() -> said().stream().anyMatch(words -> words.startsWith("Delete role")));
    }

    @Test
    void whatTheServerMadeOfItStandsBesideWhatWasSent() {
        ground.change(role, json -> bill(json, "Nordtand Fjord AS"));
        ground.server.spoil(role.reference(), call -> {
            call.body = call.body.replace("Nordtand Fjord AS", "NORDTAND FJORD AS");
            return null;
        });
        upload();
        assertEquals("Uploaded, differs", words(id("state", role)));
        assertEquals(person(role) + " is on the server, but the server changed something in it.", sentence(role));
        assertTrue(
                said().containsAll(List.of("Sent", "Nordtand Fjord AS", "NORDTAND FJORD AS", "Billing organisation")),
                said().toString());
        press(id("openThere", role));
        assertEquals(List.of("open " + role.reference()), asked);
        assertFalse(there("reviewAgain"), "it is there, and nothing is left");
    }

    @Test
    void whatCouldNotBeReachedIsSaidOnceAndTriedAgain() {
        StoredResource other = ground.known(ROLE, 1);
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.change(other, json -> bill(json, "Mine AS"));
        ground.server.spoil("", call -> new Told(503, ""));
        ground.server.spoil("metadata", call -> new Told(503, ""));
        upload();
        assertEquals("Not sent", words(id("state", role)));
        assertEquals("2 were not sent and are still here as drafts", words("group-NOT_SENT"));
        assertEquals(TEXTS.get("connection.failure.UNAVAILABLE"), words("stoppedWhy"));
        assertFalse(there(id("outcome", role)), "what is the same for all is not said again on each card");
        ground.server.mend();
        press("stoppedAgain");
        waitFor("reviewUpload");
        waitUntil(() -> !lookup("#reviewUpload").query().isDisabled());
        clickOn("#reviewUpload");
        waitFor("reviewDone");
        assertEquals("2 changes are on the server.", words("reviewDone"));
    }

    @Test
    void whoDependsOnARefusalSaysThatItWaits() {
        StoredResource clinic = ground.known("HealthcareService", 0);
        ground.create(clinic, "new-clinic", json -> {
            json.put("name", "Nordtand Ny");
            json.path("extension").path(0).path("extension").forEach(part -> {
                if (part.path("url").asText().equals("urlPlaceholder")) {
                    ((ObjectNode) part).put("valueString", "nordtand-ny");
                }
            });
        });
        ground.create(
                role,
                "new-role",
                json -> ((ObjectNode) json.path("healthcareService").path(0))
                        .put("reference", "HealthcareService/new-clinic"));
        ground.server.declare(metadata -> ((ObjectNode) metadata.path("rest").path(0)).remove("interaction"));
        ground.server.spoil(
                "HealthcareService/new-clinic",
                call -> call.writes() ? SpoiledServer.refusal(422, "No more clinics") : null);
        upload();
        assertEquals("Refused", words("state-HealthcareService-new-clinic"));
        assertTrue(
                words("outcome-PractitionerRole-new-role").endsWith("because something it needs did not get there."));
    }

    @Test
    void theOutcomeIsSearchedAndStaysTheOutcome() {
        StoredResource other = ground.known(ROLE, 1);
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.change(other, json -> bill(json, "Mine AS"));
        ground.server.spoil(
                role.reference(), call -> call.writes() ? SpoiledServer.refusal(422, "Not this one") : null);
        ground.server.declare(metadata -> ((ObjectNode) metadata.path("rest").path(0)).remove("interaction"));
        upload();
        assertTrue(top(id("card", role)) < top(id("card", other)), "what needs somebody comes first");
        clickOn("#reviewSearch").write("Mine");
        waitUntil(() -> words("reviewFound").equals("2 of 2 found"));
        assertEquals("Refused", words(id("state", role)));
        assertEquals("Uploaded", words(id("state", other)));
        assertTrue(lookup("#" + id("line", role)).queryAll().isEmpty(), "nothing can be left out any more");
    }

    private double top(String id) {
        Node card = lookup("#" + id).query();
        return card.localToScene(card.getBoundsInLocal()).getMinY();
    }

    @Test
    void whoLeavesWhileItRunsFindsTheUploadAgainAndThenHowItEnded() {
        CountDownLatch gate = new CountDownLatch(1);
        ground.change(role, json -> bill(json, "Mine AS"));
        ground.server.spoil(role.reference(), call -> {
            if (call.writes()) {
                gate.await();
            }
            return null;
        });
        review();
        clickOn("#reviewUpload");
        waitFor("reviewStop");
        interact(() -> {
            place.getChildren().clear();
            place.getChildren().setAll(view.root());
            view.show(ground.all());
        });
        assertTrue(there("reviewStop"), "the upload that runs is shown, not a second plan of the same");
        interact(() -> place.getChildren().clear());
        gate.countDown();
        waitUntil(() -> asked.contains("ended One change is on the server."));
        interact(() -> {
            place.getChildren().setAll(view.root());
            view.show(ground.all());
        });
        assertEquals("Uploaded", words(id("state", role)));
        interact(() -> view.show(ground.all()));
        waitUntil(() -> said().contains(TEXTS.get("shell.review.empty")));
    }

    @Test
    void theSavedPageTellsHowItEnded() throws Exception {
        ground.change(role, json -> bill(json, "Mine AS"));
        StringBuilder html = new StringBuilder();
        var plan = ground.desk.plan(ground.all(), itb.backoffice.platform.Progress.none());
        var result = ground.desk.upload(plan, itb.backoffice.platform.Progress.none());
        PlanPage.write(
                new PlanSheet(ground.desk.connection(), plan, Map.of(), new Ended(plan, result)),
                java.time.ZonedDateTime.now(),
                TEXTS,
                html,
                itb.backoffice.platform.Progress.none());
        assertTrue(html.toString().contains("One change is on the server."));
        assertTrue(html.toString().contains(person(role) + " is on the server."));
        assertFalse(html.toString().contains("Nothing in this list is on the server yet"));
    }
}
