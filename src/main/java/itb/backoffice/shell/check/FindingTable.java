package itb.backoffice.shell.check;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Fix;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of findings in their groups: which columns there are, how they look and how they sort. */
final class FindingTable {
    private static final int OPEN_UP_TO = 200;

    private final Messages texts;
    private final Consumer<FindingRow> open;
    private final Consumer<FindingRow> mend;
    private final TreeTableView<FindingLine> table = new TreeTableView<>();
    private final TreeItem<FindingLine> root = new TreeItem<>();

    /** {@code open} shows what a finding is about; {@code mend} does what it offers. */
    FindingTable(Messages texts, Consumer<FindingRow> open, Consumer<FindingRow> mend) {
        this.texts = texts;
        this.open = open;
        this.mend = mend;
        table.setId("findingTable");
        table.setAccessibleText(texts.get("shell.check.page"));
        table.setShowRoot(false);
        table.setRoot(root);
        table.setFixedCellSize(48);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("page-table");
        Comparator<String> words = texts.collator()::compare;
        column("message", 450, Comparator.comparing(this::heading, words), this::message);
        column("thing", 190, by(FindingRow::title, words), rows(this::thing));
        column("clinic", 150, by(FindingRow::clinic, words), rows(row -> Labels.hint(row.clinic())));
        column("since", 80, by(row -> row.finding().origin(), Comparator.<Origin>naturalOrder()), rows(this::since));
        column("fix", 130, by(row -> row.finding().fix() == null, Comparator.<Boolean>naturalOrder()), rows(this::fix));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
                openSelected();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    private void openSelected() {
        TreeItem<FindingLine> item = table.getSelectionModel().getSelectedItem();
        FindingRow row = item == null ? null : item.getValue().row();
        if (row != null) {
            open.accept(row);
        } else if (item != null) {
            item.setExpanded(!item.isExpanded());
        }
    }

    TreeTableView<FindingLine> view() {
        return table;
    }

    /** Shows {@code groups}; what was opened stays open, and what was selected selected. */
    void show(List<FindingGroup> groups, boolean grouped) {
        Set<String> closed = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (TreeItem<FindingLine> item : root.getChildren()) {
            known.add(item.getValue().group().name());
            if (!item.isExpanded()) {
                closed.add(item.getValue().group().name());
            }
        }
        TreeItem<FindingLine> chosen = table.getSelectionModel().getSelectedItem();
        FindingLine selected = chosen == null ? null : chosen.getValue();
        int shown = groups.stream().mapToInt(group -> group.rows().size()).sum();
        List<TreeItem<FindingLine>> items = groups.stream()
                .map(group -> {
                    TreeItem<FindingLine> item = new TreeItem<>(new FindingLine(group, null));
                    item.getChildren().setAll(leaves(group));
                    String name = group.name();
                    item.setExpanded(known.contains(name) ? !closed.contains(name) : shown <= OPEN_UP_TO);
                    return item;
                })
                .toList();
        root.getChildren()
                .setAll(
                        grouped
                                ? items
                                : groups.stream()
                                        .flatMap(group -> leaves(group).stream())
                                        .toList());
        if (!table.getSortOrder().isEmpty()) {
            table.sort();
        }
        select(selected);
    }

    private void select(@Nullable FindingLine line) {
        FindingRow row = line == null ? null : line.row();
        for (int i = 0; row != null && i < table.getExpandedItemCount(); i++) {
            FindingRow other = table.getTreeItem(i).getValue().row();
            if (other != null
                    && other.reference().equals(row.reference())
                    && other.finding().rule().equals(row.finding().rule())
                    && other.finding().path().equals(row.finding().path())) {
                table.getSelectionModel().select(i);
                return;
            }
        }
    }

    private static List<TreeItem<FindingLine>> leaves(FindingGroup group) {
        return group.rows().stream()
                .map(row -> new TreeItem<>(new FindingLine(group, row)))
                .toList();
    }

    private void column(
            String key, double width, Comparator<FindingLine> order, Function<FindingLine, @Nullable Node> look) {
        TreeTableColumn<FindingLine, FindingLine> column =
                new TreeTableColumn<>(texts.get("shell.check.column." + key));
        column.setId("findingColumn-" + key);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 80));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setComparator(order);
        column.setCellFactory(one -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable FindingLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(null);
                setGraphic(empty || line == null ? null : look.apply(line));
            }
        });
        table.getColumns().add(column);
    }

    private static Function<FindingLine, @Nullable Node> rows(Function<FindingRow, @Nullable Node> look) {
        return line -> line.row() == null ? null : look.apply(Objects.requireNonNull(line.row()));
    }

    /** Groups keep their order among themselves under columns that only findings have. */
    private static <T> Comparator<FindingLine> by(Function<FindingRow, T> value, Comparator<? super T> order) {
        BiFunction<FindingRow, FindingRow, Integer> compare =
                (one, other) -> order.compare(value.apply(one), value.apply(other));
        return (one, other) -> {
            FindingRow mine = one.row();
            FindingRow theirs = other.row();
            return mine == null || theirs == null
                    ? Integer.compare(
                            other.group().rows().size(), one.group().rows().size())
                    : compare.apply(mine, theirs);
        };
    }

    private String heading(FindingLine line) {
        FindingRow row = line.row();
        return row == null ? line.group().name() : row.finding().message();
    }

    private Node message(FindingLine line) {
        FindingRow row = line.row();
        if (row == null) {
            Label name = Labels.strong(line.group().name());
            Label count = Labels.hint(texts.get(
                    "shell.check.group",
                    line.group().rows().size(),
                    line.group().errors()));
            VBox box = new VBox(2, name, count);
            name.setWrapText(false);
            count.setWrapText(false);
            box.getStyleClass().add("baseline");
            return box;
        }
        Finding finding = row.finding();
        boolean error = finding.severity().isError();
        FontIcon icon = new FontIcon(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(error ? "danger" : "warning");
        Label words = Labels.text(finding.message());
        words.setMaxHeight(40);
        words.setAccessibleText(texts.get("shell.review.severity." + finding.severity()) + ": " + finding.message());
        Tooltip.install(words, new Tooltip(tooltip(finding)));
        HBox box = new HBox(8, icon, words);
        box.getStyleClass().add("baseline");
        return box;
    }

    private static String tooltip(Finding finding) {
        return finding.technical().isEmpty() ? finding.message() : finding.message() + "\n\n" + finding.technical();
    }

    private Node thing(FindingRow row) {
        Hyperlink title = new Hyperlink(row.title());
        title.setOnAction(event -> open.accept(row));
        title.setAccessibleText(texts.get("shell.check.open", row.title()));
        title.setFocusTraversable(false);
        Label kind = Labels.hint(FindingGroup.type(row.type(), "one", texts));
        kind.setWrapText(false);
        VBox box = new VBox(0, title, kind);
        box.getStyleClass().add("baseline");
        return box;
    }

    private Node since(FindingRow row) {
        boolean fresh = row.finding().origin() == Origin.NEW;
        Label label = new Label(texts.get(fresh ? "shell.check.since.NEW" : "shell.check.since.BEFORE"));
        label.getStyleClass().add(fresh ? "badge" : "muted");
        return label;
    }

    private @Nullable Node fix(FindingRow row) {
        Fix fix = row.finding().fix();
        if (fix == null) {
            return null;
        }
        Button button = Buttons.plain("", texts.get("validation.fix." + fix.kind()), () -> {
            // The button goes with its finding.
            table.requestFocus();
            mend.accept(row);
        });
        button.getStyleClass().add("small");
        button.setAccessibleText(texts.get("shell.check.fix.accessible", button.getText(), row.title()));
        return button;
    }
}
