package itb.backoffice.shell.chain;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.collections.ObservableList;

/** Where tables get their lines from. */
public interface LineSource {
    /** The lines of a table. */
    ObservableList<Line> lines(Kind kind);

    /** Counts up whenever the lines were read anew, or one came or went. */
    ReadOnlyLongProperty loadedProperty();

    /** Counts up whenever anything here has changed. */
    ReadOnlyLongProperty revisionProperty();
}
