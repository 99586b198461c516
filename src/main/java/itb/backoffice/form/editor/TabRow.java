package itb.backoffice.form.editor;

import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * The tabs of a form in one row that never breaks. Where they do not all fit, first their marks get smaller, then the
 * last tabs go into a menu; the tab that is looked at is always there.
 */
final class TabRow extends HBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    /**
     * What a tab says in its name.
     *
     * @param changed whether something in it differs from the server
     * @param found how many findings wait there
     */
    record Mark(boolean changed, long found) {
        private static final Mark NONE = new Mark(false, 0);

        String on(String name, boolean brief) {
            String warning = found == 0 ? "" : brief ? " ⚠" : "  ⚠ " + found;
            return (changed ? brief ? "• " : "● " : "") + name + warning;
        }

        Mark and(Mark other) {
            return new Mark(changed || other.changed, found + other.found);
        }
    }

    private final Messages messages;
    private final Consumer<String> onSelect;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final MenuButton more = new MenuButton();
    private String selected = "";

    /** Tells {@code onSelect} which tab somebody wants to see. */
    TabRow(List<String> keys, Messages messages, Consumer<String> onSelect) {
        this.messages = messages;
        this.onSelect = onSelect;
        getStyleClass().add("form-tabs");
        setAlignment(Pos.BOTTOM_LEFT);
        setMinWidth(0);
        keys.forEach(this::add);
        more.setId("tab-more");
        more.getStyleClass().add("flat");
        more.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(tabs.values());
        getChildren().add(more);
        widthProperty().addListener((property, old, now) -> arrange());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    private void add(String key) {
        ToggleButton tab = new ToggleButton();
        tab.setId("tab-" + key);
        tab.setToggleGroup(group);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setOnAction(event -> onSelect.accept(key));
        tabs.put(key, tab);
        marks.put(key, Mark.NONE);
    }

    /** The row is one stop of the Tab key; the arrows go along it. */
    private void keys(KeyEvent event) {
        int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (by != 0 && event.getTarget() instanceof ToggleButton) {
            onSelect.accept(beside(by));
            tabs.forEach((key, tab) -> {
                if (key.equals(selected)) {
                    tab.requestFocus();
                }
            });
            event.consume();
        }
    }

    /** The tab so many places on, beginning anew after the last. */
    String beside(int by) {
        List<String> keys = new ArrayList<>(tabs.keySet());
        return keys.get(Math.floorMod(keys.indexOf(selected) + by, keys.size()));
    }

    /** Whether there is such a tab. */
    boolean has(String key) {
        return tabs.containsKey(key);
    }

    /** The tab that is looked at. */
    String selected() {
        return selected;
    }

    /** Shows that this tab is looked at. A tab that is pressed again stays. */
    void select(String key) {
        selected = key;
        group.selectToggle(tabs.get(key));
        tabs.forEach((each, tab) -> tab.setFocusTraversable(each.equals(key)));
        arrange();
    }

    /** Shows what each tab has to say. */
    void mark(Map<String, Mark> current) {
        if (!marks.equals(current)) {
            marks.putAll(current);
            arrange();
        }
    }

    private void arrange() {
        List<String> all = List.copyOf(tabs.keySet());
        write(all, false);
        if (getWidth() > 0 && room(all) < 0) {
            write(all, true);
            if (room(all) < 0) {
                write(fitting(all), true);
            }
        }
    }

    /** As many from the left as there is room for beside the menu, and always the one that is looked at. */
    private List<String> fitting(List<String> all) {
        Mark every = marks.values().stream().reduce(Mark.NONE, Mark::and);
        more.setText(every.on(messages.get("form.tab.more"), true));
        show(more, true);
        applyCss();
        List<String> fitting = new ArrayList<>(all);
        for (int i = all.size() - 1; i >= 0 && room(fitting) < more.prefWidth(-1) + getSpacing(); i--) {
            if (!all.get(i).equals(selected)) {
                fitting.remove(all.get(i));
            }
        }
        return fitting;
    }

    private double room(List<String> keys) {
        applyCss();
        return getWidth()
                - snappedLeftInset()
                - snappedRightInset()
                - tabs.entrySet().stream()
                        .filter(tab -> keys.contains(tab.getKey()))
                        .mapToDouble(tab -> tab.getValue().prefWidth(-1) + getSpacing())
                        .sum();
    }

    private void write(List<String> shown, boolean brief) {
        List<MenuItem> rest = new ArrayList<>();
        Mark hidden = Mark.NONE;
        for (var each : tabs.entrySet()) {
            Mark mark = marks.getOrDefault(each.getKey(), Mark.NONE);
            String name = messages.get("form.tab." + each.getKey());
            ToggleButton tab = each.getValue();
            tab.setText(mark.on(name, brief));
            tab.setAccessibleText(spoken(name, mark));
            tab.pseudoClassStateChanged(CHANGED, mark.changed());
            show(tab, shown.contains(each.getKey()));
            if (!tab.isVisible()) {
                hidden = hidden.and(mark);
                MenuItem item = new MenuItem(mark.on(name, false));
                item.setId("tab-more-" + each.getKey());
                item.setOnAction(event -> onSelect.accept(each.getKey()));
                rest.add(item);
            }
        }
        more.getItems().setAll(rest);
        show(more, !rest.isEmpty());
        String name = messages.get("form.tab.more");
        more.setText(hidden.on(name, true));
        more.setAccessibleText(spoken(name, hidden));
        more.pseudoClassStateChanged(CHANGED, hidden.changed());
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private String spoken(String name, Mark mark) {
        return name
                + (mark.changed() ? ", " + messages.get("form.tab.changed") : "")
                + (mark.found() > 0 ? ", " + messages.get("form.tab.findings", mark.found()) : "");
    }
}
