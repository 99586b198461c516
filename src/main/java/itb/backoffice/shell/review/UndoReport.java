package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.Undo;
import itb.backoffice.upload.Undone;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What came of taking an upload back, where not all of it could be: the reasons, and the way on with the rest. */
final class UndoReport {
    /** So many reasons are told one by one. */
    private static final int MOST = 12;

    private final Messages texts;
    private final List<Undo.Line> lines;
    private @Nullable Button first;

    UndoReport(Messages texts, List<Undo.Line> lines) {
        this.texts = texts;
        this.lines = lines;
    }

    /** The drafts that were made, those in conflict among them. */
    List<String> drafts() {
        return lines.stream()
                .flatMap(line -> switch (line.undone()) {
                    case Undone.Ready ready -> Stream.of(ready.draft().reference());
                    case Undone.Collides collides -> Stream.of(collides.draft().reference());
                    case Undone.AsBefore before -> Stream.<String>empty();
                    case Undone.Impossible impossible -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }

    /** Whether a draft takes back every line. */
    boolean whole() {
        return problems().isEmpty();
    }

    private List<String> problems() {
        return lines.stream()
                .flatMap(line -> switch (line.undone()) {
                    case Undone.AsBefore before -> Stream.of(say("AS_BEFORE", line));
                    case Undone.Impossible(Undone.Reason reason) -> Stream.of(say(reason.name(), line));
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    private String say(String key, Undo.Line line) {
        return texts.get("shell.history.undone." + key, line.entry().title());
    }

    /** Puts the keyboard on the banner's first button. */
    void focus() {
        if (first != null) {
            first.requestFocus();
        }
    }

    /** The report as a banner; {@code review} is told of the drafts, {@code close} takes the banner away. */
    Node banner(Consumer<List<String>> review, Runnable close) {
        List<String> drafts = drafts();
        List<String> problems = problems();
        Label heading = Labels.strong(texts.get("shell.history.undone", drafts.size(), problems.size()));
        heading.setId("undoReport");
        VBox words = new VBox(4, heading);
        problems.stream().limit(MOST).map(Labels::text).forEach(words.getChildren()::add);
        if (problems.size() > MOST) {
            words.getChildren().add(Labels.hint(texts.get("shell.history.undone.more", problems.size() - MOST)));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Button away = Buttons.icon("undoReportClose", Feather.X, texts.get("shell.notice.close"), close);
        first = away;
        HBox banner = new HBox(12, words);
        if (!drafts.isEmpty()) {
            Button on = Buttons.primary(
                    "undoReview", texts.get("shell.drafts.review", drafts.size()), () -> review.accept(drafts));
            banner.getChildren().add(on);
            first = on;
        }
        banner.getChildren().add(away);
        banner.setAlignment(Pos.TOP_LEFT);
        banner.getStyleClass().addAll("banner", "warning");
        return banner;
    }
}
