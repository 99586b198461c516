package itb.backoffice.shell.review;

import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.DetailsPane;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.ServerIssue;
import itb.backoffice.upload.UploadOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
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
    private final Differing differing;

    /** {@code changes} shows what a server made of what it was sent. */
    OutcomeBanner(Messages texts, ChangesPane changes) {
        this.texts = texts;
        words = new OutcomeWords(texts);
        differing = new Differing(texts, changes);
    }

    /** How {@code line} ended, in one word. */
    String word(PlanLine line, UploadOutcome outcome) {
        return texts.get("shell.review.outcome."
                + switch (outcome) {
                    case UploadOutcome.Accepted accepted ->
                        line.draft().kind() == Draft.Kind.DELETE
                                ? "deleted"
                                : accepted.differs().isEmpty() ? "accepted" : "differs";
                    case UploadOutcome.Rejected rejected -> "rejected";
                    case UploadOutcome.Duplicate duplicate -> "duplicate";
                    case UploadOutcome.LostRace lost -> "lostRace";
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
                    case UploadOutcome.Accepted accepted ->
                        accepted.differs().isEmpty() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE;
                    case UploadOutcome.Rejected rejected -> Feather.X_CIRCLE;
                    case UploadOutcome.Duplicate duplicate -> Feather.COPY;
                    case UploadOutcome.LostRace lost -> Feather.USERS;
                    case UploadOutcome.Conflict conflict -> Feather.GIT_MERGE;
                    case UploadOutcome.NeedsReview review -> Feather.EYE;
                    case UploadOutcome.NotReached stopped -> Feather.CLOCK;
                    case UploadOutcome.Unknown unknown -> Feather.HELP_CIRCLE;
                });
        icon.getStyleClass().add(colour(outcome));
        return icon;
    }

    private static String colour(UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Accepted accepted -> accepted.differs().isEmpty() ? "success" : "warning";
            case UploadOutcome.Rejected rejected -> "danger";
            case UploadOutcome.Duplicate duplicate -> "danger";
            default -> "warning";
        };
    }

    /** The whole of it, for the card of {@code line}; empty where the word says all, or what stands above the group does. */
    Optional<Node> of(PlanLine line, UploadOutcome outcome, LineCard.Listener listener) {
        boolean saidAbove =
                outcome instanceof UploadOutcome.NotReached stopped && stopped.reason() != UploadOutcome.Reason.DEPENDS;
        boolean plain = outcome instanceof UploadOutcome.Accepted accepted
                && accepted.differs().isEmpty();
        if (saidAbove || plain) {
            return Optional.empty();
        }
        Label sentence = Labels.strong(words.sentence(line, outcome));
        sentence.setId(LineCard.id("outcome", line));
        VBox box = new VBox(outcome instanceof UploadOutcome.Accepted ? 8 : 4, sentence);
        box.getChildren().addAll(details(line, outcome, listener));
        box.getChildren().add(Labels.text(words.next(outcome)));
        Failure failure = failure(outcome);
        if (failure != null) {
            box.getChildren()
                    .add(new DetailsPane(LineCard.id("details", line), FailurePane.details(failure), texts).root());
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox banner = new HBox(12, icon(outcome), box);
        banner.getChildren().addAll(buttons(line, outcome, listener));
        banner.setAlignment(Pos.TOP_LEFT);
        banner.getStyleClass().addAll("banner", colour(outcome));
        return Optional.of(banner);
    }

    private List<Node> details(PlanLine line, UploadOutcome outcome, LineCard.Listener listener) {
        List<Node> details = new ArrayList<>();
        if (outcome instanceof UploadOutcome.Rejected rejected) {
            rejected.issues().forEach(issue -> details.add(issue(line, issue, details.size(), listener)));
        } else if (outcome instanceof UploadOutcome.Accepted accepted) {
            details.add(differing.of(line, accepted.differs()));
        }
        return details;
    }

    private List<Node> buttons(PlanLine line, UploadOutcome outcome, LineCard.Listener listener) {
        return switch (outcome) {
            case UploadOutcome.Conflict conflict -> List.of(PlanNotes.resolve(line, texts, listener));
            case UploadOutcome.Rejected rejected -> List.of(PlanNotes.open(line, texts, listener));
            case UploadOutcome.Duplicate(String type, String id) ->
                List.of(
                        there(line, "shell.review.openOther", type + "/" + id, listener),
                        PlanNotes.open(line, texts, listener));
            case UploadOutcome.Accepted accepted ->
                List.of(there(line, "shell.review.openThere", line.draft().type() + "/" + accepted.id(), listener));
            case UploadOutcome.LostRace lost ->
                List.of(
                        lost.draft() == null
                                ? there(line, "shell.review.openThere", line.reference(), listener)
                                : again(line, lost.deleted() ? "deletion" : "theirs", listener));
            case UploadOutcome.NeedsReview review ->
                review.draft() == null ? List.of() : List.of(again(line, "again.one", listener));
            case UploadOutcome.Unknown unknown -> List.of(PlanNotes.findOut(line, texts, listener));
            case UploadOutcome.NotReached stopped -> List.of();
        };
    }

    private Node there(PlanLine line, String key, String reference, LineCard.Listener listener) {
        return Buttons.plain(LineCard.id("openThere", line), texts.get(key), () -> listener.open(reference, null));
    }

    private Node again(PlanLine line, String what, LineCard.Listener listener) {
        return Buttons.plain(
                LineCard.id("reviewAgain", line),
                texts.get("shell.review." + what),
                () -> listener.reviewAgain(line.reference()));
    }

    private Node issue(PlanLine line, ServerIssue issue, int number, LineCard.Listener listener) {
        HBox box = new HBox(8);
        if (issue.said()) {
            box.getChildren().add(Labels.text(texts.get("shell.review.serverSays", issue.text())));
        }
        box.getStyleClass().add("baseline");
        String path = issue.path();
        Optional.ofNullable(issue.field())
                .map(texts::get)
                .ifPresent(name -> box.getChildren()
                        .add(Buttons.flat(
                                LineCard.id("issue" + number, line),
                                texts.get("shell.review.goTo", name),
                                () -> listener.open(line.reference(), path))));
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
}
