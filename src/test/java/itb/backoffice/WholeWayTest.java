package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.shell.chain.Line;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The main job, from the first start to what the server has in the end. */
class WholeWayTest extends WindowTest {
    private static final String CODE_MISSING = "The role needs at least one role code.";

    @Test
    void whatTheUserChangedIsOnTheServerAndNothingElse() {
        waitForChain();
        Map<String, ObjectNode> before = server().roles();
        assertEquals(before.size(), roles().getItems().size(), "all roles of the chain are shown");
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);

        search("zzzzqq");
        waitUntil("nothing is found", () -> roles().getItems().isEmpty());
        openRole(role);
        assertTrue(roles().getItems().size() < before.size(), "the table is narrowed as one types");

        append("description", " Speaks Polish too.");
        waitForDraft();
        waitUntil(
                "the table marks the draft", () -> line(reference).row().draft() != null && said().contains("Changed"));
        assertEquals("1", count("drafts"));

        removeTheOnlyCodeAndBeLedBack(reference);

        review();
        assertTrue(said().stream().anyMatch(text -> text.contains("Speaks Polish too.")), said().toString());
        assertTrue(said().contains("Presentation"), "changes are told under the field's name");
        assertFalse(said().contains("Role"), "what was taken back is no change");
        upload();
        assertEquals(text("shell.review.outcome.accepted"), words(id("state", reference)));
        leaveReview();

        Map<String, ObjectNode> after = server().roles();
        ObjectNode wanted = DemoHttp.presented(role, DemoHttp.presentation(role) + " Speaks Polish too.");
        assertEquals(DemoHttp.unversioned(wanted), DemoHttp.unversioned(after.get(reference)));
        assertNotEquals(DemoHttp.version(role), DemoHttp.version(after.get(reference)));
        after.put(reference, role);
        assertEquals(before, after, "every other role is as it was, in its old version");
        waitUntil("no draft is left", () -> count("drafts").equals("0") && !there("review-all"));
    }

    @Test
    void aRefreshDisturbsNobodyWhoTypes() {
        waitForChain();
        waitUntil(
                "the first time all is new",
                () -> said().stream().anyMatch(text -> text.endsWith("things fetched from the server")));
        ObjectNode role = server().usualRole();
        elsewhere(
                server().roles().values().stream()
                        .filter(other -> !other.equals(role))
                        .findFirst()
                        .orElseThrow(),
                other -> other.put("active", false));
        openRole(role);
        append("description", " One");
        Node before = lookup("#description").query();
        push(KeyCode.F5).write(" two");
        waitForChain();
        waitUntil("what changed there is told", () -> said().contains("1 thing changed on the server"));
        write(" three.");
        waitForDraft();
        assertEquals(DemoHttp.presentation(role) + " One two three.", words("description"));
        assertSame(before, lookup("#description").query(), "the form is still the same");
    }

    private double formTop() {
        Node form = lookup(".form-view").query();
        return form.localToScene(0, 0).getY();
    }

    private void removeTheOnlyCodeAndBeLedBack(String reference) {
        waitUntil("the strip says how it is", () -> words("finding-list").equals("No findings"));
        double place = formTop();
        clickField("code-remove-0");
        waitUntil("the finding is under its field", () -> said().contains(CODE_MISSING));
        waitUntil("the strip counts it as new", () -> words("finding-list").contains("1 new"));
        assertEquals(place, formTop(), "the form has not moved");
        waitUntil("the status bar counts it", () -> words("status-findings").equals("1 finding in drafts"));
        clickOn(lookup("#finding-list .title").<Node>query());
        waitFor(lookup(".finding-line").<Node>query());
        clickField("description");
        assertTrue(said().contains("Role: " + CODE_MISSING), "marked as new: it does not say that it was there before");
        clickOn(lookup(".finding-line")
                .match((Node line) -> line.getAccessibleText().contains(CODE_MISSING))
                .<Node>query());
        waitUntil("the finding leads to its field", () -> focused("code"));

        review();
        assertEquals(text("shell.review.blocked"), words(id("state", reference)));
        assertTrue(lookup("#reviewUpload").query().isDisabled(), "nothing wrong can be uploaded");
        clickOn("#reviewBack");
        waitFor("code");
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(
                "the code is back and the finding gone",
                () -> there("code-remove-0") && !said().contains(CODE_MISSING));
    }

    private void waitFor(Node node) {
        waitUntil("the line can be seen", node::isVisible);
    }

    private Line line(String reference) {
        return roles().getItems().stream()
                .filter(line -> reference.endsWith("/" + line.id()))
                .findFirst()
                .orElseThrow();
    }

    private String count(String page) {
        ToggleButton entry = lookup("#page-" + page).query();
        return ((Labeled) entry.getGraphic().lookup(".count")).getText();
    }
}
