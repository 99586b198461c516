package itb.backoffice.shell.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.Failure;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class ConnectionsViewTest extends ScreenTest {
    private static final Connection TEST = new Connection(
            "one", "Nordtand test", URI.create("https://test.example/fhir"), Environment.TEST, SignIn.API_KEY);
    private final BookInMemory book = new BookInMemory();
    private final List<Connection> used = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private ConnectionsView view;

    @Override
    protected Parent screen() {
        book.all.add(TEST);
        book.secrets.put("one", "s3cret");
        view = new ConnectionsView(TEXTS, background, book, used::add);
        view.onClose(closed::countDown);
        view.refresh("");
        return view.root();
    }

    @Test
    void aNewConnectionIsSavedWithItsSecretInTheKeyStore() {
        clickOn("#connectionAdd");
        fill("connectionName", "Nordtand");
        fill("connectionUrl", "https://live.example/fhir/");
        clickOn("#connectionProduction");
        clickOn("#connectionSignIn").type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        fill("connectionSecret", "abc");
        clickOn("#connectionSave");
        waitUntil(() -> book.all.size() == 2);
        Connection saved = book.all.get(1);
        assertEquals("Nordtand", saved.name());
        assertEquals(URI.create("https://live.example/fhir"), saved.baseUrl());
        assertEquals(Environment.PRODUCTION, saved.environment());
        assertEquals(SignIn.API_KEY, saved.signIn());
        assertEquals("abc", book.secrets.get(saved.id()));
        waitFor("connectionSecretKept");
        assertEquals("", words("connectionSecret"), "a saved secret leaves the form");
    }

    @Test
    void thePackageThatTheServerNamesIsProposedAndSavedWhenTaken() {
        PackageChoice newer = new PackageChoice("wof#1.1.0", new PackageId("wof", "1.1.0"), false);
        book.choices.add(newer);
        book.advice = new PackageAdvice.Take(newer);
        interact(() -> view.refresh(""));
        clickOn("#connectionTestRun");
        waitFor("connectionTakeAdvice");
        assertEquals(TEXTS.get("shell.connections.profiles.take", "wof 1.1.0"), words("connectionAdviceText"));
        clickOn("#connectionTakeAdvice");
        assertFalse(there("connectionAdviceText"));
        clickOn("#connectionSave");
        waitUntil(() -> book.all.getFirst().profilePackage().equals("wof#1.1.0"));
    }

    @Test
    void aPackageThatIsNotHereLeadsToWhereOneGetsIt() {
        CountDownLatch asked = new CountDownLatch(1);
        interact(() -> view.onPackages(asked::countDown));
        book.advice = new PackageAdvice.NotHere("1.1.0");
        clickOn("#connectionTestRun");
        waitFor("connectionGetPackage");
        assertEquals(TEXTS.get("shell.connections.profiles.notHere", "1.1.0"), words("connectionAdviceText"));
        clickOn("#connectionGetPackage");
        waitUntil(() -> asked.getCount() == 0);
    }

    @Test
    void thePackagesAreOneClickAwayWhateverConnectionIsChosen() {
        CountDownLatch asked = new CountDownLatch(1);
        interact(() -> view.onPackages(asked::countDown));
        clickOn("#connectionsPackages");
        waitUntil(() -> asked.getCount() == 0);
    }

    @Test
    void aPackageThatIsGoneIsShownAsGoneAndKept() {
        book.all.set(0, TEST.withProfilePackage("wof#9.0.0"));
        interact(() -> view.refresh(""));
        ComboBox<?> box = lookup("#connectionProfiles").query();
        waitUntil(() -> box.getValue() != null && box.getValue().toString().contains("wof 9.0.0"));
        assertEquals(
                TEXTS.get("shell.connections.profiles.gone", "wof 9.0.0"),
                box.getValue().toString());
        fill("connectionName", "Renamed");
        clickOn("#connectionSave");
        waitUntil(() -> book.all.getFirst().name().equals("Renamed"));
        assertEquals("wof#9.0.0", book.all.getFirst().profilePackage());
    }

    @Test
    void aProblemShowsUnderItsFieldOnceTheFieldWasLeft() {
        clickOn("#connectionAdd");
        fill("connectionUrl", "ftp://x");
        assertFalse(there("connectionUrlProblem"), "not while typing");
        clickOn("#connectionName");
        waitFor("connectionUrlProblem");
        assertEquals(TEXTS.get("shell.connections.problem.urlScheme"), words("connectionUrlProblem"));
        clickOn("#connectionSave");
        waitFor("connectionNameProblem");
        assertEquals(1, book.all.size(), "nothing is saved while something is wrong");
    }

    @Test
    void escapeClosesAndWhatWasTypedIsStillThere() throws Exception {
        fill("connectionName", "Another name");
        type(KeyCode.ESCAPE);
        assertTrue(closed.await(5, TimeUnit.SECONDS));
        assertEquals("Another name", words("connectionName"));
        assertEquals("Nordtand test", book.all.getFirst().name());
        clickOn("#connectionRevert");
        assertEquals("Nordtand test", words("connectionName"));
    }

    @Test
    void escapeWorksAsSoonAsTheScreenIsThere() throws Exception {
        waitUntil(() -> lookup("#connectionList").query().isFocused());
        type(KeyCode.ESCAPE);
        assertTrue(closed.await(5, TimeUnit.SECONDS));
    }

    @Test
    void theTestSaysInWordsWhatTheServerAllows() {
        clickOn("#connectionTestRun");
        waitFor("allowedTable");
        assertEquals("Yes", words("allowed-PractitionerRole-CREATE"));
        assertEquals("No", words("allowed-ActivityDefinition-UPDATE"));
        assertEquals("No", words("allowed-offers"));
        assertEquals("No", words("allowed-Practitioner-READ"), "what the server does not name is not allowed");
    }

    @Test
    void aFailedTestSaysWhatHappenedWhatToDoAndKeepsTheDetailsForSupport() {
        book.server = connection ->
                new Answer.Failed<>(new Failure(Failure.Kind.SIGN_IN, 401, "GET /metadata: 401", List.of(), null));
        clickOn("#connectionTestRun");
        waitFor("connectionFailureSentence");
        assertEquals(TEXTS.get("connection.failure.SIGN_IN"), words("connectionFailureSentence"));
        assertEquals(TEXTS.get("connection.failure.SIGN_IN.next"), words("connectionFailureNext"));
        assertFalse(there("connectionFailureDetailsText"));
        clickOn("#connectionFailureDetailsOpen").clickOn("#connectionFailureDetailsCopy");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                2000, () -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("401"), copied);
    }

    @Test
    void aTestThatIsStoppedShowsNothingEvenWhenTheAnswerComesLater() {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        book.server = connection -> {
            try {
                assertTrue(answer.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answered.countDown();
            return new Answer.Ok<>(BookInMemory.readOnly());
        };
        clickOn("#connectionTestRun");
        waitFor("connectionTestStop");
        clickOn("#connectionTestStop");
        answer.countDown();
        waitUntil(() -> answered.getCount() == 0);
        assertFalse(there("allowedTable"));
    }

    @Test
    void aRemovedConnectionComesBackWithUndoAndOnlyGoesForGoodAfterwards() {
        clickOn("#connectionRemove");
        waitFor("noticeUndo");
        waitUntil(() -> book.all.isEmpty());
        clickOn("#noticeUndo");
        waitUntil(() -> book.all.equals(List.of(TEST)));
        assertEquals("s3cret", book.secrets.get("one"));
        clickOn("#connectionRemove");
        waitFor("noticeClose");
        clickOn("#noticeClose");
        waitUntil(() -> book.forgotten.equals(List.of("one")));
        assertNull(book.secrets.get("one"));
    }

    @Test
    void theConnectionInUseCannotBeRemovedAndSaysWhy() {
        interact(() -> view.refresh("one"));
        waitUntil(() -> lookup("#connectionUse").query().isDisabled());
        clickOn("#connectionRemove");
        waitFor("connectionInUse");
        assertEquals(List.of(TEST), book.all);
    }

    @Test
    void removingAConnectionWithDraftsFirstSaysThatTheyWouldBeLost() {
        book.drafts = 3;
        clickOn("#connectionRemove");
        waitFor("connectionRemoveSure");
        assertEquals("Remove with 3 drafts", words("connectionRemoveSure"));
        assertEquals(1, book.all.size());
        clickOn("#connectionRemoveKeep");
        waitUntil(() -> !there("connectionRemoveSure"));
        assertEquals(1, book.all.size());
    }

    @Test
    void aConnectionIsChosenWithTheKeyboardAlone() {
        clickOn("#connectionAdd").write("Second").push(KeyCode.TAB).write("http://127.0.0.1:8080/fhir");
        push(KeyCode.TAB); // environment
        push(KeyCode.TAB); // sign-in
        push(KeyCode.TAB); // profiles
        push(KeyCode.TAB); // packages
        push(KeyCode.TAB); // save and use
        push(KeyCode.SPACE);
        waitUntil(() -> used.size() == 1);
        assertEquals("Second", used.getFirst().name());
    }
}
