package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.FxStall.Stall;
import itb.backoffice.shell.chain.RoleLine;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Nobody waits for the window: no piece of work on the FX thread takes longer than 50 ms ({@link FxStall} says what is
 * counted). The gestures are made twice and the second round is measured, because the first loads classes, reads style
 * sheets and runs code that is not compiled yet.
 */
class SmoothTest extends WindowTest {
    private static final double LONGEST_MILLIS = 50;

    @Test
    void nothingHoldsTheWindowUp() {
        waitForChain();
        List<ObjectNode> some = server().roles().values().stream()
                .filter(role -> !DemoHttp.presentation(role).isEmpty())
                .limit(4)
                .toList();
        gestures(some.get(0), some.get(1));
        FxStall stall = new FxStall();
        gestures(some.get(2), some.get(3));
        List<Stall> longest = stall.longest(8);
        longest.forEach(one -> System.out.println("FX thread: " + one));
        assertTrue(longest.getFirst().counted() <= LONGEST_MILLIS, () -> "The FX thread was held up: " + longest);
    }

    private void gestures(ObjectNode one, ObjectNode other) {
        openRole(one);
        append("description", " More.");
        waitForDraft();
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("it is taken back", () -> saved().equals("As on the server"));
        append("description", " Still more.");
        openRole(other);
        clickOn("#role-search").push(KeyCode.CONTROL, KeyCode.A).eraseText(1);
        List<RoleLine> lines = roles().getItems();
        clickRow(lines.get(0)::equals);
        clickRow(lines.get(2)::equals);
        for (String page : List.of("clinics", "treatments", "people", "billing", "drafts", "history", "roles")) {
            clickOn("#page-" + page);
        }
        review();
        upload();
        leaveReview();
        waitUntil("no draft is left", () -> !there("review-all"));
        clickOn("#settings");
        waitFor("settingsTheme");
        push(KeyCode.ESCAPE);
        clickOn("#refresh");
        waitForChain();
    }
}
