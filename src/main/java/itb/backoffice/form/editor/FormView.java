package itb.backoffice.form.editor;

import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.form.OtherData;
import itb.backoffice.form.Tab;
import itb.backoffice.form.editor.portal.PortalPreview;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/**
 * A whole form. Its tabs stand in a row, each with a mark for changes and findings; a tab's page is built when it is
 * first shown. The last tab holds what has no field. The tab that was looked at last is the one that the next resource of
 * the kind opens with.
 */
public final class FormView extends BorderPane {
    private static final String OTHER = "other";
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BEFORE = new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination JSON = new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN);

    private final FormModel model;
    private final Editors editors;
    private final Messages messages;
    private final TabRow tabs;
    private final Map<String, FormPage> pages = new LinkedHashMap<>();
    private final Map<String, Optional<PortalPreview>> previews = new LinkedHashMap<>();
    private @org.jspecify.annotations.Nullable OtherPage other;
    private @org.jspecify.annotations.Nullable JsonPage json;

    /** Shows what {@code model} holds, with the editors that {@code editors} picks. */
    public FormView(FormModel model, Editors editors, Messages messages) {
        this.model = model;
        this.editors = editors;
        this.messages = messages;
        getStyleClass().add("form");
        List<String> keys =
                new ArrayList<>(model.form().tabs().stream().map(Tab::key).toList());
        keys.add(OTHER);
        tabs = new TabRow(keys, messages, this::select);
        setTop(tabs);
        String last = editors.lastTab(model.form());
        select(tabs.has(last) ? last : keys.getFirst());
        model.resourceProperty().addListener((property, old, now) -> show());
        // After the control has told of it: what it shows is to be put right.
        model.keptBackProperty().addListener((property, old, now) -> Platform.runLater(this::show));
        model.notes().addListener((MapChangeListener<String, List<Note>>) change -> {
            List<Note> notes = change.wasAdded() ? change.getValueAdded() : List.of();
            pages.values().forEach(page -> page.showNotes(change.getKey(), notes));
            if (other != null) {
                other.showNotes();
            }
            mark();
        });
        mark();
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    private void show() {
        pages.values().forEach(FormPage::show);
        if (other != null) {
            other.show();
        }
        if (json != null && getCenter() == json) {
            json.show();
        }
        mark();
    }

    private void keys(KeyEvent event) {
        if (JSON.match(event)) {
            if (getCenter() == json) {
                back();
            } else {
                showJson();
            }
        } else if (getCenter() == json && event.getCode() == KeyCode.ESCAPE) {
            back();
        } else if (NEXT.match(event)) {
            step(1);
        } else if (BEFORE.match(event)) {
            step(-1);
        } else {
            return;
        }
        event.consume();
    }

    private void step(int by) {
        select(tabs.beside(by));
        focusFirst();
    }

    private void select(String key) {
        Node page = key.equals(OTHER) ? other() : page(key);
        tabs.select(key);
        if (getCenter() != page) {
            setCenter(page);
        }
        setBottom(previews.computeIfAbsent(
                        key, any -> tab(key).flatMap(tab -> PortalPreview.beside(model, tab, editors.tools())))
                .orElse(null));
        editors.keepTab(model.form(), key);
    }

    private FormPage page(String key) {
        return pages.computeIfAbsent(key, any -> new FormPage(model, tab(key).orElseThrow(), editors, messages));
    }

    private OtherPage other() {
        OtherPage made = other;
        if (made == null) {
            made = new OtherPage(model, editors.tools(), this::showJson);
            other = made;
        }
        return made;
    }

    private Optional<Tab> tab(String key) {
        return model.form().tabs().stream().filter(tab -> tab.key().equals(key)).findFirst();
    }

    private void showJson() {
        JsonPage made = json;
        if (made == null) {
            made = new JsonPage(model, messages, this::back);
            json = made;
        }
        made.show();
        setBottom(null);
        setCenter(made);
        made.focus();
    }

    private void back() {
        select(tabs.selected());
        focusFirst();
    }

    private void mark() {
        Map<String, TabRow.Mark> marks = new LinkedHashMap<>();
        for (Tab tab : model.form().tabs()) {
            List<Field> fields = tab.fields();
            long found =
                    fields.stream().mapToLong(field -> findings(field.key())).sum();
            marks.put(tab.key(), new TabRow.Mark(fields.stream().anyMatch(model::changed), found));
        }
        boolean changed = OtherData.differs(model.form(), model.base(), model.resource());
        marks.put(OTHER, new TabRow.Mark(changed, findings("")));
        tabs.mark(marks);
    }

    private long findings(String field) {
        return model.notes().getOrDefault(field, List.of()).size();
    }

    /** Puts the keyboard into the field {@code key} and scrolls to it; an empty one leads to what has no field. */
    public void focusField(String key) {
        if (key.isEmpty()) {
            select(OTHER);
            other().requestFocus();
            return;
        }
        model.form().tabs().stream()
                .filter(tab ->
                        tab.fields().stream().anyMatch(field -> field.key().equals(key)))
                .findFirst()
                .ifPresent(tab -> {
                    select(tab.key());
                    applyCss();
                    layout();
                    page(tab.key()).focusField(key);
                });
    }

    /** Puts the keyboard into the first field of the tab that is shown. */
    public void focusFirst() {
        tab(tabs.selected())
                .flatMap(tab -> tab.fields().stream().findFirst())
                .ifPresentOrElse(field -> focusField(field.key()), () -> other().requestFocus());
    }
}
