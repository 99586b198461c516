package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Change;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.DetailsPane;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.ServerIssue;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** The whole of it, for the card of {@code line}; empty where there is nothing to say but that it went well. */
    Optional<Node> of(PlanLine line, UploadOutcome outcome, LineCard.Listener listener, Supplier<Node> resolve) {
        if (outcome instanceof UploadOutcome.Accepted accepted
                && accepted.differs().isEmpty()) {
            return Optional.empty();
        }
        Label sentence = Labels.strong(words.sentence(line.summary().title(), outcome));
        sentence.setId(LineCard.id("outcome", line));
        VBox box = new VBox(4, sentence);
        box.getChildren().addAll(details(line, outcome, listener));
        Failure failure = failure(outcome);
        if (failure != null) {
            box.getChildren()
                    .add(new DetailsPane(LineCard.id("details", line), FailurePane.details(failure), texts).root());
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox banner = new HBox(12, icon(outcome), box);
        banner.getChildren().addAll(buttons(line, outcome, listener, resolve));
        banner.setAlignment(Pos.TOP_LEFT);
        banner.getStyleClass().addAll("banner", colour(outcome));
        return Optional.of(banner);
    }

    private List<Node> details(PlanLine line, UploadOutcome outcome, LineCard.Listener listener) {
        List<Node> details = new ArrayList<>();
        String next = words.next(outcome);
        if (outcome instanceof UploadOutcome.Rejected rejected) {
            rejected.issues().forEach(issue -> details.add(issue(line, issue, details.size(), listener)));
        } else if (outcome instanceof UploadOutcome.Accepted accepted) {
            accepted.differs().forEach(change -> details.add(differs(line, change)));
        }
        if (!next.isBlank()) {
            details.add(Labels.text(next));
        }
        return details;
    }

    private List<Node> buttons(
            PlanLine line, UploadOutcome outcome, LineCard.Listener listener, Supplier<Node> resolve) {
        Supplier<Node> draft = () -> Buttons.plain(
                LineCard.id("open", line), texts.get("shell.review.open"), () -> listener.open(line.reference(), null));
        return switch (outcome) {
            case UploadOutcome.Conflict conflict -> List.of(resolve.get());
            case UploadOutcome.Rejected rejected -> List.of(draft.get());
            case UploadOutcome.Duplicate(String type, String id) ->
                List.of(
                        Buttons.plain(
                                LineCard.id("openOther", line),
                                texts.get("shell.review.openOther"),
                                () -> listener.open(type + "/" + id, null)),
                        draft.get());
            default -> List.of();
        };
    }

    private Node issue(PlanLine line, ServerIssue issue, int number, LineCard.Listener listener) {
        Label said = Labels.text(texts.get("shell.review.serverSays", issue.text()));
        HBox box = new HBox(8, said);
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

    /** What the server made of one element. */
    private Node differs(PlanLine line, Change change) {
        String name = field(line, change.path())
                .orElseGet(() -> texts.get("upload.other", Wording.path(change.path(), texts)));
        JsonNode now = change.after();
        return Labels.text(
                now == null
                        ? texts.get("shell.review.differs.gone", name)
                        : now.isValueNode()
                                ? texts.get("shell.review.differs.value", name, now.asText())
                                : texts.get("shell.review.differs", name));
    }

    /** The field as this resource has it, where it is among what changed; else as its kind has it. */
    private Optional<String> field(PlanLine line, String path) {
        return line.changes().stream()
                .filter(change -> path.equals(change.path())
                        || path.startsWith(change.path() + ".")
                        || path.startsWith(change.path() + "["))
                .map(FieldChange::label)
                .findFirst()
                .or(() -> Forms.of(line.draft().type())
                        .flatMap(form -> form.fieldAt(path).map(form::labelKey))
                        .map(texts::get));
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
