package itb.backoffice.shell.review;

import atlantafx.base.theme.Styles;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.JournalEntry;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One request of the history; its before and after are made when it is opened. */
final class HistoryCard {
    private final VBox root;

    HistoryCard(JournalEntry entry, Messages texts, When when, BiConsumer<JournalEntry, VBox> changes) {
        VBox detail = new VBox();
        detail.getStyleClass().add("card-detail");
        ToggleButton open = new ToggleButton(entry.title(), new FontIcon(Feather.CHEVRON_RIGHT));
        open.setId("history-" + entry.number());
        open.getStyleClass().addAll(Styles.FLAT, "card-toggle", "screen-strong");
        open.setMinWidth(Region.USE_PREF_SIZE);
        Label kind = Labels.hint(texts.get("shell.history.kind." + entry.kind()) + " · " + entry.who());
        kind.setWrapText(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label end = new Label(texts.get("upload.journal." + entry.end()), icon(entry.end()));
        end.setId("historyEnd-" + entry.number());
        end.setMinWidth(Region.USE_PREF_SIZE);
        Label time = Labels.hint(when.time(entry.started()));
        time.setMinWidth(48);
        HBox head = new HBox(12, time, open, kind, space, end);
        head.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(8, head);
        root.getStyleClass().addAll("card", "slim");
        String note = entry.note();
        if (note != null && !note.isBlank()) {
            root.getChildren().add(Labels.hint(note));
        }
        open.selectedProperty().addListener((value, was, is) -> {
            open.setGraphic(new FontIcon(is ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            root.getChildren().remove(detail);
            if (is) {
                root.getChildren().add(detail);
                changes.accept(entry, detail);
            }
        });
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
