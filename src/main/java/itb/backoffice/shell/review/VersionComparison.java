package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Named;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.KnownVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two versions of a thing side by side: the one that is chosen, and the one before it or any other. */
final class VersionComparison {
    private final Messages texts;
    private final Background background;
    private final VersionDesk desk;
    private final When when;
    private final ComboBox<Optional<VersionRow>> other = new ComboBox<>();
    private final VBox fields = new VBox(16);
    private final VBox root;
    private String type = "";
    private @Nullable VersionRow chosen;

    VersionComparison(Messages texts, Background background, VersionDesk desk, When when) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.when = when;
        other.setId("versionOther");
        other.setAccessibleText(texts.get("shell.versions.with"));
        other.setConverter(new Named<>(row -> row.map(this::name).orElse(texts.get("shell.versions.before"))));
        other.valueProperty().addListener((value, old, now) -> refresh());
        Label with = Labels.hint(texts.get("shell.versions.with"));
        with.setLabelFor(other);
        with.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(8, with, other);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("comparison-head");
        fields.getStyleClass().add("screen-body");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setId("versionChanges");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        root = new VBox(head, scroll);
    }

    Node root() {
        return root;
    }

    /** Names the version by its time and person. */
    private String name(VersionRow row) {
        String who = row.version().who();
        String time = VersionCell.time(row, texts, when);
        return who == null ? time : time + ", " + who;
    }

    void clear() {
        chosen = null;
        fields.getChildren().clear();
    }

    /** Offers {@code rows} to compare with; what was chosen stays chosen. */
    void offer(List<VersionRow> rows) {
        List<Optional<VersionRow>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        rows.stream().filter(row -> !row.version().deletion()).map(Optional::of).forEach(choices::add);
        Optional<VersionRow> now = other.getValue();
        other.getItems().setAll(choices);
        other.setValue(now != null && choices.contains(now) ? now : Optional.empty());
    }

    /** Shows what is different in {@code row}. */
    void show(String its, VersionRow row) {
        type = its;
        chosen = row;
        refresh();
    }

    private void refresh() {
        VersionRow row = chosen;
        if (row == null) {
            return;
        }
        VersionRow with = other.getValue() == null ? null : other.getValue().orElse(null);
        if (with == null) {
            show(row, row.before(), row.changes(), texts.get("shell.review.before"), texts.get("shell.review.after"));
        } else {
            KnownVersion one = with.version();
            background.latest(this, () -> VersionRow.between(type, one, row.version(), desk.words()), changes -> {
                if (row.equals(chosen)) {
                    show(row, one, changes, name(with), name(row));
                }
            });
        }
    }

    private void show(
            VersionRow row, @Nullable KnownVersion before, List<FieldChange> changes, String old, String now) {
        List<Node> nodes = new ArrayList<>();
        if (row.version().deletion()) {
            nodes.add(Labels.strong(texts.get("shell.versions.wasDeleted")));
        }
        nodes.add(
                changes.isEmpty()
                        ? Labels.hint(texts.get("shell.versions.nothing"))
                        : new ChangesPane(texts, background)
                                .of(changes, VersionRow.sides(before, row.version()), old, now));
        fields.getChildren().setAll(nodes);
    }
}
