package itb.backoffice.form.editor;

import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.form.Tab;
import itb.backoffice.platform.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/**
 * A whole form. Its tabs stand in a row, each with a mark for changes and findings; a tab's page is built when it is
 * first shown. The tab that was looked at last is the one that the next resource of the kind opens with.
 */
public final class FormView extends BorderPane {
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BEFORE = new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN);

    private final FormModel model;
    private final Editors editors;
    private final Messages messages;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Tab, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<Tab, FormPage> pages = new LinkedHashMap<>();

    /** Shows what {@code model} holds, with the editors that {@code editors} picks. */
    public FormView(FormModel model, Editors editors, Messages messages) {
        this.model = model;
        this.editors = editors;
        this.messages = messages;
        getStyleClass().add("form");
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("form-tabs");
        for (Tab tab : model.form().tabs()) {
            ToggleButton button = new ToggleButton();
            button.setId("tab-" + tab.key());
            button.setToggleGroup(group);
            button.setOnAction(event -> select(tab));
            buttons.put(tab, button);
        }
        bar.getChildren().setAll(buttons.values());
        if (buttons.size() > 1) {
            setTop(bar);
        }
        Tab first = editors.lastTab(model.form()).orElse(model.form().tabs().getFirst());
        select(first);
        model.resourceProperty().addListener((property, old, now) -> {
            pages.values().forEach(FormPage::show);
            mark();
        });
        model.notes().addListener((MapChangeListener<String, List<Note>>) change -> {
            List<Note> notes = change.wasAdded() ? change.getValueAdded() : List.of();
            pages.values().forEach(page -> page.showNotes(change.getKey(), notes));
            mark();
        });
        mark();
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    private void keys(KeyEvent event) {
        int step = NEXT.match(event) ? 1 : BEFORE.match(event) ? -1 : 0;
        if (step != 0 && buttons.size() > 1) {
            List<Tab> tabs = model.form().tabs();
            int at = group.getToggles().indexOf(group.getSelectedToggle());
            Tab next = tabs.get(Math.floorMod(at + step, tabs.size()));
            select(next);
            next.fields().stream().findFirst().ifPresent(field -> focusField(field.key()));
            event.consume();
        }
    }

    private FormPage select(Tab tab) {
        FormPage page = pages.computeIfAbsent(tab, one -> new FormPage(model, one, editors, messages));
        ToggleButton button = buttons.get(tab);
        if (button != null) {
            // A tab that is pressed again stays the one that is shown.
            button.setSelected(true);
        }
        if (getCenter() != page) {
            setCenter(page);
        }
        editors.keepTab(model.form(), tab);
        return page;
    }

    /** Each tab says in its name whether something in it was changed, and how many findings wait there. */
    private void mark() {
        buttons.forEach((tab, button) -> {
            boolean changed = tab.fields().stream().anyMatch(model::changed);
            long found = tab.fields().stream().mapToLong(this::findings).sum();
            String name = messages.get("form.tab." + tab.key());
            button.setText((changed ? "● " : "") + name + (found > 0 ? "  ⚠ " + found : ""));
            button.setAccessibleText(name
                    + (changed ? ", " + messages.get("form.tab.changed") : "")
                    + (found > 0 ? ", " + messages.get("form.tab.findings", found) : ""));
        });
    }

    private long findings(Field field) {
        return model.notes().getOrDefault(field.key(), List.of()).size();
    }

    /** Puts the keyboard into the field {@code key} and scrolls to it; does nothing for an unknown one. */
    public void focusField(String key) {
        Optional<Tab> at = model.form().tabs().stream()
                .filter(tab ->
                        tab.fields().stream().anyMatch(field -> field.key().equals(key)))
                .findFirst();
        at.ifPresent(tab -> {
            FormPage page = select(tab);
            applyCss();
            layout();
            page.focusField(key);
        });
    }

    /** Puts the keyboard into the first field. */
    public void focusFirst() {
        List<Tab> tabs = model.form().tabs();
        int at = group.getToggles().indexOf(group.getSelectedToggle());
        tabs.get(Math.max(0, at)).fields().stream().findFirst().ifPresent(field -> focusField(field.key()));
    }
}
