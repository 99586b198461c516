package itb.backoffice.shell.help;

import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.Theme;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small window in place of the program's own, where that cannot open: what is in the way and what to do about it. */
public final class StartTroubleView {
    private static final double WIDTH = 480;

    private StartTroubleView() {}

    /** Starts JavaFX with this window alone; the program ends when it is closed. */
    public static void show(String heading, String sentence, Messages texts) {
        Platform.startup(() -> {
            Theme theme = new Theme();
            theme.apply(Settings.Theme.SYSTEM);
            Stage stage = new Stage();
            Scene scene = new Scene(root(heading, sentence, texts, stage::close));
            theme.dress(scene);
            stage.getIcons().addAll(theme.icons());
            stage.setTitle(texts.get("shell.title"));
            stage.setScene(scene);
            stage.setResizable(false);
            stage.show();
        });
    }

    /** What stands in the window. */
    public static Parent root(String heading, String sentence, Messages texts, Runnable close) {
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("danger");
        Button button = Buttons.primary("startTroubleClose", texts.get("shell.start.close"), close);
        button.setDefaultButton(true);
        button.setCancelButton(true);
        HBox foot = new HBox(button);
        foot.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(8, icon, Labels.heading(heading));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox root = new VBox(16, head, Labels.text(sentence), foot);
        root.setId("startTrouble");
        root.setPrefWidth(WIDTH);
        root.setPadding(new Insets(24));
        return root;
    }
}
