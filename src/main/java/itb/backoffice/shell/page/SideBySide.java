package itb.backoffice.shell.page;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A table on the left, and on the right what is selected in it; in a narrow window that covers the table. */
abstract class SideBySide extends StackPane {
    /** Below this width the right side covers the table. The navigation takes the rest of the window's 1100. */
    private static final double BOTH_FROM = 880;

    /** From this width on a form gets two columns. */
    private static final double WIDE_FROM = 1660;

    private final Region table;
    private final StackPane right = new StackPane();
    private final SplitPane both = new SplitPane();
    private boolean narrow;

    SideBySide(Region table) {
        this.table = table;
        both.getItems().setAll(table, right);
        both.setDividerPositions(share());
        SplitPane.setResizableWithParent(right, true);
        right.setMinWidth(360);
        table.setMinWidth(420);
        getChildren().setAll(both);
        widthProperty().addListener((property, old, width) -> {
            arrange(width.doubleValue() < BOTH_FROM);
            if (old.doubleValue() < WIDE_FROM != width.doubleValue() < WIDE_FROM) {
                both.setDividerPositions(share());
            }
        });
    }

    /** Whether something is open on the right. */
    abstract boolean hasOpen();

    /** Told whether the right side now covers the table, and needs a way back to it. */
    abstract void narrowed(boolean now);

    /** What is on the right. */
    final StackPane right() {
        return right;
    }

    private void arrange(boolean nowNarrow) {
        if (narrow == nowNarrow) {
            return;
        }
        narrow = nowNarrow;
        narrowed(narrow);
        if (narrow) {
            both.getItems().clear();
            getChildren().setAll(hasOpen() ? right : table);
        } else {
            getChildren().setAll(both);
            both.getItems().setAll(table, right);
            both.setDividerPositions(share());
        }
    }

    /** How much of the width the table gets: on a wide window a form has room for two columns. */
    private double share() {
        return getWidth() < WIDE_FROM ? 0.64 : 0.54;
    }

    /** Brings the table into sight. */
    final void uncoverTable() {
        if (narrow) {
            getChildren().setAll(table);
        }
    }

    /** Brings the right side into sight. */
    final void coverTable() {
        if (narrow) {
            getChildren().setAll(right);
        }
    }
}
