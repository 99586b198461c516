package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.shell.chain.Line;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What somebody can rely on in a form of the real window. */
class FormsWayTest extends WindowTest {
    private TableView<Line> table(String page) {
        waitForChain();
        clickOn("#page-" + page);
        waitFor(page + "-search");
        TableView<Line> table = lookup("#" + page).queryTableView();
        waitUntil("the table is filled", () -> !table.getItems().isEmpty());
        return table;
    }

    private Line open(TableView<Line> table, String used) {
        Line line = table.getItems().stream()
                .filter(one ->
                        one.row().active() && !one.row().text(used).text().matches("0?"))
                .findFirst()
                .orElseThrow();
        clickRow(line::equals);
        waitUntil(
                "its form is open",
                () -> there("editor-title")
                        && words("editor-title")
                                .equals(line.row().texts().getFirst().text()));
        return line;
    }

    @Test
    void aClinicSwitchedOffInItsFormSaysFirstWhomThatHides() {
        Line clinic = open(table("clinics"), "roles");
        String roles = clinic.row().text("roles").text() + " roles";
        clickField("active");
        waitUntil("the card says how many roles work there", () -> said().contains(roles));
        assertTrue(said().contains("Deactivate " + clinic.row().text("name").text() + "?"));
        push(KeyCode.ESCAPE);
        waitUntil("nothing was done", () -> !there("question") && !there("review-all"));
        waitUntil("the switch is as it was", () -> said().contains(text("form.HealthcareService.active.yes")));
        assertTrue(focused("active"));
        assertTrue(clinic.row().active());

        push(KeyCode.SPACE);
        waitFor("question-do");
        clickOn("#question-do");
        waitForDraft();
        assertFalse(clinic.row().active());
        waitUntil("the switch says so", () -> said().contains(text("form.HealthcareService.active.no")));
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(
                "one key brings it back, without a question", () -> clinic.row().active());
        assertFalse(there("question"));
    }

    @Test
    void anAreaIsHiddenOnlyAfterItsClinicsWereNamed() {
        Line area = open(table("areas"), "clinics");
        interact(() -> choose(lookup(".form-view #status").queryComboBox(), "inactive"));
        waitFor("question-do");
        assertTrue(said().stream()
                .anyMatch(text -> text.startsWith(area.row().text("clinics").text() + " clinic")));
        clickOn("#question-cancel");
        waitUntil("it stays", () -> !there("question") && area.row().active());
        assertFalse(there("review-all"));
    }

    private static <T> void choose(ComboBox<T> box, String code) {
        box.setValue(box.getItems().stream()
                .filter(item -> item.toString().contains("code=" + code + ","))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whatLosesItsNameSaysSoInTheFormTheTableAndTheReview() {
        Line clinic = open(table("clinics"), "roles");
        clickField("name");
        push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        waitForDraft();
        String nameless = "Clinic without a name";
        waitUntil("the title says so", () -> words("editor-title").equals(nameless));
        assertTrue(clinic.row().text("name").text().equals(nameless));
        clickOn("#page-drafts");
        waitUntil("and the draft", () -> said().contains(nameless));
        review();
        waitUntil("and the review", () -> said().contains(nameless));
    }
}
