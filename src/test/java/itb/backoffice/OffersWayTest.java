package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.OfferServer;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.OffersModel;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What do patients see, and why is this not bookable? */
class OffersWayTest extends WindowTest {
    private OfferServer other;

    @BeforeEach
    void begin() throws IOException {
        other = new OfferServer();
    }

    @AfterEach
    void stopTheOther() {
        other.close();
    }

    private TableView<Line> table() {
        return lookup("#offers").queryTableView();
    }

    private TableView<Line> offers() {
        clickOn("#page-offers");
        waitUntil(
                "the offers are there",
                () -> there("offers-search") && !table().getItems().isEmpty());
        return table();
    }

    private void connectToTheOther() {
        Connection connection = new Connection("other", "Fjordtann", other.base(), Environment.TEST, SignIn.NONE);
        wiring.connections.save(connection, null);
        interact(() -> app.connect(connection));
        waitUntil(
                "the server is open",
                () -> there("roles-search") && words("online").startsWith("○"));
        push(KeyCode.F5);
        waitUntil("it was reached", () -> words("online").startsWith("●"));
    }

    private static boolean online(Line line) {
        return line.row().text("online").text().equals("Online");
    }

    private void choose(String box, String value) {
        ComboBox<String> combo = lookup("#" + box).queryComboBox();
        interact(() -> combo.setValue(value));
    }

    @Test
    void somebodySeesWhyPatientsCannotBookAndGetsToWhatIsInTheWayAndBack() {
        waitForChain();
        ObjectNode clinic =
                server().all("HealthcareService").values().iterator().next();
        elsewhere(clinic, now -> now.put("active", false));
        push(KeyCode.F5);
        TableView<Line> table = offers();
        waitUntil(
                "what is not online is listed", () -> table.getItems().stream().anyMatch(line -> !online(line)));
        assertTrue(words("offers-hint").startsWith("As the server computed it at "), words("offers-hint"));
        assertTrue(words("offers-hint").endsWith("does not mean that there are free times."), words("offers-hint"));

        choose("filter-online", "Not online");
        waitUntil(
                "only what is not online is left",
                () -> table.getItems().stream().noneMatch(OffersWayTest::online));
        Line closed = table.getItems().stream()
                .filter(line -> line.row()
                        .summary()
                        .fact(OffersModel.CLINIC)
                        .endsWith(clinic.path("id").asText()))
                .findFirst()
                .orElseThrow();
        clickRow(closed::equals);
        waitFor("offer-sentence");
        String reason = closed.row().text("reason").text();
        assertEquals("Patients cannot book this online. The server says: “" + reason + "”", words("offer-sentence"));

        clickOn("#offer-clinic");
        waitUntil(
                "the clinic is open",
                () -> there("editor-title")
                        && words("editor-title").equals(clinic.path("name").asText()));
        push(KeyCode.ALT, KeyCode.LEFT);
        waitUntil("the offer is open again", () -> there("offer-sentence") && there("offers-search"));
    }

    @Test
    void theFormsOfARoleAClinicAndATreatmentLeadToTheirOffers() {
        waitForChain();
        Set<String> some = offers().getItems().stream()
                .map(line -> line.row().summary().fact(OffersModel.ROLE))
                .collect(Collectors.toSet());
        clickOn("#page-roles");
        clickRow(line -> some.contains(line.reference()));
        waitFor("relation-OFFERS");
        String number = words("relation-OFFERS");
        clickOn("#relation-OFFERS");
        waitUntil("the page of offers is open", () -> there("offers-count"));
        waitUntil("only these are left", () -> words("offers-count").contains(" of "));
        assertTrue(number.startsWith(words("offers-count").split(" ", 2)[0] + " offer"), number);
        Set<String> roles = table().getItems().stream()
                .map(line -> line.row().summary().fact(OffersModel.ROLE))
                .collect(Collectors.toSet());
        assertEquals(1, roles.size());
    }

    @Test
    void whatWasUploadedIsInTheOffersThatAreLookedAtNext() {
        waitForChain();
        String reference = offers().getItems().getFirst().row().summary().fact(OffersModel.ROLE);
        clickOn("#page-roles");
        clickRow(line -> line.reference().equals(reference));
        clickOn("#roles-activate");
        waitUntil("there is a draft", () -> there("review-all"));
        review();
        upload();
        leaveReview();
        offers();
        waitUntil(
                "who no longer works there offers nothing",
                () -> table().getItems().stream()
                        .noneMatch(line ->
                                line.row().summary().fact(OffersModel.ROLE).equals(reference)));
    }

    @Test
    void aDraftIsNoPartOfWhatTheServerComputed() {
        waitForChain();
        clickOn("#page-treatments");
        waitFor("treatments-search");
        clickOn("#treatments-search").push(KeyCode.CONTROL, KeyCode.N);
        waitUntil("there is a draft", () -> there("review-all"));
        offers();
        waitUntil(
                "the page says so",
                () -> words("offers-hint").endsWith("1 draft is not uploaded yet, and no part of it."));
    }

    @Test
    void whatWasFetchedIsThereOfflineAndSaysFromWhen() {
        waitForChain();
        connectToTheOther();
        assertEquals(3, offers().getItems().size());
        other.close();
        close();
        interact(this::open);
        waitUntil("the window is there", () -> there("page-offers"));
        assertEquals(3, offers().getItems().size());
        waitUntil(
                "it says that there is nothing newer",
                () -> words("offers-hint").contains("It could not be fetched anew"));
        assertTrue(words("offers-hint").startsWith("As the server computed it at "), words("offers-hint"));
        clickRow(line -> !online(line));
        waitFor("offer-sentence");
        assertEquals("Patients cannot book this online. The server says: “Ring oss”", words("offer-sentence"));
        waitUntil("the rest that the server says is there", () -> said().contains("visit-type"));
    }

    @Test
    void aServerThatDoesNotTellIsCalmlySaidToBeSo() {
        waitForChain();
        other.declares = "nothing";
        connectToTheOther();
        clickOn("#page-offers");
        waitUntil("it says so", () -> said().contains("This server does not tell what it offers"));
        assertTrue(other.asked.stream().noneMatch(path -> path.contains("$get-offers-context")));
    }

    @Test
    void aFailingServerFailsNothingElseAndIsAskedAgain() {
        waitForChain();
        other.failsWith = 500;
        connectToTheOther();
        clickOn("#page-offers");
        waitUntil("it says so", () -> said().contains("The offers could not be fetched"));
        push(KeyCode.F5);
        waitUntil("the refresh is as good as ever", () -> words("online").startsWith("●"));
        waitFor("offers-fetch");
        other.failsWith = 0;
        clickOn("#offers-fetch");
        waitUntil("they are there", () -> table().getItems().size() == 3);
    }

    @Test
    void twentyThousandOffersAreSearchedWhileOneTypes() {
        waitForChain();
        other.offers = 20_000;
        connectToTheOther();
        offers();
        waitUntil("all are there", () -> table().getItems().size() == 20_000);
        clickOn("#offers-search").write("åse 499");
        waitUntil("few are left", () -> table().getItems().size() == 40);
        assertTrue(table().getItems().stream()
                .allMatch(line -> line.row().text("person").text().equals("Åse 499")));
        choose("filter-online", "Not online");
        waitUntil("fewer are left", () -> table().getItems().stream().noneMatch(OffersWayTest::online));
    }
}
