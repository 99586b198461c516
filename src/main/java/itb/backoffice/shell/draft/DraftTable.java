package itb.backoffice.shell.draft;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.When;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of drafts: which columns there are, how they look and how they sort. */
final class DraftTable {
    private final Messages texts;
    private final When when;
    private final TableView<DraftRow> table = new TableView<>();

    DraftTable(Messages texts) {
        this.texts = texts;
        when = new When(texts);
        table.setId("draftTable");
        table.setAccessibleText(texts.get("shell.drafts.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(48);
        table.getStyleClass().add("page-table");
        column("thing", 300, Comparator.comparing(DraftRow::title, texts.collator()), this::thing);
        column("kind", 110, Comparator.comparing(this::kind, texts.collator()), row -> new Label(kind(row)));
        column("change", 150, Comparator.comparing(DraftRow::kind), this::change);
        column(
                "findings",
                150,
                Comparator.comparing(DraftRow::errors).thenComparing(DraftRow::warnings),
                this::findings);
        column("state", 150, Comparator.comparing(DraftRow::state), this::state);
        column("changed", 150, Comparator.comparing(DraftRow::changed), row -> new Label(when.shortly(row.changed())));
    }

    TableView<DraftRow> view() {
        return table;
    }

    private void column(String key, double width, Comparator<DraftRow> order, Function<DraftRow, Node> look) {
        TableColumn<DraftRow, DraftRow> column = new TableColumn<>(texts.get("shell.drafts.column." + key));
        column.setId("draftColumn-" + key);
        column.setPrefWidth(width);
        if (table.getColumns().isEmpty()) {
            column.getStyleClass().add("first-column");
        }
        column.setMinWidth(80);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        column.setComparator(order);
        column.setCellFactory(one -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable DraftRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(empty || row == null ? null : look.apply(row));
            }
        });
        table.getColumns().add(column);
    }

    private String kind(DraftRow row) {
        String key = "shell.kind." + row.type() + ".one";
        return texts.has(key) ? texts.get(key) : texts.get("shell.kind.other.one");
    }

    private Node thing(DraftRow row) {
        Label title = Labels.strong(row.title());
        title.setWrapText(false);
        Label place = Labels.hint(row.place());
        place.setWrapText(false);
        VBox box = new VBox(2, title);
        if (!row.place().isEmpty()) {
            box.getChildren().add(place);
        }
        box.getStyleClass().add("baseline");
        return box;
    }

    private Node change(DraftRow row) {
        Feather icon = switch (row.kind()) {
            case CREATE -> Feather.PLUS_CIRCLE;
            case UPDATE -> Feather.EDIT_2;
            case DELETE -> Feather.TRASH_2;
        };
        return new Label(texts.get("shell.drafts.kind." + row.kind()), new FontIcon(icon));
    }

    private Node findings(DraftRow row) {
        HBox box = new HBox(12);
        box.getStyleClass().add("baseline");
        if (row.errors() > 0) {
            box.getChildren().add(count("shell.drafts.errors", row.errors(), Feather.ALERT_CIRCLE, "danger"));
        }
        if (row.warnings() > 0) {
            box.getChildren().add(count("shell.drafts.warnings", row.warnings(), Feather.ALERT_TRIANGLE, "warning"));
        }
        if (box.getChildren().isEmpty()) {
            box.getChildren().add(Labels.hint(texts.get("shell.drafts.noFindings")));
        }
        return box;
    }

    private Label count(String key, long count, Feather icon, String colour) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add(colour);
        return new Label(texts.get(key, count), picture);
    }

    private Node state(DraftRow row) {
        Label state = new Label(texts.get("shell.drafts.state." + row.state()));
        switch (row.state()) {
            case EDITING -> state.getStyleClass().add("muted");
            case SENDING -> state.setGraphic(icon(Feather.UPLOAD_CLOUD, "accent"));
            case REFUSED -> state.setGraphic(icon(Feather.X_CIRCLE, "danger"));
            case CONFLICT -> state.setGraphic(icon(Feather.GIT_MERGE, "warning"));
        }
        return state;
    }

    private static FontIcon icon(Feather icon, String colour) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add(colour);
        return picture;
    }
}
