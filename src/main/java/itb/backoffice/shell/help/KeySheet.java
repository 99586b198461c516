package itb.backoffice.shell.help;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The sheet of keys that F1 opens: a card, to be laid over the window. Esc, F1 and its button close it. */
public final class KeySheet {
    private record Key(String name, String... keys) {}

    private record Group(String name, List<Key> keys) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "everywhere",
                    List.of(
                            new Key("search", "Ctrl", "K"),
                            new Key("find", "Ctrl", "F"),
                            new Key("fetch", "F5"),
                            new Key("settings", "Ctrl", ","),
                            new Key("panes", "F6"),
                            new Key("back", "Alt", "←"),
                            new Key("forward", "Alt", "→"),
                            new Key("leave", "Esc"),
                            new Key("help", "F1"))),
            new Group(
                    "form",
                    List.of(
                            new Key("tabs", "Ctrl", "PgDn"),
                            new Key("before", "Ctrl", "B"),
                            new Key("revert", "Alt", "⌫"),
                            new Key("json", "Ctrl", "J"))),
            new Group(
                    "table",
                    List.of(
                            new Key("new", "Ctrl", "N"),
                            new Key("duplicate", "Ctrl", "D"),
                            new Key("edit", "F2"),
                            new Key("all", "Ctrl", "A"),
                            new Key("copy", "Ctrl", "C"),
                            new Key("copyRows", "Ctrl", "Shift", "C"),
                            new Key("delete", "Delete"),
                            new Key("versions", "Ctrl", "Shift", "H"))),
            new Group(
                    "drafts",
                    List.of(
                            new Key("undo", "Ctrl", "Z"),
                            new Key("redo", "Ctrl", "Y"),
                            new Key("review", "Ctrl", "Enter"),
                            new Key("leaveOut", "Space"))));

    private final Messages texts;
    private final Runnable onClose;
    private final VBox root = new VBox(16);
    private final Button close;

    /** The sheet; {@code onClose} takes it off the window. */
    public KeySheet(Messages texts, Runnable onClose) {
        this.texts = texts;
        this.onClose = onClose;
        close = Buttons.icon("keysClose", Feather.X, texts.get("shell.keys.close"), onClose);
        Label title = Labels.title(texts.get("shell.keys.title"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox second = new VBox(24);
        GROUPS.stream().skip(2).forEach(group -> second.getChildren().add(group(group)));
        VBox first = new VBox(24, group(GROUPS.getFirst()), group(GROUPS.get(1)));
        HBox groups = new HBox(48, first, second);
        root.getChildren().addAll(head, groups);
        root.setId("keys");
        root.getStyleClass().add("card");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Screen.dress(root);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The card. */
    public Parent root() {
        return root;
    }

    /** Puts the focus into the sheet, once it is shown. */
    public void focus() {
        close.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
            event.consume();
            onClose.run();
        }
    }

    private VBox group(Group group) {
        VBox box = new VBox(8, Labels.heading(texts.get("shell.keys." + group.name())));
        for (Key key : group.keys()) {
            Label what = Labels.text(texts.get("shell.keys." + group.name() + "." + key.name()));
            HBox.setHgrow(what, Priority.ALWAYS);
            what.setMaxWidth(Double.MAX_VALUE);
            HBox caps = new HBox(4);
            for (String name : key.keys()) {
                Label cap = new Label(texts.has("shell.keys.cap." + name) ? texts.get("shell.keys.cap." + name) : name);
                cap.getStyleClass().add("key-cap");
                caps.getChildren().add(cap);
            }
            caps.setAlignment(Pos.CENTER_RIGHT);
            HBox line = new HBox(16, what, caps);
            line.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(line);
        }
        box.setPrefWidth(304);
        return box;
    }
}
