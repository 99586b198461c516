package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.draft.Draft;
import itb.backoffice.shell.chain.Line;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** What every page of the chain can do. */
class PagesWayTest extends WindowTest {
    private TableView<Line> table(String page) {
        clickOn("#page-" + page);
        waitFor(page + "-search");
        TableView<Line> table = lookup("#" + page).queryTableView();
        waitUntil("the table is filled", () -> !table.getItems().isEmpty());
        return table;
    }

    @Test
    void everyKindOfThingCanBeMadeAndIsADraftAtOnce() {
        waitForChain();
        Map<String, String> pages = Map.of("clinics", "New clinic", "treatments", "New treatment", "areas", "New area");
        int drafts = 0;
        for (var page : pages.entrySet()) {
            TableView<Line> table = table(page.getKey());
            int before = table.getItems().size();
            clickOn("#" + page.getKey() + "-search").push(KeyCode.CONTROL, KeyCode.N);
            waitUntil(
                    page.getValue() + " is open",
                    () -> there("editor-title") && words("editor-title").equals(page.getValue()));
            waitUntil("the table has one more", () -> table.getItems().size() == before + 1);
            int now = ++drafts;
            waitUntil("it is a draft", () -> words("review-all").contains(Integer.toString(now)));
        }
    }

    @Test
    void aTreatmentIsMovedByKeysAndOnlyItsNeighbourGivesWay() {
        waitForChain();
        TableView<Line> table = table("treatments");
        List<String> before = table.getItems().stream().map(Line::reference).toList();
        clickRow(table.getItems().get(3)::equals);
        push(KeyCode.ALT, KeyCode.UP);
        waitUntil(
                "it is one place higher",
                () -> table.getItems().get(2).reference().equals(before.get(3)));
        assertEquals(before.get(2), table.getItems().get(3).reference());
        assertEquals(
                2,
                table.getItems().stream()
                        .filter(line -> line.row().draft() != null)
                        .count());
        clickOn("#noticeUndo");
        waitUntil(
                "all is as it was",
                () -> table.getItems().stream().map(Line::reference).toList().equals(before));
        waitUntil("no draft is left", () -> !there("review-all"));
    }

    @Test
    void aNewThingIsFilledInTakenBackDoneAgainDiscardedAndBroughtBack() {
        waitForChain();
        for (var page : Map.of("clinics", "name", "treatments", "title", "areas", "name")
                .entrySet()) {
            TableView<Line> table = table(page.getKey());
            int before = table.getItems().size();
            clickOn("#" + page.getKey() + "-search").push(KeyCode.CONTROL, KeyCode.N);
            String field = page.getValue();
            waitUntil("the keyboard is in the first field", () -> focused(field) && there("draft-discard"));
            String nameless = words("editor-title");
            write("Moss");
            waitUntil("it has its name", () -> words("editor-title").equals("Moss"));
            waitForDraft();
            while (!words("editor-title").equals(nameless)) {
                push(KeyCode.CONTROL, KeyCode.Z);
            }
            waitUntil(
                    "there is something to do again",
                    () -> !lookup("#redo").query().isDisabled());
            while (!lookup("#redo").query().isDisabled()) {
                push(KeyCode.CONTROL, KeyCode.Y);
            }
            waitUntil("it has its name again", () -> words("editor-title").equals("Moss"));
            clickOn("#draft-discard");
            waitUntil("it is gone", () -> table.getItems().size() == before);
            clickOn("#noticeUndo");
            waitUntil(
                    "it is back",
                    () -> table.getItems().stream()
                            .anyMatch(line -> line.row().text("name").text().equals("Moss")));
        }
    }

    @Test
    void aNameInTheWebAddressThatAnotherClinicOrItsDraftHasIsPointedOutWhileItIsTyped() {
        waitForChain();
        TableView<Line> table = table("clinics");
        Line first = table.getItems().get(0);
        Line second = table.getItems().get(1);
        openClinic(first);
        webName(second.row().text("slug").text().toUpperCase(java.util.Locale.ROOT));
        String byTheOther = second.row().text("name").text()
                + " uses the same short name for its web address. Patients can reach only one of the two.";
        waitUntil("it says who has it", () -> said().contains(byTheOther));
        webName("quite-new");
        waitUntil("it is free", () -> !said().contains(byTheOther));
        waitForDraft();
        openClinic(second);
        webName("quite-new");
        String byTheDraft = first.row().text("name").text()
                + " uses the same short name for its web address. Patients can reach only one of the two.";
        waitUntil("a draft counts too", () -> said().contains(byTheDraft));
        webName("quite new");
        waitUntil("blanks are no part of an address", () -> said().contains(text("form.slug.letters")));
    }

