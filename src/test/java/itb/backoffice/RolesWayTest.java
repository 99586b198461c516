package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Draft;
import itb.backoffice.shell.chain.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What can be done with roles besides editing one. */
class RolesWayTest extends WindowTest {
    @Test
    void aNewRoleIsADraftAtOnceAndSaysWhatItNeeds() {
        waitForChain();
        int before = roles().getItems().size();
        clickOn("#roles-search");
        push(KeyCode.CONTROL, KeyCode.N);
        waitUntil(
                "an empty form is open",
                () -> there("editor-title") && words("editor-title").equals("New role"));
        waitUntil("the keyboard is in its first field", () -> focused("practitioner"));
        waitUntil("the table has one more", () -> roles().getItems().size() == before + 1);
        waitUntil("it says what is needed", () -> said().contains("The role needs a clinic."));
        review();
        assertTrue(lookup("#reviewUpload").query().isDisabled(), "an empty role cannot go");
    }

    @Test
    void aDuplicateIsAnotherRoleOfTheSamePersonAndReachesTheServer() {
        waitForChain();
        Map<String, ObjectNode> before = server().roles();
        ObjectNode role = server().usualRole();
        openRole(role);
        push(KeyCode.CONTROL, KeyCode.D);
        waitUntil("the copy is open", () -> there("draft-review") && focused("practitioner"));
        waitForDraft();
        assertEquals(role.path("practitioner").path("display").asText(), words("editor-title"));
        review();
        upload();
        Map<String, ObjectNode> after = server().roles();
        assertEquals(before.size() + 1, after.size());
        ObjectNode copy = after.entrySet().stream()
                .filter(entry -> !before.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        ObjectNode wanted = DemoHttp.unversioned(role).put("id", copy.path("id").asText());
        // What the server itself keeps about a role is not the copy’s.
        ((ObjectNode) wanted.path("meta")).remove("extension");
        assertEquals(wanted, DemoHttp.unversioned(copy));
        before.forEach((reference, there) -> assertEquals(there, after.get(reference)));
    }

    @Test
    void severalAreDeactivatedAtOnceAndTheirDraftsDiscardedAndBroughtBack() {
        waitForChain();
        List<Line> active = roles().getItems().stream()
                .filter(line -> line.row().active())
                .limit(3)
                .toList();
        clickRow(active.getFirst()::equals);
        press(KeyCode.CONTROL);
        clickRow(active.get(1)::equals);
        clickRow(active.get(2)::equals);
        release(KeyCode.CONTROL);
        waitUntil(
                "three are selected",
                () -> roles().getSelectionModel().getSelectedItems().size() == 3);
        clickOn("#roles-activate");
        waitUntil("all three are drafts", () -> active.stream().allMatch(line -> draft(line) != null));
        assertTrue(active.stream().noneMatch(line -> line.row().active()));

        clickOn("#page-drafts");
        waitFor("draftDiscard");
        waitUntil("the page counts them", () -> words("draftDiscard").equals("Discard all 3 drafts"));
        clickOn("#draftDiscard");
        waitUntil("they are gone", () -> active.stream().allMatch(line -> draft(line) == null));
        assertTrue(active.stream().allMatch(line -> line.row().active()));
        clickOn("#drafts #noticeUndo");
        waitUntil("they are back", () -> active.stream().allMatch(line -> draft(line) != null));
        assertFalse(active.stream().anyMatch(line -> line.row().active()));
    }

    @Test
    void aDraftDiscardedInItsFormComesBackFromTheNotice() {
        waitForChain();
        ObjectNode role = server().usualRole();
        openRole(role);
        append("description", " Mine.");
        waitForDraft();
        clickField("active");
        waitUntil("the mouse turns the switch", () -> there("active-revert"));
        type(KeyCode.SPACE);
        waitUntil("so does the keyboard", () -> !there("active-revert"));
        clickOn("#draft-discard");
        waitUntil("the form is as on the server", () -> words("description").equals(DemoHttp.presentation(role)));
        clickOn("#noticeUndo");
        waitUntil("the draft is back", () -> words("description").endsWith(" Mine."));
    }

    @Test
    void thePhotoIsRemovedAndBroughtBackAndTheServerGetsNoTrace() {
        waitForChain();
        ObjectNode role = server().roles().values().stream()
                .filter(some -> some.has("contained") && some.path("active").asBoolean())
                .findFirst()
                .orElseThrow();
        openRole(role);
        waitUntil("there is a photo", () -> there("photo-remove"));
        clickField("photo-remove");
        waitUntil("it is gone", () -> !there("photo-remove"));
        clickField("photo-revert");
        waitUntil("it is back", () -> there("photo-remove") && saved().equals("As on the server"));
        clickField("photo-remove");
        waitForDraft();
        review();
        upload();
        ObjectNode there = server().get(DemoHttp.reference(role));
        assertFalse(there.has("contained"), "no picture is left behind");
        assertFalse(there.path("extension").toString().contains("ext-binary-reference"), "and nothing points to it");
    }

    private static Draft draft(Line line) {
        return line.row().draft();
    }

    @Test
    void filtersShowWhatFits() {
        waitForChain();
        int all = roles().getItems().size();
        Line first = roles().getItems().getFirst();
        String clinic = first.row().text("clinic").text();
        clickOn("#filter-clinic")
                .clickOn(lookup(".combo-box-popup .list-cell")
                        .match((javafx.scene.control.ListCell<?> cell) -> Objects.equals(cell.getText(), clinic))
                        .<javafx.scene.Node>query());
        waitUntil(
                "only one clinic's roles are shown",
                () -> roles().getItems().size() < all
                        && roles().getItems().stream()
                                .allMatch(
                                        line -> line.row().text("clinic").text().equals(clinic)));
        assertEquals(roles().getItems().size() + " of " + all, words("roles-count"));
        clickOn("#filter-drafts");
        waitUntil("none of them is a draft", () -> roles().getItems().isEmpty());
        assertTrue(said().contains("No role fits this search"));
        clickOn("#roles-show-all");
        waitUntil("everything is back", () -> roles().getItems().size() == all);
        clickOn("#filter-status").type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        waitUntil(
                "only the inactive are shown",
                () -> roles().getItems().stream().noneMatch(line -> line.row().active()));
        clickOn("#filter-clear");
        waitUntil("everything is back", () -> roles().getItems().size() == all);
    }
}
