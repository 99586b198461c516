package itb.backoffice.shell.chain;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A line of the table of roles: it stays the same object while what it shows changes, so that the table keeps its
 * place, selection and order while somebody types.
 */
public final class RoleLine {
    private final ReadOnlyObjectWrapper<RoleRow> row;

    /** A line that shows {@code row}. */
    public RoleLine(RoleRow row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    /** The role's id. */
    public String id() {
        return row().id();
    }

    /** What the line shows. */
    public RoleRow row() {
        return row.get();
    }

    /** What the line shows, as it changes. */
    public ReadOnlyObjectProperty<RoleRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(RoleRow newer) {
        row.set(newer);
    }
}
