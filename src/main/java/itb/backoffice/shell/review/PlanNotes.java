package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a line of a plan cannot go, with the way out, and who waits for whom. */
final class PlanNotes {
    private static final int NAMED = 3;

    private final PlanLine line;
    private final Standing standing;
    private final Messages texts;
    private final LineCard.Listener listener;

    PlanNotes(PlanLine line, Standing standing, Messages texts, LineCard.Listener listener) {
        this.line = line;
        this.standing = standing;
        this.texts = texts;
        this.listener = listener;
    }

    List<Node> all() {
        List<Node> notes = new ArrayList<>();
        PlanLine.Obstacle obstacle = line.obstacle();
        if (obstacle != null) {
            notes.add(say(Feather.SLASH, obstacle.words(), wayOut(obstacle)));
        } else if (!line.leftOut()) {
            standing.missingFor(line)
                    .map(missing ->
                            texts.get("shell.review.missing", missing.summary().title()))
                    .ifPresent(words -> notes.add(say(Feather.LINK, words, Optional.empty())));
        }
        List<PlanLine> heldBack = standing.heldBackBy(line);
        if (!heldBack.isEmpty()) {
            notes.add(say(Feather.LINK, heldBack(heldBack), Optional.empty()));
        }
        return notes;
    }

    private Optional<Node> wayOut(PlanLine.Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case ERRORS -> Optional.of(open(line, texts, listener));
            case CONFLICT -> Optional.of(resolve(line, texts, listener));
            case SENDING -> Optional.of(findOut(line, texts, listener));
            case NOT_ALLOWED -> Optional.empty();
        };
    }

    /** Opens the draft in its form. */
    static Node open(PlanLine line, Messages texts, LineCard.Listener listener) {
        return Buttons.plain(
                LineCard.id("open", line), texts.get("shell.review.open"), () -> listener.open(line.reference(), null));
    }

    /** Leads to the choice between two versions. */
    static Node resolve(PlanLine line, Messages texts, LineCard.Listener listener) {
        return Buttons.plain(
                LineCard.id("resolve", line),
                texts.get("shell.review.resolve"),
                () -> listener.resolve(line.reference()));
    }

    /** Looks at the server for what became of it. */
    static Node findOut(PlanLine line, Messages texts, LineCard.Listener listener) {
        return Buttons.plain(LineCard.id("findOut", line), texts.get("shell.review.findOut"), listener::findOut);
    }

    private String heldBack(List<PlanLine> waiting) {
        String names =
                waiting.stream().limit(NAMED).map(one -> one.summary().title()).collect(Collectors.joining(", "));
        String rest = waiting.size() > NAMED ? texts.get("shell.review.andMore", waiting.size() - NAMED) : "";
        return texts.get("shell.review.heldBack", waiting.size(), names + rest);
    }

    private static HBox say(Feather icon, String words, Optional<Node> button) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("warning");
        Label text = Labels.text(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox say = new HBox(12, picture, text);
        button.ifPresent(say.getChildren()::add);
        say.setAlignment(Pos.CENTER_LEFT);
        say.getStyleClass().addAll("banner", "warning");
        return say;
    }
}
