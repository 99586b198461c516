package itb.backoffice.shell.chain;

import atlantafx.base.controls.CustomTextField;
import itb.backoffice.catalogue.SearchText;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A page that lists one kind of thing as it was downloaded, and leads from each to its roles. */
public final class ChainTable extends BorderPane {
    private final Messages messages;
    private final Supplier<List<ChainItem>> read;
    private final Consumer<ChainItem> showRoles;
    private final ObservableList<ChainItem> items = FXCollections.observableArrayList();
    private final FilteredList<ChainItem> filtered = new FilteredList<>(items);
    private final TableView<ChainItem> table = new TableView<>();
    private final CustomTextField search = new CustomTextField();

    /**
     * @param key names the texts: {@code shell.page.KEY}, and {@code shell.chain.KEY.hint} over the second column
     * @param showRoles opens the roles of a line; asked for by Enter, and by the number in the last column
     */
    public ChainTable(
            String key,
            ChainModel chain,
            Messages messages,
            Supplier<List<ChainItem>> read,
            Consumer<ChainItem> showRoles) {
        this.messages = messages;
        this.read = read;
        this.showRoles = showRoles;
        Label title = new Label(messages.get("shell.page." + key));
        title.getStyleClass().add("page-title");
        search.setId(key + "-search");
        search.setPromptText(messages.get("shell.chain.search"));
        search.setAccessibleText(search.getPromptText());
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setMaxWidth(360);
        search.textProperty().addListener((property, old, typed) -> {
            var words = SearchText.words(typed);
            filtered.setPredicate(item -> item.search().holds(words));
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        VBox head = new VBox(8, title, search);
        head.getStyleClass().add("page-head");
        setTop(head);
        setCenter(table(key));
        chain.loadedProperty().addListener((property, old, now) -> {
            if (getScene() != null) {
                refresh();
            }
        });
        sceneProperty().addListener((property, old, scene) -> {
            if (scene != null) {
                refresh();
            }
        });
    }

    private TableView<ChainItem> table(String key) {
        table.setId(key);
        table.setAccessibleText(messages.get("shell.page." + key));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        SortedList<ChainItem> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        TableColumn<ChainItem, SortText> name = column("name", messages.get("shell.chain.name"), ChainItem::name);
        name.setPrefWidth(320);
        table.getColumns().add(name);
        if (messages.has("shell.chain." + key + ".hint")) {
            table.getColumns().add(column("hint", messages.get("shell.chain." + key + ".hint"), ChainItem::hint));
        }
        TableColumn<ChainItem, Integer> roles = column("roles", messages.get("shell.page.roles"), ChainItem::roles);
        roles.getStyleClass().add("number");
        TableColumn<ChainItem, ChainItem> status = column("status", messages.get("shell.chain.status"), item -> item);
        status.setCellFactory(any -> new StatusCell());
        status.setSortable(false);
        if (!key.equals("treatments") && !key.equals("areas") && !key.equals("chain")) {
            table.getColumns().add(roles);
        }
        if (!key.equals("people") && !key.equals("billing")) {
            table.getColumns().add(status);
        }
        table.getSortOrder().add(name);
        table.setPlaceholder(itb.backoffice.shell.part.EmptyState.of(
                Feather.INBOX, messages.get("shell.chain.empty"), messages.get("shell.chain.empty.next")));
        table.setOnKeyPressed(event -> {
            ChainItem item = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && item != null) {
                showRoles.accept(item);
            }
        });
        table.setOnMouseClicked(event -> {
            ChainItem item = table.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && item != null) {
                showRoles.accept(item);
            }
        });
        return table;
    }

    private <V> TableColumn<ChainItem, V> column(String id, String words, Function<ChainItem, V> value) {
        TableColumn<ChainItem, V> column = new TableColumn<>(words);
        column.setId(id);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private void refresh() {
        List<ChainItem> now = read.get();
        if (!now.equals(items)) {
            items.setAll(now);
        }
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private final class StatusCell extends TableCell<ChainItem, ChainItem> {
        @Override
        protected void updateItem(@Nullable ChainItem item, boolean empty) {
            super.updateItem(item, empty);
            Boolean active = item == null ? null : item.active();
            if (empty || active == null) {
                setGraphic(null);
            } else {
                Label label = new Label(messages.get(active ? "shell.active" : "shell.inactive"));
                label.getStyleClass().addAll("badge", active ? "on" : "off");
                setGraphic(label);
            }
        }
    }
}
