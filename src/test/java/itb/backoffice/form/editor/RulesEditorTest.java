package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.rule.RulesEditor;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class RulesEditorTest extends ScreenTest {
    private static final String URL =
            "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-booking-rules";

    private final ObjectNode clinic = Json.object(("{'extension':[{'url':'" + URL + "','extension':["
                    + "{'url':'cancellationAllowed','valueBoolean':true},"
                    + "{'url':'allowCancellationRemainingHours','valueInteger':48}]}]}")
            .replace('\'', '"'));
    private FormModel model;

    @Override
    protected Parent screen() {
        Field rules = new Field("bookingRules", List.of("extension[" + URL + "]"), Field.Kind.BOOKING_RULES, false);
        model = new FormModel(Forms.of("PractitionerRole").orElseThrow(), clinic, clinic, edit -> {});
        RulesEditor editor = new RulesEditor(model, rules, TEXTS);
        editor.show(clinic);
        model.resourceProperty().addListener((property, old, now) -> editor.show(now));
        return new StackPane(editor.node());
    }

    private String number(String child) {
        for (var one : model.resource().at("/extension/0/extension")) {
            if (one.path("url").asText().equals(child)) {
                return one.path("valueInteger").asText()
                        + one.path("valuePositiveInt").asText();
            }
        }
        return "";
    }

    @Test
    void aSentenceIsReadChangedAndTurnedOffByKeyboardAndMouse() {
        assertTrue(said().contains("hours before the appointment"), said().toString());
        fill("rule-CANCEL_BEFORE-number", "1");
        waitUntil(() -> number("allowCancellationRemainingHours").equals("1"));
        assertTrue(said().contains("hour before the appointment"), "one hour, not hours");
        push(KeyCode.UP);
        waitUntil(() -> number("allowCancellationRemainingHours").equals("2"));

        clickOn("#rule-CANCEL_BEFORE");
        waitUntil(() -> number("allowCancellationRemainingHours").isEmpty());
        assertTrue(lookup("#rule-CANCEL_BEFORE-number").query().isDisabled());
        clickOn("#rule-CANCEL_BEFORE");
        waitUntil(() -> number("allowCancellationRemainingHours").equals("2"));

        clickOn("#rule-AGE");
        waitUntil(() -> number("minimumPatientAgeYears").equals("18"));
        assertEquals(1, model.resource().at("/extension").size(), "the url that the resource came with is kept");
    }

    @Test
    void whatContradictsItselfIsSaidUnderItsSentence() {
        interact(() ->
                lookup("#rule-CANCELLING").queryComboBox().getSelectionModel().select(1));
        waitUntil(() -> said().contains(TEXTS.get("form.rules.says.NOT_ALLOWED.CANCELLING")));
        clickOn("#rule-NOTICE");
        fill("rule-NOTICE-number", "-5");
        waitUntil(() -> said().contains(TEXTS.get("form.rules.says.NEGATIVE")));
        fill("rule-NOTICE-number", "");
        waitUntil(() -> number("minimumAdvanceBookingMinutes").equals("-5"));
        Spinner<?> spinner = (Spinner<?>) lookup("#rule-NOTICE-number").query().getParent();
        assertTrue(spinner.getAccessibleText().contains("before the appointment"));
    }
}
