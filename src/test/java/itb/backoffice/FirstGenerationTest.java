package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.Line;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days with a server of the first ITB generation: everything there is shown and edited, and what no field knows survives. */
class FirstGenerationTest extends WindowTest {
    private DemoServer old;
    private DemoHttp http;

    @Override
    public void start(Stage first) {
        try {
            old = DemoServer.start(folder.resolve("old"), 0, 0, new ErrorReporter());
        } catch (DemoServer.PortTaken e) {
            throw new IllegalStateException(e);
        }
        http = new DemoHttp(old.baseUrl().toString());
        FirstGeneration.chain().forEach(http::create);
        super.start(first);
        Connection connection = new Connection("old", "Fjordtann", old.baseUrl(), Environment.TEST, SignIn.NONE);
        wiring.connections.save(connection, null);
        app.connect(connection);
    }

    @AfterEach
    void stopTheServer() {
        old.close();
    }

    private void fetch() {
        waitUntil(
                "the server is open",
                () -> there("roles-search") && words("online").startsWith("○"));
        push(KeyCode.F5);
        waitForChain();
    }

    private void page(String page) {
        clickOn("#page-" + page);
        waitFor(page + "-search");
    }

    private void open(String page, String reference, String title) {
        page(page);
        clickRow(line -> line.reference().equals(reference));
        waitUntil(
                "the form shows " + title,
                () -> there("editor-title") && words("editor-title").equals(title));
    }

    private <T extends Node> T inCard(String name, Class<T> type) {
        Node card = lookup((Predicate<Node>) node ->
                        node.getClass().getSimpleName().equals("OtherCard")
                                && node.lookupAll(".field-label").stream()
                                        .anyMatch(label -> ((Labeled) label)
                                                .getText()
                                                .replace("● ", "")
                                                .equals(name)))
                .query();
        return from(card).lookup((Predicate<Node>) type::isInstance).query();
    }

    @Test
    void everyKindOfThingIsInItsTableByName() {
        fetch();
        assertTrue(said().contains("Kari Nordmann"), () -> "the person of the role by name: " + said());
        assertTrue(said().contains("Fjordtann Moss"), () -> "and her clinic: " + said());
        for (var each : Map.of(
                        "clinics", "Fjordtann Moss",
                        "treatments", "Undersøkelse",
                        "people", "Lars Dahl",
                        "billing", "Fjordtann Moss AS",
                        "areas", "Østfold",
                        "chain", "Fjordtann")
                .entrySet()) {
            page(each.getKey());
            waitUntil(each.getValue() + " is in its table", () -> said().contains(each.getValue()));
        }
    }

    @Test
    void somebodyWithAResourceIsRenamedInItsFormAndTheirRolesFollow() {
        fetch();
        open("people", "Practitioner/p1", "Kari Nordmann");
        clickOn("#people-rename");
        waitUntil("the keyboard is in the name", () -> {
            Node at = stage.getScene().getFocusOwner();
            return at instanceof TextInputControl && at.getScene() != null && !focused("people-search");
        });
        assertFalse(there("question"));
        interact(() -> ((TextInputControl) stage.getScene().getFocusOwner()).setText("Nilsen"));
        waitForDraft();
        clickOn("#page-roles");
        waitUntil("the role shows it", () -> said().stream().anyMatch(text -> text.contains("Nilsen")));
        waitUntil("nothing else is a draft", () -> words("review-all").equals("Review 1 draft"));
    }

    @Test
    void aRoleIsGivenToSomebodyElseByNameAndStaysALiteralReference() {
        fetch();
        open("roles", FirstGeneration.ROLE, "Kari Nordmann");
        interact(() -> {
            ComboBox<?> box = (ComboBox<?>) lookup(".form-view #practitioner").query();
            box.getOnShowing().handle(null);
            pick(box, "Lars Dahl");
        });
        waitForDraft();
        review();
        assertTrue(said().stream().anyMatch(text -> text.contains("Lars Dahl")), () -> said().toString());
        upload();
        ObjectNode before = FirstGeneration.chain().getLast();
        ObjectNode after = http.get(FirstGeneration.ROLE);
        assertEquals("Practitioner/p2", after.at("/practitioner/reference").asText());
        assertFalse(after.path("practitioner").has("identifier"));
        assertEquals(without(before, "practitioner"), without(after, "practitioner"));
    }

