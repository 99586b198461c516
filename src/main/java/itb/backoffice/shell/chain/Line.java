package itb.backoffice.shell.chain;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A line of a table: it stays the same object while what it shows changes, so that the table keeps its place, selection
 * and order while somebody types.
 */
public final class Line {
    private final String reference;
    private final ReadOnlyObjectWrapper<Row> row;

    /** A line that shows {@code row}. */
    public Line(Row row) {
        this.reference = row.reference();
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    /** {@code Type/id} of what the line shows, see {@link Known}. */
    public String reference() {
        return reference;
    }

    /** The id of what the line shows. */
    public String id() {
        return row().summary().id();
    }

    /** What the line shows. */
    public Row row() {
        return row.get();
    }

    /** What the line shows, as it changes. */
    public ReadOnlyObjectProperty<Row> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(Row newer) {
        row.set(newer);
    }
}
