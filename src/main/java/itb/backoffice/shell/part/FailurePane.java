package itb.backoffice.shell.part;

import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Messages;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a server did not do what was asked: a sentence, the next step, and the technical words under "details". */
public final class FailurePane {
    private FailurePane() {}

    /** The failure as it is shown; {@code id} begins the ids of its controls. */
    public static Node of(String id, Failure failure, Messages texts) {
        var sentence = Labels.strong(sentence(failure, texts));
        sentence.setId(id + "Sentence");
        var next = Labels.text(texts.get("connection.failure." + failure.kind() + ".next"));
        next.setId(id + "Next");
        var words = new VBox(4, sentence, next, new DetailsPane(id + "Details", details(failure), texts).root());
        FontIcon icon = new FontIcon(Feather.ALERT_CIRCLE);
        icon.getStyleClass().add("danger");
        HBox pane = new HBox(12, icon, words);
        pane.setAlignment(Pos.TOP_LEFT);
        pane.getStyleClass().addAll("banner", "danger");
        return pane;
    }

    /** The failure in one sentence. */
    public static String sentence(Failure failure, Messages texts) {
        return texts.get("connection.failure." + failure.kind());
    }

    /** The same, and what to do about it. */
    public static String sentences(Failure failure, Messages texts) {
        return sentence(failure, texts) + " " + texts.get("connection.failure." + failure.kind() + ".next");
    }

    /** What a support person wants to know: status, details and the server's issues. */
    public static String details(Failure failure) {
        String issues = failure.issues().stream()
                .map(issue -> issue.severity() + " " + issue.code() + ": " + issue.text() + " "
                        + String.join(", ", issue.expressions()))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        String status = failure.status() == 0 ? "" : " " + failure.status();
        return (failure.kind() + status + "\n" + failure.details() + "\n" + issues).strip();
    }
}
