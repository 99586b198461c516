package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.ProfileValidator;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phone, e-mail and web by keyboard alone: it never leaves the row that somebody works on. */
class ContactsEditorTest extends ScreenTest {
    private final StackPane pane = new StackPane();
    private FormModel model;
    private FieldEditor editor;

    @Override
    protected Parent screen() {
        return pane;
    }

    @BeforeEach
    void open() {
        var clinic = Json.object("""
                {"resourceType":"HealthcareService","id":"1","telecom":[{"system":"phone","value":"1"},
                {"system":"email","value":"2"},{"system":"url","value":"3"}]}""");
        interact(() -> {
            model = new FormModel(
                    Forms.of("HealthcareService", clinic).orElseThrow(), clinic, clinic.deepCopy(), edit -> {});
            Field field = model.form().field("telecom").orElseThrow();
            editor = new Editors(TEXTS, background, Choices.none(), () -> 100, new ProfileValidator(TEXTS).shapes())
                    .of(model, field);
            editor.show(model.resource());
            model.resourceProperty().addListener((property, old, now) -> editor.show(now));
            pane.getChildren().setAll(editor.node());
        });
    }

    private void focus(String id) {
        interact(() -> lookup("#" + id).query().requestFocus());
    }

    private String focused() {
        Node owner = pane.getScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        model.resource()
                .path("telecom")
                .forEach(item -> values.add(item.path("value").asText()));
        return values;
    }

    @Test
    void whatIsMovedKeepsTheKeyboardAndCanBeMovedOn() {
        focus("telecom-up-2");
        push(KeyCode.SPACE);
        assertEquals(List.of("1", "3", "2"), values());
        assertEquals("telecom-up-1", focused());
        push(KeyCode.SPACE);
        assertEquals(List.of("3", "1", "2"), values());
        assertEquals("telecom-down-0", focused(), "at the top there is only the way back");
    }

    @Test
    void afterARemovalTheKeyboardIsInTheNextRowAndAtLastWhereOneIsAdded() {
        focus("telecom-remove-1");
        push(KeyCode.SPACE);
        assertEquals("telecom-value-1", focused());
        focus("telecom-remove-1");
        push(KeyCode.SPACE);
        assertEquals("telecom-value-0", focused(), "the last one gone, the one before");
        focus("telecom-remove-0");
        push(KeyCode.SPACE);
        assertEquals(List.of(), values());
        assertEquals("", focused().replace("null", ""), "the button that adds one");
        push(KeyCode.SPACE);
        assertEquals("telecom-value-0", focused());
    }

    @Test
    void aStepTakenBackLeavesTheKeyboardInItsRow() {
        var before = model.resource();
        focus("telecom-remove-2");
        push(KeyCode.SPACE);
        assertEquals("telecom-value-1", focused());
        interact(() -> model.replace(before));
        assertEquals(List.of("1", "2", "3"), values());
        assertEquals("telecom-value-1", focused());
    }

    @Test
    void theFieldIsEnteredAtItsFirstRow() {
        interact(editor::focus);
        assertEquals("telecom-value-0", focused());
    }
}
