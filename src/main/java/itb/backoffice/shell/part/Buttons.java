package itb.backoffice.shell.part;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons as they look everywhere in the program. */
public final class Buttons {
    private Buttons() {}

    /** A plain button. */
    public static Button plain(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /** A plain button with an icon before its word. */
    public static Button withIcon(String id, Feather icon, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** The one button of a screen that carries on with the job. */
    public static Button primary(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** A button that takes something away, and says what. */
    public static Button destructive(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
        return button;
    }

    /** A button without a frame, for what stands in a line of text. */
    public static Button flat(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
        return button;
    }

    /** An icon alone; {@code name} is what a screen reader says, and the tooltip. */
    public static Button icon(String id, Feather icon, String name, Runnable action) {
        Button button = plain(id, "", action);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }
}
