package itb.backoffice.shell.role;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.FindingCount;
import itb.backoffice.shell.chain.RoleLine;
import itb.backoffice.shell.chain.RoleRow;
import itb.backoffice.shell.chain.SortText;
import java.util.Comparator;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of roles: columns, sorting in the user's language, copying of what is selected. */
final class RoleTable extends TableView<RoleLine> {
    private static final double BILLING_FROM = 720;

    private final Messages messages;
    private final FilteredList<RoleLine> filtered;

    RoleTable(ObservableList<RoleLine> rows, Messages messages) {
        this.messages = messages;
        this.filtered = new FilteredList<>(rows);
        setId("roles");
        setAccessibleText(messages.get("shell.roles.title"));
        SortedList<RoleLine> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getStyleClass().add("dense");
        getColumns().add(text("person", 200, RoleRow::person));
        getColumns().add(text("clinic", 150, RoleRow::clinic));
        TableColumn<RoleLine, SortText> billing = text("billing", 170, RoleRow::billing);
        getColumns().add(billing);
        getColumns().add(text("role", 104, RoleRow::role));
        // Beside an open form there is no room for every column: who is billed is the first that can be missed.
        billing.visibleProperty().bind(widthProperty().greaterThan(BILLING_FROM));
        getColumns().add(cells("active", 92, RoleRow::active, Comparator.reverseOrder(), this::activeBadge));
        getColumns().add(cells("findings", 76, RoleRow::findings, Comparator.naturalOrder(), this::findingBadge));
        getColumns().add(cells("draft", 84, RoleTable::draftOrder, Comparator.reverseOrder(), this::draftBadge));
        getSortOrder().add(getColumns().getFirst());
    }

    void filter(RoleFilter filter) {
        filtered.setPredicate(filter.compiled());
    }

    int shown() {
        return filtered.size();
    }

    /** Puts the selected rows on the clipboard, cells apart by tabs, with a heading. */
    void copySelection() {
        StringBuilder text = new StringBuilder();
        for (String column : new String[] {"person", "clinic", "billing", "role", "active"}) {
            text.append(text.isEmpty() ? "" : "\t").append(messages.get("shell.roles.column." + column));
        }
        for (RoleLine line : getSelectionModel().getSelectedItems()) {
            RoleRow row = line.row();
            text.append('\n')
                    .append(String.join(
                            "\t",
                            row.person().text(),
                            row.clinic().text(),
                            row.billing().text(),
                            row.role().text(),
                            messages.get(row.active() ? "shell.active" : "shell.inactive")));
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private TableColumn<RoleLine, SortText> text(String key, double width, Function<RoleRow, SortText> value) {
        TableColumn<RoleLine, SortText> column = column(key, width, value);
        column.setCellFactory(any -> new TextCell());
        return column;
    }

    private <V> TableColumn<RoleLine, V> cells(
            String key,
            double width,
            Function<RoleRow, V> value,
            Comparator<? super V> order,
            Function<RoleRow, @Nullable Node> badge) {
        TableColumn<RoleLine, V> column = column(key, width, value);
        column.setMinWidth(width);
        column.setComparator(order::compare);
        column.setCellFactory(any -> new BadgeCell<>(badge));
        return column;
    }

    private <V> TableColumn<RoleLine, V> column(String key, double width, Function<RoleRow, V> value) {
        TableColumn<RoleLine, V> column = new TableColumn<>(messages.get("shell.roles.column." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.7);
        column.setCellValueFactory(line -> line.getValue().rowProperty().map(value));
        return column;
    }

    private static String draftOrder(RoleRow row) {
        var draft = row.draft();
        return draft == null ? "" : draft.state() + " " + draft.kind();
    }

    private Node activeBadge(RoleRow row) {
        return badge(messages.get(row.active() ? "shell.active" : "shell.inactive"), row.active() ? "on" : "off");
    }

    private @Nullable Node findingBadge(RoleRow row) {
        FindingCount count = row.findings();
        if (count.all() == 0) {
            return null;
        }
        boolean bad = count.errors() > 0;
        Label label = badge(Integer.toString(count.all()), bad ? "bad" : "odd");
        label.setGraphic(new FontIcon(bad ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
        label.setAccessibleText(messages.get("shell.findings.accessible", count.errors(), count.warnings()));
        label.setTooltip(new Tooltip(label.getAccessibleText()));
        return label;
    }

    private @Nullable Node draftBadge(RoleRow row) {
        var draft = row.draft();
        if (draft == null) {
            return null;
        }
        return switch (draft.state()) {
            case EDITING -> badge(messages.get("shell.draft.state." + draft.kind()), "draft");
            case SENDING -> badge(messages.get("shell.draft.state.SENDING"), "draft");
            case REFUSED -> badge(messages.get("shell.draft.state.REFUSED"), "bad");
            case CONFLICT -> badge(messages.get("shell.draft.state.CONFLICT"), "bad");
        };
    }

    private static Label badge(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("badge", style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static final class TextCell extends TableCell<RoleLine, SortText> {
        @Override
        protected void updateItem(@Nullable SortText value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : value.text());
        }
    }

    private static final class BadgeCell<V> extends TableCell<RoleLine, V> {
        private final Function<RoleRow, @Nullable Node> badge;

        BadgeCell(Function<RoleRow, @Nullable Node> badge) {
            this.badge = badge;
        }

        @Override
        protected void updateItem(@Nullable V value, boolean empty) {
            super.updateItem(value, empty);
            RoleLine line =
                    empty || getTableRow() == null ? null : getTableRow().getItem();
            setGraphic(line == null ? null : badge.apply(line.row()));
        }
    }
}
