package itb.backoffice.shell.page;

import itb.backoffice.draft.Draft;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.edit.DraftDesk;
import itb.backoffice.shell.edit.EditorPane;
import itb.backoffice.shell.edit.OpenResource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One kind of thing from end to end: the table on the left, the form of the selected one on the right. */
public final class ResourcePage extends SideBySide {
    /** Makes the pane with the form. */
    @FunctionalInterface
    public interface EditorFactory {
        /** A new pane; {@code back} leads to the table. */
        EditorPane make(Runnable back);
    }

    private final ChainModel chain;
    private final DraftDesk desk;
    private final ResourceView table;
    private final EditorPane editor;
    private final IdentityPane identity;
    private @Nullable RelationsPane relations;
    private @Nullable IdentityNotices notices;
    private Runnable onNew = () -> {};
    private Consumer<String> onOpen = reference -> {};
    private BooleanSupplier onUndo = () -> false;
    private FormModel.Guard guard = FormModel.Guard.NONE;
    /** The field that gets the keyboard when the form that is being read is there; empty for the first one. */
    private @Nullable Runnable whenOpen;

    ResourcePage(ChainModel chain, DraftDesk desk, ResourceView table, IdentityPane identity, EditorFactory editor) {
        super(table);
        this.chain = chain;
        this.desk = desk;
        this.table = table;
        this.identity = identity;
        this.editor = editor.make(this::backToTable);
        right().getChildren().setAll(this.editor);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        // Nobody should have to choose the only thing that there is.
        sceneProperty().addListener((property, old, now) -> showOnly());
        chain.loadedProperty().addListener((property, old, now) -> showOnly());
    }

    private void showOnly() {
        if (getScene() != null) {
            table.only().ifPresent(this::show);
        }
    }

    /** Shows relations under the form from now on, with {@code odd} above them. */
    void relations(RelationsPane pane, @Nullable IdentityNotices odd) {
        relations = pane;
        notices = odd;
        editor.below(odd == null ? pane : new VBox(odd, pane));
        chain.revisionProperty().addListener((property, old, now) -> {
            if (getScene() != null) {
                showRelations();
            }
        });
    }

    /** What makes a new thing. */
    void onNew(Runnable create) {
        onNew = create;
    }

    /** Told what was opened. */
    void onOpen(Consumer<String> told) {
        onOpen = told;
    }

    /** What looks at edits in the form before they are done. */
    void guard(FormModel.Guard newGuard) {
        guard = newGuard;
    }

    /** What takes back more than one thing, where that was done last. */
    void onUndo(BooleanSupplier undo) {
        onUndo = undo;
    }

    /** Shows what the open thing has to do with now. */
    void showRelations() {
        OpenResource open = editor.open();
        if (relations != null && open != null) {
            chain.find(open.reference()).ifPresent(relations::show);
            if (notices != null) {
                chain.find(open.reference()).ifPresent(notices::show);
            }
        }
    }

    private void keys(KeyEvent event) {
        if (KeyCombination.valueOf("Shortcut+N").match(event)) {
            onNew.run();
        } else if (KeyCombination.valueOf("Shortcut+Z").match(event)) {
            if (!onUndo.getAsBoolean()) {
                with(desk::undo);
            }
        } else if (KeyCombination.valueOf("Shortcut+Y").match(event)
                || KeyCombination.valueOf("Shortcut+Shift+Z").match(event)) {
            with(desk::redo);
        } else {
            return;
        }
        event.consume();
    }

    private void with(Consumer<OpenResource> action) {
        OpenResource open = editor.open();
        if (open != null) {
            action.accept(open);
        }
    }

    @Override
    boolean hasOpen() {
        return editor.open() != null;
    }

    @Override
    void narrowed(boolean now) {
        editor.showBack(now);
        identity.showBack(now);
    }

    void backToTable() {
        uncoverTable();
        table.focusTable();
    }

    /** A line was selected: opens what it shows, unless it is open. */
    void selected(String reference) {
        OpenResource open = editor.open();
        if (open == null
                || !open.reference().equals(reference)
                || !right().getChildren().contains(editor)) {
            open(reference);
        }
    }

    private void show(OpenResource resource) {
        resource.form().guard(guard);
        editor.show(resource);
    }

    private void open(String reference) {
        onOpen.accept(reference);
        int slash = reference.indexOf('/');
        String type = reference.substring(0, slash);
        if (!Character.isUpperCase(type.charAt(0))) {
            editor.close();
            chain.find(reference).ifPresent(thing -> {
                identity.show(thing);
                right().getChildren().setAll(identity);
            });
            return;
        }
        editor.opening();
        desk.open(type, reference.substring(slash + 1), opened -> {
            right().getChildren().setAll(editor);
            opened.ifPresentOrElse(this::show, editor::close);
            showRelations();
            Runnable next = whenOpen;
            if (next != null && opened.isPresent()) {
                whenOpen = null;
                next.run();
            }
        });
    }

    /** Puts the keyboard into the field {@code key} of the open form, or the first one for null. */
    void edit(@Nullable String key) {
        coverTable();
        if (right().getChildren().contains(editor)) {
            editor.focus(key);
        } else {
            identity.focusFirst();
        }
    }

    /** Shows a thing in a table filtered by {@code filter}. */
    public void show(String reference, LineFilter filter) {
        table.show(filter);
        table.select(reference);
        selected(reference);
    }

    /** Shows a thing; the table stays as it is filtered. */
    public void show(String reference) {
        table.select(reference);
        selected(reference);
    }

    /** Shows what {@code filter} lets through. */
    public void show(LineFilter filter) {
        table.show(filter);
    }

    /**
     * Shows a thing and puts the keyboard into the field that {@code path} belongs to, among the other data where none does,
     * or into the first field for null.
     */
    public void show(String reference, LineFilter filter, @Nullable String path) {
        OpenResource open = editor.open();
        if (open != null && open.reference().equals(reference)) {
            show(reference, filter);
            edit(field(path));
        } else {
            whenOpen = () -> edit(field(path));
            show(reference, filter);
        }
    }

    /** The key of a field in the form that is open: it has its elements where this resource has them. */
    private @Nullable String field(@Nullable String path) {
        OpenResource open = editor.open();
        return path == null || open == null
                ? null
                : open.form().form().fieldAt(path).map(Field::key).orElse("");
    }

    /** Reads the open thing anew, after something else than its form changed it. */
    public void reload() {
        identity.reload();
        OpenResource open = editor.open();
        if (open != null) {
            Draft draft = chain.drafts().get(open.reference());
            if (chain.find(open.reference()).isPresent() || draft != null && draft.kind() != Draft.Kind.DELETE) {
                desk.reread(open, now -> {
                    if (editor.open() == open) {
                        now.ifPresentOrElse(this::show, editor::close);
                    }
                });
            } else {
                editor.close();
            }
        }
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        uncoverTable();
        table.focusSearch();
    }
}