    @Test
    void aFormNeverAsksForMoreWidthThanItsPlaceHas() {
        waitForChain();
        Line clinic = table("clinics").getItems().getFirst();
        openClinic(clinic);
        webName("a-name-of-its-own");
        waitForDraft();
        waitUntil("what belongs to it is there", () -> there("relations-line"));
        javafx.scene.layout.Region form = lookup(".editor-pane").query();
        assertTrue(form.minWidth(-1) <= 320, () -> "it wants " + form.minWidth(-1));
    }

    @Test
    void deleteOnATabOfAFormDeletesNothingInTheTable() {
        waitForChain();
        TableView<Line> treatments = table("treatments");
        Line first = treatments.getItems().getFirst();
        clickRow(first::equals);
        waitFor("description");
        clickOn("#tab-overview").push(KeyCode.DELETE);
        append("description", " More.");
        waitForDraft();
        assertEquals(Draft.Kind.UPDATE, first.row().draft().kind());
        assertTrue(treatments.getItems().stream()
                .filter(line -> line != first)
                .allMatch(line -> line.row().draft() == null));
    }

    private void openClinic(Line clinic) {
        clickRow(clinic::equals);
        waitUntil(
                "its form is there",
                () -> there("urlPlaceholder")
                        && words("editor-title")
                                .equals(clinic.row().text("name").text()));
    }

    private void webName(String typed) {
        clickField("urlPlaceholder");
        push(KeyCode.CONTROL, KeyCode.A).write(typed);
    }

    @Test
    void theChainIsOneThingAndOpensAtOnce() {
        waitForChain();
        table("chain");
        waitUntil(
                "its form is there",
                () -> there("editor-title") && words("editor-title").equals("Nordtand"));
        assertFalse(there("review-all"), "looking makes no draft");
    }

    @Test
    void whatHangsOnAClinicIsSaidBeforeItIsHiddenOrDeleted() {
        waitForChain();
        TableView<Line> table = table("clinics");
        Line clinic = table.getItems().stream()
                .filter(line ->
                        line.row().active() && !line.row().text("roles").text().equals("0"))
                .findFirst()
                .orElseThrow();
        String roles = clinic.row().text("roles").text() + " roles";
        clickRow(clinic::equals);
        clickOn("#clinics-activate");
        waitUntil("the card says how many roles work there", () -> said().contains(roles));
        assertTrue(said().contains("Deactivate " + clinic.row().text("name").text() + "?"));
        clickOn("#question-cancel");
        waitUntil("nothing was done", () -> !there("question"));
        assertFalse(there("review-all"));

        clickOn("#clinics-activate");
        waitFor("question-do");
        clickOn("#question-do");
        waitUntil("it is a draft", () -> !clinic.row().active());
        clickOn("#noticeUndo");
        waitUntil(
                "it is active again",
                () -> clinic.row().active() && clinic.row().draft() == null);

        clickOn("#clinics-more").clickOn("#clinics-more-delete");
        waitUntil("the card says who still refers to it", () -> said().contains(roles));
        clickOn("#question-do");
        waitUntil(
                "it goes with the next upload",
                () -> clinic.row().draft() != null && clinic.row().draft().kind() == Draft.Kind.DELETE);
    }

    @Test
    void severalAreEditedTogetherInOneField() {
        waitForChain();
        Line first = roles().getItems().get(0);
        Line second = roles().getItems().get(1);
        clickRow(first::equals);
        press(KeyCode.CONTROL);
        clickRow(second::equals);
        release(KeyCode.CONTROL);
        clickOn("#roles-more").clickOn("#roles-more-together");
        waitFor("together-field");
        interact(() -> {
            javafx.scene.control.ComboBox<?> which = lookup("#together-field").queryComboBox();
            which.getSelectionModel().selectLast();
        });
        waitUntil(
                "the field’s own editor is there",
                () -> lookup("#question .text-area").tryQuery().isPresent());
        clickOn("#question .text-area").push(KeyCode.CONTROL, KeyCode.A).write("The same for both.");
        clickOn("#question-do");
        waitUntil(
                "both are drafts",
                () -> first.row().draft() != null && second.row().draft() != null);
        assertTrue(first.row().draft().json().contains("The same for both."));
        assertTrue(second.row().draft().json().contains("The same for both."));
    }

