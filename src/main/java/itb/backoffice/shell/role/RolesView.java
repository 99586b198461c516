package itb.backoffice.shell.role;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.RoleLine;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of roles: search and filters, the table, and what can be done with the selected ones. */
public final class RolesView extends BorderPane {
    /** What the page asks of the window. */
    public interface Actions {
        /** Another role was selected. */
        void selected(String roleId);

        /** Start a new role. */
        void create();

        /** Start a new role like this one. */
        void duplicate(String roleId);

        /** Make these active or not. */
        void activate(List<String> roleIds, boolean active);

        /** Put the keyboard into the form. */
        void edit();
    }

    private final ChainModel chain;
    private final Messages messages;
    private final Actions actions;
    private final RoleTable table;
    private final RoleFilterBar filters;
    private final Label count = new Label();
    private final Button duplicate = new Button();
    private final Button activate = new Button();
    private @Nullable String wanted;
    private boolean keeping;

    /** The page over {@code chain}'s roles. */
    public RolesView(ChainModel chain, Messages messages, Actions actions) {
        this.chain = chain;
        this.messages = messages;
        this.actions = actions;
        this.table = new RoleTable(chain.roles(), messages);
        this.filters = new RoleFilterBar(messages, this::filter);
        setTop(head());
        setCenter(table);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RoleLine>)
                change -> selectionChanged());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        table.setContextMenu(menu());
        chain.roles().addListener((ListChangeListener<RoleLine>) change -> rowsChanged());
        rowsChanged();
    }

    private VBox head() {
        Label title = new Label(messages.get("shell.roles.title"));
        title.getStyleClass().add("page-title");
        count.getStyleClass().add("text-muted");
        count.setId("role-count");
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        Button create = new Button(messages.get("shell.roles.new"), new FontIcon(Feather.PLUS));
        create.setId("role-new");
        create.setOnAction(event -> actions.create());
        duplicate.setText(messages.get("shell.roles.duplicate"));
        duplicate.setId("role-duplicate");
        duplicate.setGraphic(new FontIcon(Feather.COPY));
        duplicate.setOnAction(event -> duplicate());
        activate.setId("role-activate");
        activate.setOnAction(event -> activate());
        HBox line = new HBox(8, title, count, space, activate, duplicate, create);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox head = new VBox(8, line, filters);
        head.getStyleClass().add("page-head");
        return head;
    }

    private ContextMenu menu() {
        MenuItem edit = item("shell.roles.edit", this::focusForm, "F2");
        MenuItem copyRole = item("shell.roles.duplicate", this::duplicate, "Shortcut+D");
        MenuItem status = item("shell.roles.deactivate", this::activate, null);
        MenuItem copy = item("shell.copy", table::copySelection, "Shortcut+C");
        ContextMenu menu = new ContextMenu(edit, copyRole, status, new SeparatorMenuItem(), copy);
        menu.setOnShowing(event -> {
            edit.setDisable(selectedIds().size() != 1);
            copyRole.setDisable(selectedIds().size() != 1);
            status.setDisable(selectedIds().isEmpty());
            status.setText(activateWords());
        });
        return menu;
    }

    private MenuItem item(String key, Runnable action, @Nullable String keys) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setOnAction(event -> action.run());
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }

    private void keys(KeyEvent event) {
        if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
            table.copySelection();
            event.consume();
        } else if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            focusForm();
            event.consume();
        }
    }

    private void focusForm() {
        if (selectedIds().size() == 1) {
            actions.edit();
        }
    }

    /** Starts a new role like the selected one. */
    public void duplicate() {
        if (selectedIds().size() == 1) {
            actions.duplicate(selectedIds().getFirst());
        }
    }

    private void activate() {
        List<String> ids = selectedIds();
        if (!ids.isEmpty()) {
            actions.activate(ids, !anyActive());
        }
    }

    private boolean anyActive() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .anyMatch(line -> line.row().active());
    }

    private String activateWords() {
        return messages.get(anyActive() || selectedIds().isEmpty() ? "shell.roles.deactivate" : "shell.roles.activate");
    }

    private List<String> selectedIds() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(RoleLine::id)
                .toList();
    }

    private void selectionChanged() {
        List<String> ids = selectedIds();
        duplicate.setDisable(ids.size() != 1);
        activate.setDisable(ids.isEmpty());
        activate.setText(activateWords());
        // An empty selection is what a filter or a refresh leaves behind: the open role stays open.
        if (!keeping && ids.size() == 1 && !ids.getFirst().equals(wanted)) {
            wanted = ids.getFirst();
            actions.selected(wanted);
        }
    }

    private void filter(RoleFilter filter) {
        keeping(() -> table.filter(filter));
        showCount();
        table.setPlaceholder(placeholder(filter));
    }

    /** Rows are replaced when data change under the table: the selected role stays selected. */
    private void rowsChanged() {
        filters.clinics(clinics());
        keeping(() -> {});
        showCount();
        table.setPlaceholder(placeholder(filters.filter()));
    }

    private void keeping(Runnable change) {
        keeping = true;
        change.run();
        if (wanted != null) {
            select(wanted);
        }
        keeping = false;
        selectionChanged();
    }

    private void showCount() {
        int shown = table.shown();
        int all = chain.roles().size();
        count.setText(
                shown == all
                        ? messages.get("shell.roles.count", all)
                        : messages.get("shell.roles.countFiltered", shown, all));
    }

    private javafx.scene.Node placeholder(RoleFilter filter) {
        if (chain.roles().isEmpty() || filter.isOpen()) {
            return EmptyState.of(
                    Feather.USERS, messages.get("shell.roles.empty"), messages.get("shell.roles.empty.next"));
        }
        return EmptyState.of(
                Feather.FILTER,
                messages.get("shell.roles.nothing"),
                messages.get("shell.roles.nothing.next"),
                Buttons.plain("roles-show-all", messages.get("shell.roles.showAll"), filters::clear));
    }

    private List<Summary> clinics() {
        return chain.summaries("HealthcareService");
    }

    /** Selects the role {@code id} and scrolls to it where it is not in sight. */
    public void select(String id) {
        wanted = id;
        List<RoleLine> rows = new ArrayList<>(table.getItems());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                if (table.getSelectionModel().getSelectedIndices().size() != 1
                        || table.getSelectionModel().getSelectedIndex() != i) {
                    table.getSelectionModel().clearAndSelect(i);
                    if (!keeping) {
                        table.scrollTo(Math.max(0, i - 3));
                    }
                }
                return;
            }
        }
    }

    /** Shows only the roles that {@code filter} lets through. */
    public void show(RoleFilter filter) {
        filters.set(filter);
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        filters.focusSearch();
    }

    /** Puts the keyboard into the table. */
    public void focusTable() {
        table.requestFocus();
    }
}
