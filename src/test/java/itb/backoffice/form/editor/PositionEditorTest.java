package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.ProfileValidator;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic's place on the map, typed or pasted from a map. */
class PositionEditorTest extends ScreenTest {
    private final VBox pane = new VBox();
    private FormModel model;
    private FieldEditor editor;
    private Button elsewhere;

    @Override
    protected Parent screen() {
        return pane;
    }

    @BeforeEach
    void open() {
        ObjectNode clinic = Json.object("""
                {"resourceType":"HealthcareService","id":"1","contained":[{"resourceType":"Location","id":"a",
                "position":{"longitude":10.7295010,"latitude":59.90}}],"location":[{"reference":"#a"}]}""");
        interact(() -> {
            model = new FormModel(
                    Forms.of("HealthcareService", clinic).orElseThrow(), clinic, clinic.deepCopy(), edit -> {});
            Field field = model.form().sections().stream()
                    .flatMap(section -> section.fields().stream())
                    .filter(each -> each.key().equals("position"))
                    .findFirst()
                    .orElseThrow();
            editor = new Editors(TEXTS, background, Choices.none(), () -> 100, new ProfileValidator(TEXTS).shapes())
                    .of(model, field);
            editor.show(model.resource());
            model.resourceProperty().addListener((property, old, now) -> editor.show(now));
            elsewhere = new Button("elsewhere");
            pane.getChildren().setAll(editor.node(), elsewhere);
        });
    }

    private TextField input() {
        return (TextField) editor.focusTarget();
    }

    private void type(String text) {
        interact(() -> {
            input().requestFocus();
            input().selectAll();
            input().replaceSelection(text);
        });
    }

    private void leave() {
        interact(elsewhere::requestFocus);
    }

    private JsonNode position() {
        return model.resource().at("/contained/0/position");
    }

    private boolean refused() {
        return from(editor.node()).lookup(".danger").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals(TEXTS.get("form.position.unreadable")));
    }

    @Test
    void twoNumbersArePutWhereTheyBelongAndEqualDigitsAreNotTouched() {
        type("59.9, 10.75");
        assertEquals("{\"longitude\":10.75,\"latitude\":59.90}", Json.write(position()));
    }

    @Test
    void aPastedLinkGivesWayToThePlaceItMeans() {
        type("https://www.openstreetmap.org/?mlat=60.3913&mlon=5.3221#map=15/60.39/5.32");
        assertEquals("{\"longitude\":5.3221,\"latitude\":60.3913}", Json.write(position()));
        leave();
        assertTrue(input().getText().contains("60.3913") && !input().getText().contains("://"), input().getText());
    }

    @Test
    void whatCannotBeReadStaysWithTheSentenceThatSaysSoUntilItIsMended() {
        type("behind the church");
        assertTrue(refused());
        leave();
        assertEquals("behind the church", input().getText());
        assertTrue(refused());
        assertEquals("{\"longitude\":10.7295010,\"latitude\":59.90}", Json.write(position()), "nothing was changed");
        interact(() -> editor.show(model.resource()));
        assertEquals("behind the church", input().getText(), "nor does an edit of another field take it away");
        type("60, 5");
        leave();
        assertEquals("{\"longitude\":5,\"latitude\":60}", Json.write(position()));
        assertTrue(!refused());
    }

    @Test
    void anEmptyFieldTakesThePlaceAway() {
        interact(() -> input().requestFocus());
        push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        assertTrue(position().isMissingNode(), position().toString());
    }
}
