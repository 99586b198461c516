package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.week.WeekEditor;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.ScreenTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeekEditorTest extends ScreenTest {
    private static final String WORKDAYS = "{'daysOfWeek':['tue','wed','thu'],'availableStartTime':'08:00:00.000',"
            + "'availableEndTime':'16:00:00','extension':[{'url':'x'}]}";

    private final ObjectNode clinic = json("{'availableTime':[" + WORKDAYS + ",{'daysOfWeek':['mon'],"
            + "'availableStartTime':'08:00:00','availableEndTime':'12:00:00'}]}");
    private FormModel model;
    private WeekEditor editor;

    private static ObjectNode json(String text) {
        return Json.object(text.replace('\'', '"'));
    }

    @Override
    protected Parent screen() {
        Field hours = new Field("availableTime", List.of("availableTime"), Field.Kind.HOURS, false);
        model = new FormModel(Forms.of("PractitionerRole").orElseThrow(), clinic, clinic, edit -> {});
        editor = new WeekEditor(model, hours, TEXTS);
        editor.show(clinic);
        model.resourceProperty().addListener((property, old, now) -> editor.show(now));
        StackPane pane = new StackPane(editor.node());
        pane.setMaxSize(480, 700);
        return new StackPane(pane);
    }

    @BeforeEach
    void focus() {
        interact(() -> editor.focusTarget().requestFocus());
    }

    private JsonNode hours() {
        return model.resource().path("availableTime");
    }

    private void expect(String json) {
        waitUntil(() -> hours().equals(Json.node(json.replace('\'', '"'))));
    }

    /** A place in the week: a day, and a minute on an axis from 6 to 20. */
    private Point2D at(int day, double hour) {
        Node grid = editor.focusTarget();
        Bounds bounds = grid.localToScreen(grid.getBoundsInLocal());
        Bounds inside = grid.getLayoutBounds();
        Point2D corner = grid.localToScreen(0, 0);
        double x = 48 + (hour - 6) / 14 * (inside.getWidth() - 48);
        assertTrue(bounds.getWidth() > 0);
        return corner.add(x, 20 + 30 * day + 15);
    }

    private void drag(Point2D from, Point2D to) {
        moveTo(from).press(javafx.scene.input.MouseButton.PRIMARY);
        moveTo(from.add(to.subtract(from).multiply(0.5)));
        moveTo(to).release(javafx.scene.input.MouseButton.PRIMARY);
    }

    @Test
    void hoursAreMadeResizedAndMovedWithTheMouseInQuartersOfAnHour() {
        drag(at(0, 12).add(-2, 0), at(0, 13.02));
        expect("[" + WORKDAYS + ",{'daysOfWeek':['mon'],'availableStartTime':'08:00:00',"
                + "'availableEndTime':'13:00:00'}]");
        drag(at(0, 10), at(0, 11.03));
        expect("[" + WORKDAYS + ",{'daysOfWeek':['mon'],'availableStartTime':'09:00:00',"
                + "'availableEndTime':'14:00:00'}]");
        drag(at(5, 10.02), at(5, 14.27));
        expect("[" + WORKDAYS + ",{'daysOfWeek':['mon'],'availableStartTime':'09:00:00',"
                + "'availableEndTime':'14:00:00'},{'daysOfWeek':['sat'],'availableStartTime':'10:00:00',"
                + "'availableEndTime':'14:15:00'}]");
    }

    @Test
    void everythingGoesByKeyboard() {
        push(KeyCode.RIGHT);
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        push(KeyCode.CONTROL, KeyCode.RIGHT);
        expect("[" + WORKDAYS + ",{'daysOfWeek':['mon'],'availableStartTime':'08:15:00',"
                + "'availableEndTime':'12:30:00'}]");
        String spoken = editor.focusTarget().getAccessibleText();
        assertTrue(spoken.contains("Monday: 08:15–12:30"), spoken);
        push(KeyCode.DELETE);
        expect("[" + WORKDAYS + "]");
        push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.INSERT);
        push(KeyCode.ENTER);
        write("9")
                .push(KeyCode.TAB)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("1430")
                .push(KeyCode.ENTER);
        expect("[" + WORKDAYS + ",{'daysOfWeek':['fri'],'availableStartTime':'09:00:00',"
                + "'availableEndTime':'14:30:00'}]");
    }

    @Test
    void hoursPastMidnightAreRefusedWithTheReasonAndDividedOnRequest() {
        clickOn(at(0, 10));
        fill("hours-to-0", "2");
        push(KeyCode.ENTER);
        waitUntil(() -> said().contains(TEXTS.get("form.hours.refused.PAST_MIDNIGHT", "Tuesday", "23:59")));
        assertEquals(clinic, model.resource(), "nothing is written");
        clickOn("#hours-split-0");
        expect("[" + WORKDAYS + ",{'daysOfWeek':['mon'],'availableStartTime':'08:00:00',"
                + "'availableEndTime':'23:59:00'},{'daysOfWeek':['tue'],'availableStartTime':'00:00:00',"
                + "'availableEndTime':'02:00:00'}]");
    }

    @Test
    void aDayIsCopiedOpenedAllDayAndClosed() {
        clickOn(at(0, 10)).clickOn("#hours-copy").clickOn("#hours-copy-FRIDAY");
        expect("[" + WORKDAYS + ",{'daysOfWeek':['mon','fri'],'availableStartTime':'08:00:00',"
                + "'availableEndTime':'12:00:00'}]");
        clickOn("#hours-all-day");
        expect("[" + WORKDAYS + ",{'daysOfWeek':['fri'],'availableStartTime':'08:00:00',"
                + "'availableEndTime':'12:00:00'},{'daysOfWeek':['mon'],'allDay':true}]");
        clickOn("#hours-close");
        expect("[" + WORKDAYS + ",{'daysOfWeek':['fri'],'availableStartTime':'08:00:00',"
                + "'availableEndTime':'12:00:00'}]");
        assertFalse(there("hours-delete-0"));
    }

    @Test
    void whatTheWeekCannotShowIsNamedAndCanBeRemoved() {
        interact(() -> model.replace(json("{'availableTime':[{'availableStartTime':'08:00:00'},{'daysOfWeek':['mon'],"
                + "'availableStartTime':'22:00:00','availableEndTime':'02:00:00'}]}")));
        waitUntil(() -> said().stream().anyMatch(text -> text.contains("goes past midnight")));
        clickOn(TEXTS.get("form.hours.odd.remove"));
        expect("[{'daysOfWeek':['mon'],'availableStartTime':'22:00:00','availableEndTime':'02:00:00'}]");
    }

    @Test
    void aNarrowBlockSaysLessButNothingByHalves() {
        Messages american = Messages.of(java.util.Locale.US);
        WeekEditor[] narrow = new WeekEditor[1];
        StackPane room = new StackPane();
        interact(() -> {
            Field hours = new Field("availableTime", List.of("availableTime"), Field.Kind.HOURS, false);
            narrow[0] = new WeekEditor(model, hours, american);
            narrow[0].show(clinic);
            room.getChildren().setAll(narrow[0].node());
            ((StackPane) editor.node().getScene().getRoot()).getChildren().setAll(room);
        });
        for (double width : new double[] {700, 480, 360, 280, 220}) {
            interact(() -> {
                room.setMaxWidth(width);
                room.setMinWidth(width);
            });
            org.testfx.util.WaitForAsyncUtils.waitForFxEvents(4);
            room.lookupAll(".span").forEach(node -> {
                Label bar = (Label) node;
                String text = bar.getText().replace('\u202f', ' ');
                assertTrue(
                        List.of("8:00 AM–4:00 PM", "8:00–4:00", "8:00 AM–12:00 PM", "8:00–12:00", "8:00", "")
                                .contains(text),
                        text);
                assertTrue(text.isEmpty() || bar.prefWidth(-1) <= bar.getWidth(), width + " cuts " + text);
            });
        }
    }
}
