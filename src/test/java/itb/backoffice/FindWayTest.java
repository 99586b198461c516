package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Finding things, and going from one to another. */
class FindWayTest extends WindowTest {
    @Test
    void whatIsFoundIsOpenedAndWhatBelongsToItIsOneClickAway() {
        waitForChain();
        clickOn("#roles-search");
        push(KeyCode.CONTROL, KeyCode.K);
        waitUntil("the search is open", () -> focused("find-field"));
        String clinic = server().all("HealthcareService")
                .values()
                .iterator()
                .next()
                .path("name")
                .asText();
        String town = clinic.substring(clinic.lastIndexOf(' ') + 1);
        write(town.substring(0, 2) + town.substring(3));
        waitUntil("a slip of the finger is forgiven", () -> said().contains(clinic));
        type(KeyCode.ENTER);
        waitUntil("it is opened on its page", () -> words("editor-title").equals(clinic));
        assertTrue(lookup("#page-clinics")
                .queryAs(javafx.scene.control.ToggleButton.class)
                .isSelected());

        clickOn(lookup("#relations-line .hyperlink").<javafx.scene.Node>query());
        waitUntil("what it belongs to is open", () -> !words("editor-title").equals(clinic));
        push(KeyCode.ALT, KeyCode.LEFT);
        waitUntil("back to the clinic", () -> words("editor-title").equals(clinic));
        push(KeyCode.ALT, KeyCode.RIGHT);
        waitUntil("and forward again", () -> !words("editor-title").equals(clinic));
        clickOn("#history-back");
        waitUntil("back with the button", () -> words("editor-title").equals(clinic));
        clickOn("#history-forward");
        waitUntil("and forward with the button", () -> !words("editor-title").equals(clinic));
    }

    @Test
    void whatIsOnlyADraftIsFoundToo() {
        waitForChain();
        clickOn("#page-areas");
        waitFor("areas-search");
        clickOn("#areas-search").push(KeyCode.CONTROL, KeyCode.N);
        waitUntil(
                "a new area is open",
                () -> there("editor-title") && words("editor-title").equals("New area"));
        clickField("name");
        write("Hålogaland");
        waitForDraft();
        push(KeyCode.CONTROL, KeyCode.K);
        waitUntil("the search is open", () -> focused("find-field"));
        write("haalogalnd");
        waitUntil("the draft is found", () -> said().contains("Hålogaland"));
        type(KeyCode.ENTER);
        waitUntil("it is open", () -> words("editor-title").equals("Hålogaland"));
    }

    @Test
    void theSearchIsLeftWithoutLoss() {
        waitForChain();
        clickOn("#roles-search");
        push(KeyCode.CONTROL, KeyCode.K);
        waitUntil("the search is open", () -> focused("find-field"));
        write("zzzzqqqq");
        push(KeyCode.ESCAPE);
        waitUntil("it is gone, and the keyboard where it was", () -> focused("roles-search"));
        assertEquals("", words("roles-search"));
        assertFalse(there("find-field"));
    }

    @Test
    void whoeverPressesEnterAtOnceOpensWhatFitsWhatTheyTyped() {
        waitForChain();
        push(KeyCode.CONTROL, KeyCode.K);
        waitFor("find-field");
        interact(() -> {
            TextField field = lookup("#find-field").queryAs(TextField.class);
            field.setText("no such thing at all");
            field.setText("nordtand majorstuen");
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        waitUntil(
                "it is open",
                () -> there("editor-title") && words("editor-title").equals("Nordtand Majorstuen"));
    }
}
