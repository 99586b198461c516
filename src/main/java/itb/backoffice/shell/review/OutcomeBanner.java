package itb.backoffice.shell.review;

import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.DetailsPane;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.ServerIssue;
import itb.backoffice.upload.UploadOutcome;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says how one line ended: an icon and a word, a sentence, the next step, and the way to it. */
final class OutcomeBanner {
    private final Messages texts;
    private final OutcomeWords words;

    OutcomeBanner(Messages texts) {
        this.texts = texts;
        words = new OutcomeWords(texts);
    }

    /** The outcome in one word. */
    String word(UploadOutcome outcome) {
        return texts.get("shell.review.outcome."
                + switch (outcome) {
                    case UploadOutcome.Accepted accepted -> "accepted";
                    case UploadOutcome.Rejected rejected -> "rejected";
                    case UploadOutcome.Duplicate duplicate -> "rejected";
                    case UploadOutcome.LostRace lost -> "needsReview";
                    case UploadOutcome.Conflict conflict -> "conflict";
                    case UploadOutcome.NeedsReview review -> "needsReview";
                    case UploadOutcome.NotReached stopped -> "notReached";
                    case UploadOutcome.Unknown unknown -> "unknown";
                });
    }

    /** Its icon. */
    FontIcon icon(UploadOutcome outcome) {
        FontIcon icon = new FontIcon(
                switch (outcome) {
                    case UploadOutcome.Accepted accepted -> Feather.CHECK_CIRCLE;
                    case UploadOutcome.Rejected rejected -> Feather.X_CIRCLE;
                    case UploadOutcome.Duplicate duplicate -> Feather.X_CIRCLE;
                    case UploadOutcome.LostRace lost -> Feather.EYE;
                    case UploadOutcome.Conflict conflict -> Feather.GIT_MERGE;
                    case UploadOutcome.NeedsReview review -> Feather.EYE;
                    case UploadOutcome.NotReached stopped -> Feather.WIFI_OFF;
                    case UploadOutcome.Unknown unknown -> Feather.HELP_CIRCLE;
                });
        icon.getStyleClass().add(colour(outcome));
        return icon;
    }

    private static String colour(UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Accepted accepted -> "success";
            case UploadOutcome.Rejected rejected -> "danger";
            case UploadOutcome.Duplicate duplicate -> "danger";
            default -> "warning";
        };
    }

    /** The whole of it, for the card of {@code line}. */
    Node of(PlanLine line, UploadOutcome outcome, LineCard.Listener listener, Supplier<Node> resolve) {
        Label sentence = Labels.strong(words.sentence(line.summary().title(), outcome));
        sentence.setId(LineCard.id("outcome", line));
        VBox box = new VBox(4, sentence);
        String next = words.next(outcome);
        if (!next.isBlank()) {
            box.getChildren().add(Labels.text(next));
        }
        if (outcome instanceof UploadOutcome.Rejected rejected) {
            rejected.issues().forEach(issue -> box.getChildren().add(issue(line, issue, listener)));
        }
        Failure failure = failure(outcome);
        if (failure != null) {
            box.getChildren()
                    .add(new DetailsPane(LineCard.id("details", line), FailurePane.details(failure), texts).root());
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox banner = new HBox(12, box);
        if (outcome instanceof UploadOutcome.Conflict) {
            banner.getChildren().add(resolve.get());
        } else if (outcome instanceof UploadOutcome.Rejected) {
            banner.getChildren()
                    .add(Buttons.plain(
                            LineCard.id("open", line),
                            texts.get("shell.review.open"),
                            () -> listener.open(line.reference(), null)));
        }
        banner.getStyleClass().addAll("banner", colour(outcome));
        return banner;
    }

    private Node issue(PlanLine line, ServerIssue issue, LineCard.Listener listener) {
        HBox box = new HBox(8, Labels.text(texts.get("shell.review.serverSays", issue.text())));
        box.getStyleClass().add("baseline");
        String field = issue.field();
        if (field != null) {
            box.getChildren()
                    .add(Buttons.flat(
                            LineCard.id("issue", line),
                            texts.get("shell.review.goTo", texts.get(field)),
                            () -> listener.open(line.reference(), issue.path())));
        }
        return box;
    }

    private static @Nullable Failure failure(UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Rejected rejected -> rejected.failure();
            case UploadOutcome.NotReached stopped -> stopped.failure();
            case UploadOutcome.Unknown unknown -> unknown.failure();
            default -> null;
        };
    }

    /** How many ended how. */
    String summary(itb.backoffice.upload.UploadResult result) {
        return words.summary(result);
    }
}
