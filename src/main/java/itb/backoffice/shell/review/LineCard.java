package itb.backoffice.shell.review;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.review.ChangesPane.Sides;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.validation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

        /** What else it touches that patients no longer see this. */
        List<Touched> touched(String reference);
    }

    private static final int NAMED = 3;
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

    private final PlanLine line;
    private final Messages texts;
    private final Listener listener;
    private final CheckBox goes;
    private final Label state = new Label();
    private final VBox banner = new VBox(8);
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
        root = new VBox(8, head(), banner, detail);
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
        String place = line.summary().fact(Summaries.CLINIC);
        Label action = Labels.hint(place.isEmpty() ? line.action() : line.action() + " · " + place);
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
        Optional<PlanLine> missing = standing.missingFor(now);
        List<PlanLine> heldBack = standing.heldBackBy(now);
        var obstacle = now.obstacle();
        painting = true;
        goes.setSelected(!now.leftOut() && obstacle == null);
        painting = false;
        goes.setDisable(obstacle != null);
        banner.getChildren().clear();
        if (obstacle != null) {
            add(say(
                    Feather.SLASH,
                    "warning",
                    obstacle.words(),
                    switch (obstacle.kind()) {
                        case ERRORS ->
                            Optional.of(Buttons.plain(
                                    id("open", line),
                                    texts.get("shell.review.open"),
                                    () -> listener.open(line.reference(), null)));
                        case CONFLICT -> Optional.of(resolve());
                        case NOT_ALLOWED, SENDING -> Optional.empty();
                    }));
        } else if (!now.leftOut() && missing.isPresent()) {
            add(say(
                    Feather.LINK,
                    "warning",
                    texts.get("shell.review.missing", missing.get().summary().title()),
                    Optional.empty()));
        }
        if (!heldBack.isEmpty()) {
            String names = heldBack.stream()
                    .limit(NAMED)
                    .map(line -> line.summary().title())
                    .collect(Collectors.joining(", "));
            String rest = heldBack.size() > NAMED ? texts.get("shell.review.andMore", heldBack.size() - NAMED) : "";
            add(say(
                    Feather.LINK,
                    "warning",
                    texts.get("shell.review.heldBack", heldBack.size(), names + rest),
                    Optional.empty()));
        }
        boolean going = obstacle == null && !now.leftOut() && missing.isEmpty();
        root.pseudoClassStateChanged(LEFT_OUT, now.leftOut());
        state(going ? null : obstacle != null ? "shell.review.blocked" : "shell.review.leftOut", null, "muted");
    }

    /** Shows that the upload runs: the line waits, is being sent, or its request is over. */
    void sending(String key) {
        goes.setDisable(true);
        state(
                "shell.review.sending." + key,
                switch (key) {
                    case "now" -> Feather.UPLOAD_CLOUD;
                    case "over" -> Feather.CHECK;
                    default -> null;
                },
                key.equals("now") ? "accent" : "muted");
    }

    /** Shows how it ended. */
    void ended(UploadOutcome outcome, OutcomeBanner words) {
        goes.setDisable(true);
        state.setText(words.word(outcome));
        state.setGraphic(words.icon(outcome));
        banner.getChildren()
                .setAll(words.of(line, outcome, listener, this::resolve)
                        .map(List::of)
                        .orElse(List.of()));
        boolean done = outcome instanceof UploadOutcome.Accepted;
        detail.setVisible(!done);
        detail.setManaged(!done);
    }

    private Node resolve() {
        return Buttons.plain(
                id("resolve", line), texts.get("shell.review.resolve"), () -> listener.resolve(line.reference()));
    }

    private void add(Node node) {
        banner.getChildren().add(node);
    }

    private static HBox say(Feather icon, String colour, String words, Optional<? extends Node> button) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add(colour);
        Label text = Labels.text(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox say = new HBox(12, picture, text);
        button.ifPresent(say.getChildren()::add);
        say.setAlignment(Pos.CENTER_LEFT);
        say.getStyleClass().addAll("banner", colour);
        return say;
    }

    private void state(@Nullable String key, @Nullable Feather icon, String colour) {
        state.setText(key == null ? "" : texts.get(key));
        state.getStyleClass().remove("muted");
        state.setGraphic(null);
        if (colour.equals("muted")) {
            state.getStyleClass().add("muted");
        }
        if (icon != null) {
            FontIcon picture = new FontIcon(icon);
            picture.getStyleClass().add(colour);
            state.setGraphic(picture);
        }
    }
}
