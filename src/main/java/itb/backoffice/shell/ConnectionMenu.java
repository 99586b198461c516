package itb.backoffice.shell;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu under the open server: the others, and what can be done with servers. */
final class ConnectionMenu {
    private ConnectionMenu() {}

    static List<MenuItem> items(Messages messages, MainWindow.Actions actions, Connection open, List<Connection> all) {
        List<MenuItem> items = new ArrayList<>();
        for (Connection other : all) {
            MenuItem item = new MenuItem(messages.get(
                    "shell.top.connect", other.name(), messages.get("shell.environment." + other.environment())));
            item.setOnAction(event -> actions.connect(other));
            item.setDisable(other.id().equals(open.id()));
            items.add(item);
        }
        MenuItem manage = new MenuItem(messages.get("shell.top.connections"));
        manage.setId("manage-connections");
        manage.setOnAction(event -> actions.connections());
        items.add(new SeparatorMenuItem());
        items.add(manage);
        if (open.isDemo()) {
            MenuItem reset = new MenuItem(messages.get("shell.top.resetDemo"));
            reset.setId("reset-demo");
            reset.setOnAction(event -> actions.resetDemo());
            items.add(reset);
        }
        return items;
    }
}
