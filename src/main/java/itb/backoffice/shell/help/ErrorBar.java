package itb.backoffice.shell.help;

import atlantafx.base.theme.Styles;
import itb.backoffice.platform.ErrorReporter.Report;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.DetailsPane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells of something unexpected in one plain sentence, with the code to copy. It never blocks the work. */
public final class ErrorBar {
    private final Messages texts;
    private final VBox root = new VBox(8);
    private int shown;

    /** A bar that takes no room until there is something to tell. */
    public ErrorBar(Messages texts) {
        this.texts = texts;
        root.setId("error");
        root.getStyleClass().addAll("banner", "danger", "error-bar");
        Screen.dress(root);
        close();
    }

    /** The bar. */
    public Parent root() {
        return root;
    }

    /** Shows {@code report}; call on the FX thread. A further one takes its place and says how many there were. */
    public void show(Report report) {
        shown++;
        Optional<String> storage = StorageTrouble.of(report.error()).map(trouble -> "shell.error." + trouble);
        Label sentence = Labels.strong(texts.get(storage.orElse("shell.error.sentence")));
        sentence.setId("errorSentence");
        Label safe = Labels.text(storage.map(key -> texts.get(key + ".next"))
                .orElseGet(() -> shown == 1 ? texts.get("shell.error.safe") : texts.get("shell.error.several", shown)));
        safe.setId("errorSafe");
        VBox words = new VBox(4, sentence, safe);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label code = new Label(report.code());
        code.setId("errorCode");
        code.getStyleClass().add("code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        Button copy = Buttons.withIcon("errorCopy", Feather.COPY, texts.get("shell.error.copy"), () -> {});
        copy.setOnAction(event -> {
            DetailsPane.copy(report.code());
            copy.setText(texts.get("shell.details.copied"));
        });
        copy.getStyleClass().add(Styles.SMALL);
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("danger");
        HBox line = new HBox(
                12,
                icon,
                words,
                code,
                copy,
                Buttons.icon("errorClose", Feather.X, texts.get("shell.error.close"), this::close));
        line.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(line, new DetailsPane("errorDetails", stackTrace(report.error()), texts).root());
        root.setAccessibleRole(AccessibleRole.TEXT);
        root.setAccessibleText(sentence.getText() + " " + safe.getText() + " " + report.code());
        visible(true);
    }

    private void close() {
        shown = 0;
        visible(false);
    }

    private void visible(boolean now) {
        root.setVisible(now);
        root.setManaged(now);
    }

    private static String stackTrace(Throwable error) {
        StringBuilder words = new StringBuilder();
        for (Throwable at = error; at != null; at = at.getCause()) {
            words.append(at).append('\n');
            for (StackTraceElement element : at.getStackTrace()) {
                words.append("    ").append(element).append('\n');
            }
        }
        return words.toString();
    }
}