    @Test
    void whatWasDoneToManyIsTakenBackWithOneKeyUnlessSomethingWasEditedSince() {
        waitForChain();
        clickOn("#roles-search").push(KeyCode.TAB);
        clickRow(roles().getItems().getFirst()::equals);
        push(KeyCode.CONTROL, KeyCode.A);
        clickOn("#roles-activate");
        int all = roles().getItems().size();
        waitUntil("all are drafts", () -> drafts() == all);
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("no draft is left", () -> drafts() == 0);
        assertFalse(there("noticeUndo"));

        clickRow(roles().getItems().getFirst()::equals);
        push(KeyCode.CONTROL, KeyCode.A);
        clickOn("#roles-activate");
        waitUntil("all are drafts again", () -> drafts() == all);
        clickRow(roles().getItems().get(1)::equals);
        waitFor("description");
        append("description", " More.");
        waitUntil(
                "it is typed",
                () -> roles().getItems().get(1).row().draft().json().contains(" More."));
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(
                "only what was typed is taken back",
                () -> !roles().getItems().get(1).row().draft().json().contains(" More."));
        assertEquals(all, drafts());
    }

    private long drafts() {
        return roles().getItems().stream()
                .filter(line -> line.row().draft() != null)
                .count();
    }

    @Test
    void howATableIsArrangedIsKeptForTheNextTime() {
        waitForChain();
        TableView<Line> table = table("clinics");
        interact(() -> {
            var slug = (CheckMenuItem) item("table-columns", "column-slug");
            slug.setSelected(true);
            slug.fire();
            item("table-sort", "sort-roles").fire();
        });
        waitUntil("the column is shown", () -> shown(table, "slug"));
        waitUntil(
                "it is sorted by roles",
                () -> table.getSortOrder().getFirst().getId().equals("roles"));
        double before = column(table, "area").getWidth();
        interact(() -> {
            table.resizeColumn(column(table, "area"), 40);
            // So ends a drag of a heading's edge, which the headless toolkit cannot make.
            table.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_RELEASED,
                    100,
                    10,
                    100,
                    10,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null));
        });
        waitUntil("the column is wider", () -> column(table, "area").getWidth() > before + 20);
        double wide = column(table, "area").getWidth();
        close();
        interact(this::open);
        waitForChain();
        TableView<Line> again = table("clinics");
        assertTrue(shown(again, "slug"));
        assertEquals("roles", again.getSortOrder().getFirst().getId());
        assertEquals(wide, column(again, "area").getWidth(), 4);
    }

    private static TableColumn<Line, ?> column(TableView<Line> table, String id) {
        return table.getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneCellIsCopiedOrSeveralRowsWithTheirHeadings() {
        waitForChain();
        Line first = roles().getItems().getFirst();
        clickRow(first::equals);
        push(KeyCode.CONTROL, KeyCode.C);
        assertEquals(first.row().text("person").text(), copied());
        push(KeyCode.RIGHT).push(KeyCode.CONTROL, KeyCode.C);
        assertEquals(first.row().text("clinic").text(), copied());
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.CONTROL, KeyCode.C);
        List<String> lines = copied().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().startsWith("Practitioner\tClinic\t"), lines.getFirst());
        assertTrue(lines.get(1)
                .startsWith(first.row().text("person").text() + "\t"
                        + first.row().text("clinic").text() + "\t"));
    }

    private String copied() {
        AtomicReference<String> text = new AtomicReference<>("");
        interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    @Test
    void afterADeletionTheKeyboardIsOnTheNextOne() {
        waitForChain();
        TableView<Line> table = table("areas");
        clickOn("#areas-search").push(KeyCode.CONTROL, KeyCode.N);
        waitUntil(
                "a new one is open",
                () -> there("editor-title") && words("editor-title").equals("New area"));
        Line fresh = table.getItems().stream()
                .filter(line -> line.row().draft() != null)
                .findFirst()
                .orElseThrow();
        int place = table.getItems().indexOf(fresh);
        clickRow(fresh::equals);
        push(KeyCode.DELETE);
        waitUntil("it is gone", () -> !table.getItems().contains(fresh));
        int next = Math.min(place, table.getItems().size() - 1);
        waitUntil("its neighbour is selected", () -> table.getSelectionModel().getSelectedIndex() == next);
        assertTrue(focused("areas"));
        assertEquals(table.getItems().get(next).row().text("name").text(), words("editor-title"));
    }

    /** An entry of a menu in the menu beside the buttons. */
    private MenuItem item(String menu, String id) {
        MenuButton more = lookup("#clinics-more").query();
        Menu inside = (Menu) more.getItems().stream()
                .filter(each -> menu.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        return inside.getItems().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean shown(TableView<Line> table, String column) {
        return table.getVisibleLeafColumns().stream().anyMatch(each -> column.equals(each.getId()));
    }
}
