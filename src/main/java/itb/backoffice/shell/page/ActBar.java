package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with the selected lines, as buttons, in a menu beside them, by right click, and by keys. */
final class ActBar {
    private final String page;
    private final Messages messages;
    private final Supplier<List<Line>> selected;
    private final List<Act> acts;
    private final List<Consumer<List<Line>>> updates = new ArrayList<>();

    ActBar(String page, Messages messages, Supplier<List<Line>> selected, List<Act> acts) {
        this.page = page;
        this.messages = messages;
        this.selected = selected;
        this.acts = acts;
    }

    /** The buttons; what has none is in the menu at the end, with {@code more}. */
    List<Node> buttons(MenuItem... more) {
        List<Node> nodes = new ArrayList<>();
        for (Act act : acts) {
            if (act.inToolbar()) {
                Button button = new Button();
                button.setId(page + "-" + act.key());
                if (act.icon() != null) {
                    button.setGraphic(new FontIcon(act.icon()));
                }
                button.setMinWidth(Button.USE_PREF_SIZE);
                button.setOnAction(event -> act.with(selected.get()));
                updates.add(lines -> {
                    button.setText(act.words().apply(lines));
                    button.setDisable(!act.allowed().test(lines));
                });
                nodes.add(button);
            }
        }
        MenuButton menu = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));
        menu.setId(page + "-more");
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setAccessibleText(messages.get("page.table.more"));
        menu.setTooltip(new Tooltip(menu.getAccessibleText()));
        acts.stream()
                .filter(act -> !act.inToolbar())
                .forEach(act -> menu.getItems().add(item("more", act)));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(more);
        nodes.add(menu);
        return nodes;
    }

    /** The same for a right click. */
    ContextMenu menu(MenuItem... more) {
        ContextMenu menu = new ContextMenu();
        acts.forEach(act -> menu.getItems().add(item("menu", act)));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(more);
        return menu;
    }

    private MenuItem item(String where, Act act) {
        MenuItem item = new MenuItem();
        item.setId(page + "-" + where + "-" + act.key());
        item.setOnAction(event -> act.with(selected.get()));
        KeyCombination keys = act.keys();
        // A menu's key is one of the whole window: a key without Ctrl or the like has its own meaning elsewhere there.
        if (keys != null && keys.getName().contains("+")) {
            item.setAccelerator(keys);
        }
        updates.add(lines -> {
            item.setText(act.words().apply(lines));
            item.setDisable(!act.allowed().test(lines));
        });
        return item;
    }

    /** Another selection, or the same in another state. */
    void update() {
        List<Line> lines = selected.get();
        updates.forEach(update -> update.accept(lines));
    }

    /** Does what the pressed keys ask for. */
    void pressed(KeyEvent event) {
        for (Act act : acts) {
            if (act.keys() != null && act.keys().match(event)) {
                act.with(selected.get());
                event.consume();
                return;
            }
        }
    }
}