    private static <T> void pick(ComboBox<T> box, String name) {
        box.setValue(box.getItems().stream()
                .filter(item -> item.toString().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whatOnlyThatGenerationHasIsEditedUnderOtherDataAndThePriceListSurvives() {
        fetch();
        open("clinics", FirstGeneration.CLINIC, "Fjordtann Moss");
        append("name", " sentrum");
        waitForDraft();
        interact(() -> lookup("#tab-other").<ToggleButton>query().fire());
        waitUntil("the planning horizon has its name", () -> said().contains("Planning horizon"));
        assertTrue(said().contains("List inside"), () -> said().toString());
        interact(() -> inCard("Planning horizon", TextInputControl.class).setText("120"));
        interact(() -> inCard("Not bookable", CheckBox.class).setSelected(true));
        waitForDraft();
        review();
        upload();
        ObjectNode before = (ObjectNode) FirstGeneration.chain().stream()
                .filter(one -> DemoHttp.reference(one).equals(FirstGeneration.CLINIC))
                .findFirst()
                .orElseThrow();
        ObjectNode after = http.get(FirstGeneration.CLINIC);
        String expected = Json.write(without(before, "-"))
                .replace("\"name\":\"Fjordtann Moss\"", "\"name\":\"Fjordtann Moss sentrum\"")
                .replace("planningHorizon\",\"valueInteger\":90", "planningHorizon\",\"valueInteger\":120")
                .replace("notBookable\",\"valueBoolean\":false", "notBookable\",\"valueBoolean\":true");
        assertEquals(expected, Json.write(without(after, "-")), "digits, prices and order as they came");
    }

    @Test
    void aTreatmentKeepsItsCodeSystemAndGetsTodaysDate() {
        fetch();
        open("treatments", FirstGeneration.TREATMENT, "Undersøkelse");
        append("title", " voksen");
        waitForDraft();
        review();
        upload();
        ObjectNode after = http.get(FirstGeneration.TREATMENT);
        assertEquals("Undersøkelse voksen", after.path("title").asText());
        assertEquals(
                FirstGeneration.ROOT + "CodeSystem/csServiceType",
                after.at("/code/coding/0/system").asText());
        assertEquals("Undersøkelse", after.at("/code/coding/0/display").asText());
        assertEquals(LocalDate.now().toString(), after.path("date").asText());
    }

    @Test
    void aPersonIsAResourceWithAFormOfItsOwn() {
        fetch();
        page("people");
        clickRow(line -> line.reference().equals("Practitioner/p2"));
        waitUntil("her form is there", () -> there("name-text") || there("name"));
        push(KeyCode.ESCAPE);
        assertTrue(said().stream().anyMatch(text -> text.equals("Lars Dahl")));
    }

    @Test
    void aNewClinicIsOneOfThatGeneration() {
        fetch();
        page("clinics");
        clickOn("#clinics-search").push(KeyCode.CONTROL, KeyCode.N);
        waitUntil(
                "the new clinic is open",
                () -> there("editor-title") && words("editor-title").equals("New clinic"));
        TableView<Line> table = lookup("#clinics").queryTableView();
        JsonNode made = table.getItems().stream()
                .map(line -> line.row().draft())
                .filter(draft -> draft != null)
                .map(draft -> Json.object(draft.json()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                FirstGeneration.STRUCTURE + "HealthcareService",
                made.at("/meta/profile/0").asText());
        assertEquals(
                FirstGeneration.STRUCTURE + "ext-clinic-info",
                made.at("/extension/0/url").asText());
        assertFalse(made.at("/contained/0").has("meta"), "the addresses there say no profile");
    }

    /** What somebody wrote, without what the server adds. */
    private static JsonNode without(ObjectNode resource, String member) {
        ObjectNode copy = resource.deepCopy();
        copy.remove(member);
        ((ObjectNode) copy.path("meta")).retain("profile");
        return copy;
    }
}
