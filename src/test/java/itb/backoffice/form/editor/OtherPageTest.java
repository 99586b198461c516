package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Choices;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.ProfileValidator;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A clinic of a server of the first generation, with what the form has no field for. */
class OtherPageTest extends ScreenTest {
    private static final String CLINIC = """
            {"resourceType":"HealthcareService","id":"1","contained":[{"resourceType":"List","id":"prices","status":"current","mode":"working","entry":[{"item":{"display":"Rens 500"}}]}],\
            "extension":[{"url":"http://portal.wof.purified.link/fhir/StructureDefinition/notBookable","valueBoolean":true},\
            {"url":"http://portal.wof.purified.link/fhir/StructureDefinition/planningHorizon","valueInteger":90},\
            {"url":"http://a.b/rate","valueDecimal":1.50}],"active":true,"name":"A","zz":{"b":10.7295010}}""";

    private final ProfileValidator validator = new ProfileValidator(TEXTS);
    private FormModel model;
    private FormView view;

    @Override
    protected Parent screen() {
        ObjectNode clinic = Json.object(CLINIC);
        model = new FormModel(
                new ProfiledForms(validator).of("HealthcareService", clinic).orElseThrow(),
                clinic,
                Json.object(CLINIC),
                edit -> {});
        view = new FormView(
                model, new Editors(TEXTS, background, Choices.none(), () -> 100, validator.shapes()), TEXTS);
        return view;
    }

    private void open() {
        clickOn("#tab-other");
        waitUntil(() -> said().contains("Planning horizon"));
    }

    private OtherCard card(String name) {
        return lookup((Predicate<Node>) node -> node instanceof OtherCard card
                        && card.lookupAll(".field-label").stream()
                                .anyMatch(label -> ((Labeled) label)
                                        .getText()
                                        .replace("● ", "")
                                        .equals(name)))
                .query();
    }

    private <T extends Node> T in(String name, Class<T> type) {
        return from(card(name)).lookup((Predicate<Node>) type::isInstance).query();
    }

    private Button button(String name, String text) {
        return from(card(name))
                .lookup((Predicate<Node>) node -> node instanceof Button button && text.equals(button.getText()))
                .query();
    }

    private void type(String name, String text) {
        TextInputControl input = in(name, TextInputControl.class);
        interact(() -> input.setText(text));
    }

    @Test
    void valuesAreChangedByTheirTypeAndNothingElseMoves() {
        open();
        assertEquals(CLINIC, Json.write(model.resource()));
        interact(() -> in("Not bookable", CheckBox.class).setSelected(false));
        type("Planning horizon", "120");
        type("Rate", "1.750");
        assertEquals(
                CLINIC.replace("true},", "false},").replace("90", "120").replace("1.50", "1.750"),
                Json.write(model.resource()));
        waitUntil(() -> said().stream().anyMatch(text -> text.equals("● Rate")));
        interact(() -> button("Rate", TEXTS.get("form.revert")).fire());
        assertTrue(Json.write(model.resource()).contains("1.50}"));
    }

    @Test
    void whatIsNoValueOfTheTypeIsNotTakenAndSaysWhy() {
        open();
        type("Planning horizon", "soon");
        assertEquals(CLINIC, Json.write(model.resource()));
        waitUntil(() -> said().contains(TEXTS.get("form.other.shape.number")));
    }

    @Test
    void aThingIsRemovedAndPutBackWhereItWas() {
        open();
        interact(
                () -> button("Planning horizon", TEXTS.get("form.other.remove")).fire());
        assertFalse(Json.write(model.resource()).contains("planningHorizon"));
        waitUntil(() ->
                said().stream().anyMatch(text -> text.contains(TEXTS.get("form.other.gone", "Planning horizon"))));
        clickOn(TEXTS.get("form.other.back"));
        assertEquals(CLINIC, Json.write(model.resource()));
    }

    @Test
    void oneKeyShowsTheJsonToBeReadAndCopiedAndOneLeadsBack() {
        clickOn("#name");
        press(KeyCode.CONTROL, KeyCode.J).release(KeyCode.J, KeyCode.CONTROL);
        waitUntil(() -> there("json"));
        TextInputControl text = lookup("#json").query();
        assertFalse(text.isEditable());
        assertEquals(Json.object(CLINIC), Json.object(text.getText()));
        clickOn("#json-copy");
        String[] copied = new String[1];
        interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(CLINIC, Json.write(Json.object(copied[0])));
        push(KeyCode.ESCAPE);
        waitUntil(() -> there("name"));
    }

    @Test
    void aChangedFieldIsPutBackWithOneKeyAndTabsLeadOn() {
        fill("name", "Ny");
        assertEquals("Ny", model.resource().path("name").asText());
        press(KeyCode.ALT, KeyCode.BACK_SPACE).release(KeyCode.BACK_SPACE, KeyCode.ALT);
        waitUntil(() -> model.resource().path("name").asText().equals("A"));
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        waitUntil(() -> there("telecom") && !there("name"));
    }

    @Test
    void aFindingWithoutAFieldLeadsToOtherData() {
        interact(() -> view.focusField(""));
        waitUntil(() -> said().contains("Planning horizon"));
    }
}
