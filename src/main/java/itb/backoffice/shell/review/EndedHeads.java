package itb.backoffice.shell.review;

import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.DetailsPane;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands above the groups of an upload that ended: what they have in common, said once. */
final class EndedHeads {
    private final Messages texts;
    private final OutcomeWords words;
    private final Ended ended;
    private final Runnable again;

    /** {@code again} reviews what is left. */
    EndedHeads(Messages texts, Ended ended, Runnable again) {
        this.texts = texts;
        this.words = new OutcomeWords(texts);
        this.ended = ended;
        this.again = again;
    }

    /** What stands between two lines; null where they belong together. */
    @Nullable
    Node between(@Nullable PlanLine before, PlanLine line) {
        Ended.Group group = ended.group(line);
        if (before != null && ended.group(before) == group) {
            return null;
        }
        Label heading = Labels.heading(texts.get("shell.review.group." + group, ended.count(group)));
        heading.setId("group-" + group);
        VBox head = new VBox(8, heading);
        if (group == Ended.Group.NOT_SENT) {
            ended.stopped().ifPresent(why -> head.getChildren().add(stopped(why)));
        }
        return head;
    }

    private Node stopped(UploadOutcome.NotReached why) {
        Failure failure = why.failure();
        Label sentence = Labels.strong(words.why(why));
        sentence.setId("stoppedWhy");
        VBox box = new VBox(4, sentence, Labels.text(words.way(why)));
        if (failure != null) {
            box.getChildren().add(new DetailsPane("stopped", FailurePane.details(failure), texts).root());
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        FontIcon icon = new FontIcon(failure == null ? Feather.PAUSE_CIRCLE : Feather.WIFI_OFF);
        icon.getStyleClass().add("warning");
        HBox banner = new HBox(12, icon, box, Buttons.plain("stoppedAgain", texts.get("shell.review.tryAgain"), again));
        banner.setAlignment(Pos.TOP_LEFT);
        banner.getStyleClass().addAll("banner", "warning");
        return banner;
    }
}
