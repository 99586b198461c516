package itb.backoffice.form.editor.portal;

import itb.backoffice.form.FormModel;
import itb.backoffice.form.Tab;
import itb.backoffice.form.editor.EditorTools;
import itb.backoffice.form.portal.PortalLook;
import itb.backoffice.form.portal.PortalScreen;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A small picture of the portal that follows the settings as they are made: whichever setting changes, the page that it
 * changes is shown.
 */
public final class PortalPreview extends VBox {
    private static final String ORGANISATION = "Organization";

    private final FormModel model;
    private final EditorTools tools;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<PortalScreen, ToggleButton> buttons = new EnumMap<>(PortalScreen.class);
    private final StackPane paper = new StackPane();
    private final Label words = new Label();
    private final PortalDrawing drawing;
    private PortalLook look;
    private PortalScreen screen;

    /** The picture that belongs beside the fields of {@code tab}, if their settings change the portal. */
    public static Optional<PortalPreview> beside(FormModel model, Tab tab, EditorTools tools) {
        boolean portal = model.form().name().equals(ORGANISATION);
        return tab.fields().stream()
                .map(field -> PortalScreen.of(field.key()))
                .flatMap(Optional::stream)
                .min(java.util.Comparator.naturalOrder())
                .filter(first -> portal)
                .map(first -> new PortalPreview(model, first, tools));
    }

    private PortalPreview(FormModel model, PortalScreen first, EditorTools tools) {
        super(4);
        this.model = model;
        this.tools = tools;
        this.screen = first;
        this.look = PortalLook.of(model.form(), model.resource());
        this.drawing = new PortalDrawing(tools.messages());
        getStyleClass().add("portal-preview");
        VBox choices = new VBox(2);
        for (PortalScreen one : PortalScreen.values()) {
            ToggleButton button = new ToggleButton(tools.messages().get("form.portal." + one));
            button.setId("portal-" + one);
            button.getStyleClass().addAll("flat", "small");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> show(one));
            buttons.put(one, button);
            choices.getChildren().add(button);
        }
        paper.getStyleClass().add("portal");
        paper.setMinHeight(194);
        paper.setMaxHeight(194);
        paper.setMinWidth(0);
        paper.setPrefWidth(300);
        paper.setMaxWidth(420);
        paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        HBox.setHgrow(paper, Priority.ALWAYS);
        words.getStyleClass().addAll("text-muted", "hint");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setId("portal-words");
        HBox picture = new HBox(8, choices, paper);
        getChildren().addAll(title(picture), picture, words);
        model.resourceProperty().addListener((property, old, now) -> follow());
        show(first);
    }

    /** Folds the picture away where there is little room, and out again. */
    private ToggleButton title(HBox picture) {
        ToggleButton title = new ToggleButton(tools.messages().get("form.portal.title"));
        title.setId("portal-title");
        title.getStyleClass().addAll("flat", "field-label", "portal-title");
        title.setSelected(true);
        title.graphicProperty()
                .bind(title.selectedProperty()
                        .map(open -> new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)));
        for (Region part : List.of(picture, words)) {
            part.visibleProperty().bind(title.selectedProperty());
            part.managedProperty().bind(title.selectedProperty());
        }
        return title;
    }

    /** Draws what changed, and turns to its page where that is another. */
    private void follow() {
        PortalLook before = look;
        look = PortalLook.of(model.form(), model.resource());
        if (!look.equals(before)) {
            boolean here = !before.on(screen).equals(look.on(screen));
            show(
                    here
                            ? screen
                            : Arrays.stream(PortalScreen.values())
                                    .filter(one -> !before.on(one).equals(look.on(one)))
                                    .findFirst()
                                    .orElse(screen));
        }
    }

    private void show(PortalScreen now) {
        screen = now;
        java.util.Objects.requireNonNull(buttons.get(now)).setSelected(true);
        paper.getChildren().setAll(drawing.draw(now, look, tools.background()));
        String said = String.join(
                " ",
                PortalDrawing.words(now, look).stream()
                        .map(tools.messages()::get)
                        .toList());
        words.setText(said);
        paper.setAccessibleText(tools.messages().get("form.portal." + now) + ". " + said);
    }
}
