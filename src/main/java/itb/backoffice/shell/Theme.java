package itb.backoffice.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import itb.backoffice.platform.Settings;
import itb.backoffice.platform.Settings.WindowPlace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;

/** The colours of the window: light or dark, as the system has it unless the user says otherwise. */
public final class Theme {
    private Settings.Theme chosen = Settings.Theme.SYSTEM;

    /** Follows the system from now on, as long as that is what the user wants. */
    public Theme() {
        Platform.getPreferences().colorSchemeProperty().addListener((property, old, scheme) -> apply(chosen));
    }

    /** Shows everything in {@code theme}. */
    public void apply(Settings.Theme theme) {
        chosen = theme;
        boolean dark = switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** Adds what the theme lacks. */
    public void dress(Scene scene) {
        scene.getStylesheets().addAll(sheet("app.css"), sheet("screens.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/itb/backoffice/shell/" + name))
                .toExternalForm();
    }

    /** The program's icon in the sizes that window systems ask for. */
    public List<Image> icons() {
        return Stream.of("/itb/backoffice/icon-32.png", "/itb/backoffice/icon-128.png")
                .map(Theme.class::getResourceAsStream)
                .filter(Objects::nonNull)
                .map(Image::new)
                .toList();
    }

    /** Whether a window at {@code place} could be seen: screens come and go. */
    public static boolean onSomeScreen(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), 40)
                .isEmpty();
    }
}
