package itb.backoffice.shell.page;

import itb.backoffice.shell.chain.Line;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The one cell of the selected line that a copy takes: the one that was clicked, or where the left and right keys lead. */
final class CellMark {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    /** Of several lines all that is shown is copied: no cell stands out. */
    private static final PseudoClass ONE = PseudoClass.getPseudoClass("one-selected");

    private final LineTable table;
    private final ObjectProperty<@Nullable TableColumn<Line, ?>> column = new SimpleObjectProperty<>();
    private Runnable onChange = () -> {};

    CellMark(LineTable table) {
        this.table = table;
        column.addListener((property, old, now) -> onChange.run());
        List<Integer> selected = table.getSelectionModel().getSelectedIndices();
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> table.pseudoClassStateChanged(ONE, selected.size() == 1));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
            if (plain && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
                step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
    }

    void onChange(Runnable told) {
        onChange = told;
    }

    private void step(int by) {
        List<? extends TableColumn<Line, ?>> shown = table.getVisibleLeafColumns();
        if (!shown.isEmpty()) {
            column.set(shown.get(Math.clamp(shown.indexOf(current()) + (long) by, 0, shown.size() - 1)));
        }
    }

    /** The column of the cell; the first one where none was chosen, or the chosen one is hidden. */
    @Nullable
    TableColumn<Line, ?> current() {
        TableColumn<Line, ?> chosen = column.get();
        List<? extends TableColumn<Line, ?>> shown = table.getVisibleLeafColumns();
        return chosen != null && shown.contains(chosen) ? chosen : shown.isEmpty() ? null : shown.getFirst();
    }

    /** Lets {@code cell} show whether it is the one. */
    void dress(TableCell<Line, ?> cell) {
        cell.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> column.set(cell.getTableColumn()));
        ChangeListener<Object> listener =
                (property, old, now) -> cell.pseudoClassStateChanged(MARKED, cell.getTableColumn() == current());
        // The cell holds its listener, and goes with it.
        cell.getProperties().put(CellMark.class, listener);
        column.addListener(new WeakChangeListener<>(listener));
        cell.tableColumnProperty().addListener(listener);
    }
}
