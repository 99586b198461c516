package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Settings;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Words can be read on every main screen in both themes: 4.5 : 1, and 3 : 1 for icons. */
class ContrastTest extends WindowTest {
    private final Set<String> problems = new TreeSet<>();

    @Test
    void theMeasureIsThatOfTheGuideline() {
        assertEquals(21, Contrast.between(Color.BLACK, Color.WHITE), 0.01);
        assertEquals(4.48, Contrast.between(Color.web("#777777"), Color.WHITE), 0.01);
    }

    @Test
    void inTheLightTheme() {
        visitTheScreens("light");
    }

    @Test
    void inTheDarkTheme() {
        interact(() -> wiring.keep(wiring.settings().withTheme(Settings.Theme.DARK)));
        close();
        interact(this::open);
        visitTheScreens("dark");
    }

    private void visitTheScreens(String theme) {
        waitForChain();
        ObjectNode role = server().usualRole();
        openRole(role);
        append("description", " More.");
        clickField("code-remove-0");
        waitUntil("there is a finding", () -> words("finding-list").contains("1 new"));
        look(theme + ", roles");
        push(KeyCode.F1);
        waitUntil(
                "the sheet of keys has come",
                () -> Contrast.opacity(lookup("#keysClose").query()) == 1);
        look(theme + ", keys");
        push(KeyCode.ESCAPE);
        waitUntil("it has gone and the keyboard is where it was", () -> !there("keysClose") && focused("code"));
        clickOn("#page-clinics");
        look(theme + ", clinics");
        clickOn("#page-drafts");
        waitFor("draftDiscard");
        look(theme + ", drafts");
        review();
        look(theme + ", review");
        clickOn("#reviewBack");
        clickOn("#settings");
        waitFor("settingsTheme");
        look(theme + ", settings");
        push(KeyCode.ESCAPE);
        assertEquals("", String.join("\n", problems));
    }

    private void look(String where) {
        WaitForAsyncUtils.waitForFxEvents(5);
        interact(() ->
                Contrast.problems(stage.getScene().getRoot()).forEach(problem -> problems.add(where + ": " + problem)));
    }
}
