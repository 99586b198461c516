package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Settings;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Language and colours. */
class LooksTest extends WindowTest {
    /** In the order of neither alphabet. */
    private static final List<String> NAMES = List.of("Øst", "Åse", "Zoe", "Ärla", "Æsa", "Anna", "Örn");

    @Test
    void aNewLanguageIsSpokenAtOnceAndSortsByItsOwnAlphabet() {
        waitForChain();
        List<ObjectNode> roles = new ArrayList<>(server().roles().values());
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            elsewhere(roles.get(i), role -> {
                ((ObjectNode) role.path("practitioner")).put("display", name);
                return role;
            });
        }
        clickOn("#refresh");
        waitUntil("the names are there", () -> sorted().size() == NAMES.size());

        choose("settingsLanguage", 2);
        waitUntil("the settings speak Swedish", () -> said().contains("Inställningar"));
        push(KeyCode.ESCAPE);
        waitForChain();
        waitUntil("so does the table", () -> said().contains("Behandlare"));
        waitUntil("the names are there", () -> sorted().size() == NAMES.size());
        assertEquals(List.of("Anna", "Zoe", "Åse", "Ärla", "Æsa", "Örn", "Øst"), sorted());
        clickOn(header("person"));
        waitUntil(
                "the other way round",
                () -> sorted().getFirst().equals("Øst") || sorted().getFirst().equals("Örn"));
        assertEquals("Anna", sorted().getLast());

        choose("settingsLanguage", 3);
        waitUntil("the settings speak Norwegian", () -> said().contains("Innstillinger"));
        push(KeyCode.ESCAPE);
        waitForChain();
        waitUntil("the names are there", () -> sorted().size() == NAMES.size());
        assertEquals(List.of("Åse", "Örn", "Øst", "Ärla", "Æsa", "Zoe", "Anna"), sorted(), "still the other way round");
        assertEquals("nb", wiring.settings().language());
    }

    @Test
    void theDarkThemeIsAppliedAtOnceAndKept() {
        waitForChain();
        assertTrue(Application.getUserAgentStylesheet().contains("light"));
        choose("settingsTheme", 2);
        waitUntil("it is dark", () -> Application.getUserAgentStylesheet().contains("dark"));
        close();
        interact(this::open);
        waitForChain();
        assertEquals(Settings.Theme.DARK, wiring.settings().theme());
        assertTrue(Application.getUserAgentStylesheet().contains("dark"));
    }

    /** Chooses the item at {@code index} of a box in the settings. */
    private void choose(String box, int index) {
        clickOn("#settings");
        waitFor(box);
        javafx.scene.control.ComboBox<?> choices = lookup("#" + box).queryComboBox();
        int steps = index - choices.getSelectionModel().getSelectedIndex();
        clickOn("#" + box)
                .type(steps > 0 ? KeyCode.DOWN : KeyCode.UP, Math.abs(steps))
                .type(KeyCode.ENTER);
    }

    private Node header(String column) {
        return lookup("#roles .column-header")
                .match((Node node) -> column.equals(node.getId()))
                .query();
    }

    private List<String> sorted() {
        return roles().getItems().stream()
                .map(line -> line.row().text("person").text())
                .filter(NAMES::contains)
                .toList();
    }
}
