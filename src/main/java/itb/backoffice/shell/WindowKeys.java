package itb.backoffice.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that work everywhere in the window. */
final class WindowKeys {
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    WindowKeys(MainWindow window, NavigationView navigation, MainWindow.Actions actions) {
        key("F1", actions::keys);
        key("F5", actions::refresh);
        key("Shortcut+Enter", actions::review);
        key("Shortcut+Comma", actions::settings);
        key("Alt+Left", window.history()::back);
        key("Alt+Right", window.history()::forward);
        key("Shortcut+K", actions::search);
        key("Shortcut+F", () -> window.current().ifPresent(page -> page.focus().run()));
        key("F6", new PaneCycle(window, navigation)::next);
    }

    private void key(String combination, Runnable action) {
        keys.put(KeyCombination.valueOf(combination), action);
    }

    void install(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            for (var key : keys.entrySet()) {
                if (key.getKey().match(event)) {
                    key.getValue().run();
                    event.consume();
                    return;
                }
            }
        });
    }

    /** Esc leaves a screen also while the keyboard is still where it was opened from. */
    static void leaveByEscape(Parent root, Supplier<@Nullable Node> screen) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> escape(event, screen.get()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // A closed menu button would keep Esc to itself.
            if (event.getTarget() instanceof MenuButton menu && !menu.isShowing()) {
                escape(event, screen.get());
            }
        });
    }

    private static void escape(KeyEvent event, @Nullable Node screen) {
        if (event.getCode() != KeyCode.ESCAPE || screen == null || !(event.getTarget() instanceof Node from)) {
            return;
        }
        for (Node at = from; at != null; at = at.getParent()) {
            if (at == screen) {
                return;
            }
        }
        Event.fireEvent(screen, event.copyFor(screen, screen));
        event.consume();
    }

    /** F6 goes from the navigation to the page and back. */
    private record PaneCycle(MainWindow window, NavigationView navigation) {
        void next() {
            var owner = window.root().getScene().getFocusOwner();
            if (owner != null && navigation.getChildren().contains(owner)) {
                window.current().ifPresent(page -> page.focus().run());
            } else {
                navigation.focusSelected();
            }
        }
    }
}
