package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.form.Choices;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.Theme;
import itb.backoffice.validation.ProfileValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A whole form in as little room as a window of 1280 pixels leaves it. */
class FormViewTest extends ScreenTest {
    private static final double NARROW = 388;

    private final StackPane pane = new StackPane();

    @Override
    protected Parent screen() {
        return pane;
    }

    /** In the program's own looks, which decide how much room anything takes. */
    @Override
    public void start(Stage stage) {
        super.start(stage);
        stage.getScene().getStylesheets().clear();
        Theme theme = new Theme();
        theme.apply(Settings.Theme.LIGHT);
        theme.dress(stage.getScene());
    }

    @AfterEach
    void leaveTheLooksAsTheyWere() {
        interact(() -> Application.setUserAgentStylesheet(null));
    }

    private FormModel open(String name, Messages texts, double width) {
        ProfileValidator validator = new ProfileValidator(texts);
        Editors editors = new Editors(texts, background, Choices.none(), () -> 100, validator.shapes());
        String json = Hostile.all().get(name);
        FormModel[] model = new FormModel[1];
        interact(() -> {
            var tree = Json.object(json);
            Form form = new ProfiledForms(validator)
                    .of(tree.path("resourceType").asText(), tree)
                    .orElseThrow();
            model[0] = new FormModel(form, tree, Json.object(json), edit -> {});
            FormView view = new FormView(model[0], editors, texts);
            view.setMaxSize(width, 460);
            view.setMinWidth(width);
            pane.getChildren().setAll(view);
        });
        WaitForAsyncUtils.waitForFxEvents(4);
        return model[0];
    }

    /** Every field has something to say: the most that can be in the row. */
    private void findFaultWithEverything(FormModel model) {
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        model.form().fields().forEach(field -> notes.put(field.key(), List.of(new Note(true, false, "Wrong", null))));
        interact(() -> model.showNotes(notes));
        WaitForAsyncUtils.waitForFxEvents(4);
    }

    private List<Node> tabsInSight() {
        return lookup(".form-tabs").<Parent>query().getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .toList();
    }

    private void oneRow(String what) {
        List<Node> tabs = tabsInSight();
        double right = pane.lookup(".form")
                .localToScene(pane.lookup(".form").getLayoutBounds())
                .getMaxX();
        assertEquals(
                1,
                tabs.stream()
                        .map(tab -> tab.localToScene(tab.getLayoutBounds()).getMaxY())
                        .distinct()
                        .count(),
                what);
        for (Node tab : tabs) {
            assertTrue(tab.localToScene(tab.getLayoutBounds()).getMaxX() <= right, what + " " + tab);
            assertTrue(tab.getLayoutBounds().getWidth() >= tab.prefWidth(-1) - 1, what + " is cut: " + tab);
        }
    }

    @Test
    void theTabsStandInOneRowInEveryLanguageHoweverMuchTheyHaveToSay() {
        for (Locale language : Messages.LANGUAGES) {
            FormModel model = open("HealthcareService", Messages.of(language), NARROW);
            oneRow(language.toString());
            assertEquals(6, tabsInSight().size(), "all six without marks in " + language);
            findFaultWithEverything(model);
            oneRow(language + " with findings");
        }
    }

    @Test
    void whatHasNoRoomIsInAMenuAndTheTabThatIsLookedAtIsAlwaysThere() {
        FormModel model = open("HealthcareService", TEXTS, 300);
        findFaultWithEverything(model);
        oneRow("narrow");
        assertFalse(lookup("#tab-other").query().isVisible());
        clickOn("#tab-more").clickOn("#tab-more-other");
        WaitForAsyncUtils.waitForFxEvents(4);
        assertTrue(lookup("#tab-other").query().isVisible());
        assertTrue(lookup("#tab-more").query().isVisible(), "others went into the menu instead");
        oneRow("the last of them");
    }

    @Test
    void theArrowsGoAlongTheTabsWhichAreOneStopForTheTabKey() {
        open("HealthcareService", TEXTS, NARROW);
        clickOn("#tab-overview").push(KeyCode.RIGHT);
        assertTrue(lookup("#tab-contact").query().isFocused());
        assertTrue(lookup("#telecom").tryQuery().isPresent(), "its page is shown");
        push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertTrue(lookup("#tab-other").query().isFocused(), "beyond the first comes the last");
        push(KeyCode.RIGHT).push(KeyCode.TAB);
        assertTrue(lookup("#name").query().isFocused(), "and then the fields");
    }

    @Test
    void aPageIsAsHighAsWhatIsOnIt() {
        for (double width : new double[] {NARROW, 1000}) {
            FormModel model = open("HealthcareService", TEXTS, width);
            for (var tab : model.form().tabs()) {
                clickOn("#tab-" + tab.key());
                WaitForAsyncUtils.waitForFxEvents(4);
                ScrollPane page = lookup(".form-view").query();
                Pane content = (Pane) page.getContent();
                double lowest = content.getChildren().stream()
                        .map(column -> (Pane) column)
                        .flatMap(column -> column.getChildren().stream())
                        .mapToDouble(section -> section.getBoundsInParent().getMaxY())
                        .max()
                        .orElseThrow();
                double blank = content.getHeight()
                        - content.getPadding().getTop()
                        - content.getPadding().getBottom()
                        - lowest;
                boolean scrolls = content.getHeight() > page.getViewportBounds().getHeight();
                assertTrue(!scrolls || Math.abs(blank) < 2, tab.key() + " at " + width + ": " + blank);
            }
        }
    }

    @Test
    void everyFormCanBeOpenedInEveryLanguage() {
        for (Locale language : Messages.LANGUAGES) {
            for (String name : Hostile.all().keySet()) {
                open(name, Messages.of(language), NARROW);
                oneRow(name + " " + language);
                assertEquals(
                        "",
                        lookup(".form-view .field-label").queryAll().stream()
                                .map(Object::toString)
                                .filter(words -> words.contains("''"))
                                .collect(Collectors.joining()));
            }
        }
    }
}
