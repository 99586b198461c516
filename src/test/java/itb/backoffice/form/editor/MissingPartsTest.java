package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Choices;
import itb.backoffice.form.DemandingItb;
import itb.backoffice.form.Elements;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.ValidResources;
import itb.backoffice.validation.pack.NewerItb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** A clinic under a newer version of ITB, which asks for what the program's form has no field for. */
class MissingPartsTest extends ScreenTest {
    private static final String ACCESS = "extension[" + NewerItb.ACCESS + "].valueBoolean";
    private static final String FRONT =
            "extension[" + NewerItb.PORTAL + "StructureDefinition/ext-clinic-info].extension[front].valueCode";
    private static final String WHERE =
            "extension[" + DemandingItb.LOTS + "].extension[where].valueReference.reference";

    private final ProfileValidator validator = DemandingItb.validator();
    private final List<String> edits = new ArrayList<>();
    private FormModel model;

    @Override
    protected Parent screen() {
        ObjectNode clinic = ValidResources.all().stream()
                .filter(one -> one.name().equals("clinic"))
                .map(one -> Json.object(one.json()))
                .findFirst()
                .orElseThrow();
        model = new FormModel(
                new ProfiledForms(validator).of("HealthcareService", clinic).orElseThrow(),
                clinic,
                clinic.deepCopy(),
                edit -> edits.add(edit.json()));
        return new FormView(
                model, new Editors(TEXTS, background, Choices.none(), () -> 100, validator.shapes()), TEXTS);
    }

    private void add(String name) {
        String words = TEXTS.get("form.other.add.accessible", name);
        Predicate<Node> offer = node -> node instanceof Button button && words.equals(button.getAccessibleText());
        waitUntil(() -> lookup(offer).tryQuery().isPresent());
        interact(() -> lookup(offer).queryButton().fire());
        waitUntil(() -> lookup(offer).tryQuery().isEmpty());
    }

    private Node focused() {
        return lookup(".form-view").query().getScene().getFocusOwner();
    }

    @Test
    void eachIsAddedAndFilledInByItsType() {
        clickOn("#tab-other");
        add("Wheelchair access");
        assertEquals("false", Elements.text(model.resource(), ACCESS));
        CheckBox access = assertInstanceOf(CheckBox.class, focused(), "the keyboard is in what was added");
        assertEquals("Wheelchair access", access.getAccessibleText());
        interact(access::fire);
        assertEquals("true", Elements.text(model.resource(), ACCESS));

        add("Clinic info › Front");
        ComboBox<?> front = assertInstanceOf(ComboBox.class, focused());
        assertTrue(
                front.getItems().toString().contains("show-clinic-film"),
                () -> front.getItems().toString());
        interact(() -> front.getSelectionModel().select(1));
        assertEquals(front.getItems().get(1), Elements.text(model.resource(), FRONT));

        add("Parking lots › Where");
        assertInstanceOf(TextField.class, focused());
        write("Location/1");
        assertEquals("Location/1", Elements.text(model.resource(), WHERE));
        assertInstanceOf(TextField.class, focused(), "the keyboard stays while what is left is offered");
        add("Appointment required");
        add("Parking lots › Count");
        assertFalse(validator.validate(edits.getLast()).stream()
                .anyMatch(finding -> finding.severity().isError()));
    }

    @Test
    void whatWasAddedCanBeTakenAwayAgainAndIsOfferedAnew() {
        ObjectNode before = model.resource();
        clickOn("#tab-other");
        add("Wheelchair access");
        Predicate<Node> remove = node -> node instanceof Button button
                && TEXTS.get("form.concepts.remove", "Wheelchair access").equals(button.getAccessibleText());
        interact(() -> lookup(remove).queryButton().fire());
        assertEquals(before, model.resource());
        add("Wheelchair access");
    }
}
