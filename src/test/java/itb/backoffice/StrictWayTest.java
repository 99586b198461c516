package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What was wrong before stops nobody, unless the user wants it to. */
class StrictWayTest extends WindowTest {
    @Test
    void errorsFromBeforeStopAnUploadOnlyWhereTheUserWantsThat() {
        waitForChain();
        ObjectNode role = server().usualRole();
        String reference = DemoHttp.reference(role);
        elsewhere(role, now -> {
            now.putObject("period").put("start", "2026-01-01");
            return now;
        });
        clickOn("#refresh");
        waitUntil(
                "the server's error is found",
                () -> roles().getItems().stream()
                        .anyMatch(line -> line.reference().equals(reference)
                                && line.row().findings().errors() == 1));
        openRole(role);
        append("description", " More.");
        waitForDraft();
        review();
        assertFalse(lookup("#reviewUpload").query().isDisabled());
        assertFalse(said().contains("One error has to be fixed first."));
        push(KeyCode.ESCAPE);
        waitFor("roles-search");

        stricter(true);
        review();
        waitUntil("nothing can be sent", () -> lookup("#reviewUpload").query().isDisabled());
        waitUntil("it is said why", () -> said().contains("One error has to be fixed first."));
        push(KeyCode.ESCAPE);
        waitFor("roles-search");

        stricter(false);
        review();
        upload();
        assertTrue(DemoHttp.presentation(server().get(reference)).endsWith(" More."));
        assertTrue(server().get(reference).has("period"), "what was wrong before went along as it was");
    }

    private void stricter(boolean on) {
        clickOn("#settings");
        waitFor("settingsStricter");
        CheckBox box = lookup("#settingsStricter").query();
        assertEquals(!on, box.isSelected());
        clickOn("#settingsStricter");
        waitUntil("it is chosen", () -> wiring.settings().blockOnOldErrors() == on);
        push(KeyCode.ESCAPE);
        waitFor("roles-search");
    }
}
