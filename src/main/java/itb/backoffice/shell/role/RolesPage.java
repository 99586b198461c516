package itb.backoffice.shell.role;

import com.fasterxml.jackson.databind.node.BooleanNode;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.edit.DraftDesk;
import itb.backoffice.shell.edit.EditorPane;
import itb.backoffice.shell.edit.OpenResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Roles from end to end: the table on the left, the form of the selected role on the right. */
public final class RolesPage extends StackPane implements RolesView.Actions {
    private static final String TYPE = "PractitionerRole";
    /** Below this width the form covers the table. The navigation takes the rest of the window's 1100. */
    private static final double BOTH_FROM = 880;

    /** From this width on the form gets two columns. */
    private static final double WIDE_FROM = 1660;

    private final ChainModel chain;
    private final DraftDesk desk;
    private final RolesView table;
    private final EditorPane editor;
    private final SplitPane both = new SplitPane();
    private boolean narrow;
    /** The field that gets the keyboard when the form that is being read is there; empty for the first one. */
    private @Nullable String focusWhenOpen;

    /**
     * @param editor makes the pane with the form, told how to go back to the table
     */
    public RolesPage(ChainModel chain, DraftDesk desk, Messages messages, EditorFactory editor) {
        this.chain = chain;
        this.desk = desk;
        this.table = new RolesView(chain, messages, this);
        this.editor = editor.make(this::backToTable);
        both.getItems().setAll(table, this.editor);
        both.setDividerPositions(share());
        SplitPane.setResizableWithParent(this.editor, true);
        this.editor.setMinWidth(360);
        table.setMinWidth(420);
        getChildren().setAll(both);
        widthProperty().addListener((property, old, width) -> {
            arrange(width.doubleValue() < BOTH_FROM);
            if (old.doubleValue() < WIDE_FROM != width.doubleValue() < WIDE_FROM) {
                both.setDividerPositions(share());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    /** Makes the pane with the form. */
    @FunctionalInterface
    public interface EditorFactory {
        /** A new pane; {@code back} leads to the table. */
        EditorPane make(Runnable back);
    }

    private void keys(KeyEvent event) {
        if (KeyCombination.valueOf("Shortcut+N").match(event)) {
            create();
        } else if (KeyCombination.valueOf("Shortcut+D").match(event)) {
            table.duplicate();
        } else if (KeyCombination.valueOf("Shortcut+Z").match(event)) {
            with(desk::undo);
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

    private void arrange(boolean nowNarrow) {
        if (narrow == nowNarrow) {
            return;
        }
        narrow = nowNarrow;
        editor.showBack(narrow);
        if (narrow) {
            both.getItems().clear();
            getChildren().setAll(editor.open() == null ? table : editor);
        } else {
            getChildren().setAll(both);
            both.getItems().setAll(table, editor);
            both.setDividerPositions(share());
        }
    }

    /** How much of the width the table gets: on a wide window the form has room for two columns. */
    private double share() {
        return getWidth() < WIDE_FROM ? 0.64 : 0.54;
    }

    private void backToTable() {
        if (narrow) {
            getChildren().setAll(table);
        }
        table.focusTable();
    }

    @Override
    public void selected(String roleId) {
        if (editor.open() == null || !editor.open().id().equals(roleId)) {
            open(roleId);
        }
    }

    private void open(String roleId) {
        desk.open(TYPE, roleId, opened -> {
            opened.ifPresentOrElse(editor::show, editor::close);
            String field = focusWhenOpen;
            if (field != null && opened.isPresent()) {
                focusWhenOpen = null;
                edit(field.isEmpty() ? null : field);
            }
        });
    }

    @Override
    public void create() {
        desk.create(TYPE, NewRole.empty(null), this::showNew);
    }

    @Override
    public void duplicate(String roleId) {
        desk.open(
                TYPE,
                roleId,
                opened -> opened.ifPresent(
                        open -> desk.create(TYPE, NewRole.like(open.form().resource()), this::showNew)));
    }

    private void showNew(String id) {
        focusWhenOpen = "";
        show(id, RoleFilter.ALL);
    }

    @Override
    public void activate(List<String> roleIds, boolean active) {
        desk.changeAll(
                TYPE,
                roleIds,
                role -> {
                    role.set("active", BooleanNode.valueOf(active));
                    return role;
                },
                this::reload);
    }

    @Override
    public void edit() {
        edit(null);
    }

    private void edit(@Nullable String field) {
        if (narrow) {
            getChildren().setAll(editor);
        }
        editor.focus(field);
    }

    /** Shows the role {@code id} in a table filtered by {@code filter}. */
    public void show(String id, RoleFilter filter) {
        table.show(filter);
        table.select(id);
        selected(id);
    }

    /** Shows the roles that {@code filter} lets through. */
    public void show(RoleFilter filter) {
        table.show(filter);
    }

    /** Shows the role {@code id} and puts the keyboard into the field {@code key}, or the first one for null. */
    public void show(String id, RoleFilter filter, @Nullable String key) {
        OpenResource open = editor.open();
        if (open != null && open.id().equals(id)) {
            show(id, filter);
            edit(key);
        } else {
            focusWhenOpen = key == null ? "" : key;
            show(id, filter);
        }
    }

    /** Reads the open role anew, after something else than its form changed it. */
    public void reload() {
        OpenResource open = editor.open();
        if (open != null) {
            boolean there = chain.find(TYPE, open.id()).isPresent() || isDraft(open);
            if (there) {
                desk.reread(open, now -> {
                    if (editor.open() == open) {
                        now.ifPresentOrElse(editor::show, editor::close);
                    }
                });
            } else {
                editor.close();
            }
        }
    }

    private boolean isDraft(OpenResource open) {
        return Optional.ofNullable(chain.drafts().get(open.reference()))
                .filter(draft -> draft.kind() != Draft.Kind.DELETE)
                .isPresent();
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        if (narrow) {
            getChildren().setAll(table);
        }
        table.focusSearch();
    }
}
