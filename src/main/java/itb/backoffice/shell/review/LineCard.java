package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.review.ChangesPane.Sides;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.validation.Finding;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of a plan: what it is about, its changes and findings, whether it goes, and how it went. */
final class LineCard {
    /** What can be done on a card. */
    interface Listener {
        /** Leaves the line out, or takes it in again. */
        void leaveOut(PlanLine line, boolean out);

        /** Opens the draft at a field. */
        void open(String reference, @Nullable String path);

        /** Goes to the resolution of its conflict. */
        void resolve(String reference);

        /** Reviews this one again, as it now is. */
        void reviewAgain(String reference);

        /** Looks at the server for what became of drafts whose answer was lost. */
        void findOut();

        /** What else it touches that patients no longer see this. */
        List<Touched> touched(String reference);
    }

    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

    private final PlanLine line;
    private final Messages texts;
    private final Listener listener;
    private final CheckBox goes;
    private final Label state = new Label();
    private final VBox banner = new VBox(8);
    private final HBox head;
    private final VBox detail;
    private final VBox root;
    private boolean painting;

    LineCard(PlanLine line, Messages texts, ChangesPane changes, Listener listener) {
        this.line = line;
        this.texts = texts;
        this.listener = listener;
        goes = new CheckBox(line.summary().title());
        goes.setId(id("line", line));
        goes.getStyleClass().add("screen-strong");
        goes.setAccessibleText(texts.get("shell.review.goes", line.summary().title(), line.action()));
        goes.selectedProperty().addListener((value, old, now) -> {
            if (!painting) {
                listener.leaveOut(this.line, !now);
            }
        });
        Sides sides = switch (line.draft().kind()) {
            case CREATE -> Sides.NEW;
            case UPDATE -> Sides.BOTH;
            case DELETE -> Sides.OLD;
        };
        detail = new VBox(16);
        if (line.draft().merged()) {
            detail.getChildren().add(merged());
        }
        detail.getChildren().add(changes.of(line.changes(), sides, this::below));
        List<Finding> others = line.findings().stream()
                .filter(finding -> line.changes().stream().noneMatch(change -> about(change, finding)))
                .toList();
        if (!others.isEmpty()) {
            detail.getChildren().add(FindingLines.of(line, others, texts, listener));
        }
        List<Touched> touched = line.hides() ? listener.touched(line.reference()) : List.of();
        if (!touched.isEmpty()) {
            detail.getChildren().add(TouchedLines.of(touched, line.summary().title(), texts));
        }
        detail.getStyleClass().add("card-detail");
        head = head();
        root = new VBox(8, head, banner, detail);
        root.getStyleClass().add("card");
        root.setId(id("card", line));
        banner.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(banner.getChildren()));
    }

    private boolean about(FieldChange change, Finding finding) {
        PlanLine.Place place = line.places().get(finding);
        return place != null && place.path().equals(change.path());
    }

    private @Nullable Node below(FieldChange change) {
        List<Finding> here = line.findings().stream()
                .filter(finding -> about(change, finding))
                .toList();
        return here.isEmpty() ? null : FindingLines.of(line, here, texts, listener);
    }

    private Label merged() {
        Label merged = Labels.text(texts.get("shell.review.merged"));
        merged.setId(id("merged", line));
        merged.setGraphic(new FontIcon(Feather.GIT_MERGE));
        merged.setGraphicTextGap(8);
        return merged;
    }

    /** The id of a control that belongs to {@code line}. */
    static String id(String what, PlanLine line) {
        return what + "-" + line.reference().replace('/', '-');
    }

    private HBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label action = Labels.hint(line.action());
        action.setWrapText(false);
        action.setGraphic(new FontIcon(
                switch (line.draft().kind()) {
                    case CREATE -> Feather.PLUS_CIRCLE;
                    case UPDATE -> Feather.EDIT_2;
                    case DELETE -> Feather.TRASH_2;
                }));
        if (line.draft().kind() == Draft.Kind.DELETE) {
            action.getStyleClass().add("deleting");
        }
        state.setId(id("state", line));
        state.setMinWidth(Region.USE_PREF_SIZE);
        goes.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, goes, action, space, state);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    Node root() {
        return root;
    }

    PlanLine line() {
        return line;
    }

    /** Takes the focus, where the line can be left out. */
    boolean focus() {
        goes.requestFocus();
        return !goes.isDisabled();
    }

    /** Shows whether the line goes, and who waits for whom. */
    void plan(PlanLine now, Standing standing) {
        var obstacle = now.obstacle();
        boolean waits =
                obstacle == null && !now.leftOut() && standing.missingFor(now).isPresent();
        painting = true;
        goes.setSelected(!now.leftOut() && obstacle == null);
        painting = false;
        goes.setDisable(obstacle != null);
        banner.getChildren().setAll(new PlanNotes(now, standing, texts, listener).all());
        root.pseudoClassStateChanged(LEFT_OUT, now.leftOut());
        state(
                obstacle != null
                        ? "shell.review.blocked"
                        : now.leftOut() ? "shell.review.leftOut" : waits ? "shell.review.waits" : null);
    }

    /** Shows that the upload runs, and whether this line is among what goes. */
    void sending(boolean goesAlong) {
        goes.setDisable(true);
        banner.getChildren().clear();
        if (goesAlong) {
            state("shell.review.sending");
        }
    }

    /** Shows how it ended. */
    void ended(UploadOutcome outcome, OutcomeBanner words) {
        boolean toCorrect =
                outcome instanceof UploadOutcome.Rejected && line.draft().kind() == Draft.Kind.UPDATE;
        over(words.word(line, outcome), toCorrect);
        state.setGraphic(words.icon(outcome));
        state.getStyleClass().remove("muted");
        words.of(line, outcome, listener).ifPresent(banner.getChildren()::add);
    }

    /** Shows that it was never to go, with the reason in a word. */
    void stayed(boolean blocked) {
        over(texts.get(blocked ? "shell.review.blocked" : "shell.review.leftOut"), false);
    }

    /** There is nothing to choose any more; the changes stay in sight where they have to be looked at. */
    private void over(String word, boolean changesShown) {
        Label title = Labels.strong(line.summary().title());
        title.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().set(0, title);
        banner.getChildren().clear();
        state.setGraphic(null);
        state.setText(word);
        if (!state.getStyleClass().contains("muted")) {
            state.getStyleClass().add("muted");
        }
        root.pseudoClassStateChanged(LEFT_OUT, false);
        detail.setVisible(changesShown);
        detail.setManaged(changesShown);
    }

    private void state(@Nullable String key) {
        state.setText(key == null ? "" : texts.get(key));
        state.setGraphic(null);
        if (!state.getStyleClass().contains("muted")) {
            state.getStyleClass().add("muted");
        }
    }
}
