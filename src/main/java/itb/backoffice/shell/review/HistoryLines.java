package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.JournalEntry;
import itb.backoffice.upload.JournalTexts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The words of the history: who sent what when where to, and what each line changed. */
final class HistoryLines {
    private final Messages texts;
    private final Background background;
    private final HistoryDesk desk;
    private final When when;

    HistoryLines(Messages texts, Background background, HistoryDesk desk, When when) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.when = when;
    }

    /** What stands above the lines of an upload; {@code entry} is one of them. */
    Node upload(JournalEntry entry, Journal.Size size, Runnable undo) {
        Label time = new Label(when.time(entry.started()));
        time.getStyleClass().add("screen-strong");
        Label who = Labels.text(texts.get("shell.history.upload", entry.who(), entry.server(), size.lines()));
        who.setWrapText(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(12, time, who, space);
        int there = size.there();
        if (there > 1) {
            Button all =
                    Buttons.flat("historyUndoAll-" + entry.number(), texts.get("shell.history.undoAll", there), undo);
            all.setAccessibleText(
                    texts.get("shell.history.undoAll.named", there, when.time(entry.started()), entry.who()));
            head.getChildren().add(all);
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("upload-head");
        return head;
    }

    /** Puts what {@code entry} changed into {@code box}. */
    void changes(JournalEntry entry, VBox box) {
        background.run(
                () -> {
                    JournalTexts both = desk.journal().texts(entry);
                    String before = both.before();
                    String after = both.after();
                    return desk.words()
                            .between(
                                    entry.type(),
                                    before == null ? null : Json.object(before),
                                    after == null ? Json.object() : Json.object(after));
                },
                changes -> box.getChildren()
                        .setAll(
                                changes.isEmpty()
                                        ? Labels.hint(texts.get("shell.history.same"))
                                        : new ChangesPane(texts, background).of(changes, sides(entry.kind()))));
    }

    private static ChangesPane.Sides sides(Draft.Kind kind) {
        return switch (kind) {
            case CREATE -> ChangesPane.Sides.NEW;
            case UPDATE -> ChangesPane.Sides.BOTH;
            case DELETE -> ChangesPane.Sides.OLD;
        };
    }
}
