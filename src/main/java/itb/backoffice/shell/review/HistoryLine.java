package itb.backoffice.shell.review;

import atlantafx.base.theme.Styles;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.JournalEntry;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of an upload: what it did to what, and the ways on; its before and after are made when it is opened. */
final class HistoryLine {
    /**
     * What can be done with a line.
     *
     * @param changes puts before and after in words into a box
     */
    record Acts(BiConsumer<JournalEntry, VBox> changes, Consumer<JournalEntry> undo, Consumer<JournalEntry> versions) {}

    private final VBox root;

    /** {@code place} is the clinic that a role belongs to, or empty. */
    HistoryLine(JournalEntry entry, String place, Messages texts, Acts acts) {
        ToggleButton open = new ToggleButton(entry.title(), new FontIcon(Feather.CHEVRON_RIGHT));
        open.setId("history-" + entry.number());
        open.getStyleClass().addAll(Styles.FLAT, "card-toggle", "screen-strong");
        String what = texts.get("shell.history.kind." + entry.kind(), type(entry, texts));
        Label kind = Labels.hint(place.isEmpty() ? what : what + " · " + place);
        kind.setWrapText(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label end = new Label(texts.get("upload.journal." + entry.outcome()), icon(entry.end()));
        end.setId("historyEnd-" + entry.number());
        end.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, open, kind, space, end);
        head.setAlignment(Pos.CENTER_LEFT);
        Button versions = Buttons.icon(
                "historyVersions-" + entry.number(),
                Feather.CLOCK,
                texts.get("shell.history.versions", entry.title()),
                () -> acts.versions().accept(entry));
        if (entry.end() == JournalEntry.End.ACCEPTED) {
            Button undo = Buttons.flat(
                    "historyUndo-" + entry.number(),
                    texts.get("shell.history.undo"),
                    () -> acts.undo().accept(entry));
            undo.setAccessibleText(texts.get("shell.history.undo.named", entry.title()));
            head.getChildren().add(undo);
        }
        head.getChildren().add(versions);
        root = new VBox(8, head);
        root.getStyleClass().addAll("card", "slim");
        String note = entry.note();
        if (note != null && !note.isBlank()) {
            root.getChildren().add(Labels.hint(note));
        }
        VBox detail = new VBox();
        detail.getStyleClass().add("card-detail");
        open.selectedProperty().addListener((value, was, is) -> {
            open.setGraphic(new FontIcon(is ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            root.getChildren().remove(detail);
            if (is) {
                root.getChildren().add(detail);
                acts.changes().accept(entry, detail);
            }
        });
    }

    private static String type(JournalEntry entry, Messages texts) {
        String key = "upload.type." + entry.type();
        return texts.get(texts.has(key) ? key : "upload.type.other");
    }

    Node root() {
        return root;
    }

    private static FontIcon icon(JournalEntry.End end) {
        FontIcon icon = new FontIcon(
                switch (end) {
                    case SENDING -> Feather.HELP_CIRCLE;
                    case ACCEPTED -> Feather.CHECK_CIRCLE;
                    case REJECTED -> Feather.X_CIRCLE;
                    case CONFLICT -> Feather.GIT_MERGE;
                    case NOT_DONE -> Feather.WIFI_OFF;
                });
        icon.getStyleClass()
                .add(
                        switch (end) {
                            case ACCEPTED -> "success";
                            case REJECTED -> "danger";
                            case SENDING, CONFLICT, NOT_DONE -> "warning";
                        });
        return icon;
    }
}
