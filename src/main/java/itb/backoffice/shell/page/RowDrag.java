package itb.backoffice.shell.page;

import itb.backoffice.shell.chain.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The selected lines of a table dragged to another place in it. A line shows where they would go, the table scrolls at its
 * edges, Escape leaves all as it is. With the mouse alone, not with the platform's drag and drop: nothing goes out of the
 * table, and it is the same everywhere.
 */
final class RowDrag {
    private static final double A_DRAG = 6;
    /** So near an edge the table scrolls, and by at most so much in each frame. */
    private static final double EDGE = 28;

    private static final double FASTEST = 14;
    private static final double THICK = 3;

    private final LineTable table;
    private final BooleanSupplier possible;
    private final BiConsumer<List<Line>, Integer> drop;
    private final Region mark = new Region();
    private final AnimationTimer scrolling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scroll();
        }
    };
    private @Nullable Point2D pressed;
    private Point2D at = Point2D.ZERO;
    private List<Line> dragged = List.of();
    private int to = -1;

    /**
     * @param possible asked when a drag begins; says why where it is not
     * @param drop told what was dragged, and before which place it was let go
     */
    RowDrag(LineTable table, BooleanSupplier possible, BiConsumer<List<Line>, Integer> drop) {
        this.table = table;
        this.possible = possible;
        this.drop = drop;
        mark.setId("drop-line");
        mark.getStyleClass().add("drop-line");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::move);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isDragging()) {
                // Whatever is pressed meanwhile is not meant for the lines that are on their way.
                event.consume();
                if (event.getCode() == KeyCode.ESCAPE) {
                    end();
                }
            }
        });
    }

    private boolean isDragging() {
        return !dragged.isEmpty();
    }

    private void press(MouseEvent event) {
        boolean plain = event.getButton() == MouseButton.PRIMARY
                && !event.isShiftDown()
                && !event.isShortcutDown()
                && !event.isControlDown();
        end();
        pressed = plain && row(event.getTarget()) != null ? point(event) : null;
    }

    private static @Nullable TableRow<?> row(Object target) {
        for (Node node = target instanceof Node some ? some : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() ? null : row;
            }
        }
        return null;
    }

    private static Point2D point(MouseEvent event) {
        return new Point2D(event.getSceneX(), event.getSceneY());
    }

    private void move(MouseEvent event) {
        Point2D from = pressed;
        if (from == null) {
            return;
        }
        at = point(event);
        if (!isDragging()) {
            if (Math.abs(at.getY() - from.getY()) < A_DRAG) {
                return;
            }
            begin();
        }
        aim();
    }

    private void begin() {
        if (!possible.getAsBoolean()) {
            pressed = null;
            return;
        }
        dragged = table.selected();
        if (isDragging() && table.getParent() instanceof Pane around) {
            around.getChildren().add(mark);
            table.setCursor(Cursor.CLOSED_HAND);
            scrolling.start();
        }
    }

    /** Finds the place between two lines that the mouse is nearest to. */
    private void aim() {
        to = -1;
        mark.setVisible(false);
        if (!isDragging()) {
            return;
        }
        double y = 0;
        for (TableRow<?> row : rows()) {
            Bounds place = row.localToScene(row.getLayoutBounds());
            boolean above = at.getY() <= place.getCenterY();
            to = row.getIndex() + (above ? 0 : 1);
            y = above ? place.getMinY() : place.getMaxY();
            if (above) {
                break;
            }
        }
        show(y);
    }

    /** Those in sight, from top to bottom. */
    private List<TableRow<?>> rows() {
        List<TableRow<?>> rows = new ArrayList<>();
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row && row.isVisible() && !row.isEmpty()) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingInt(TableRow::getIndex));
        return rows;
    }

    private void show(double sceneY) {
        if (to < 0 || !changesAnything()) {
            to = -1;
            return;
        }
        Bounds whole = table.getBoundsInParent();
        Bounds rows = flow().localToScene(flow().getLayoutBounds());
        double y = mark.getParent()
                .sceneToLocal(0, Math.clamp(sceneY, rows.getMinY(), rows.getMaxY()))
                .getY();
        mark.resizeRelocate(whole.getMinX(), Math.round(y - THICK / 2), whole.getWidth(), THICK);
        mark.setVisible(true);
    }

    /** Dropped beside themselves, they stay where they are. */
    private boolean changesAnything() {
        List<Line> lines = table.getItems();
        int first = lines.indexOf(dragged.getFirst());
        int last = lines.indexOf(dragged.getLast());
        boolean together = last - first == dragged.size() - 1;
        return !together || to < first || to > last + 1;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) Objects.requireNonNull(table.lookup(".virtual-flow"));
    }

    private void scroll() {
        Bounds rows = flow().localToScene(flow().getLayoutBounds());
        double above = rows.getMinY() + EDGE - at.getY();
        double below = at.getY() - (rows.getMaxY() - EDGE);
        double by = above > 0 ? -above : Math.max(0, below);
        if (by != 0 && flow().scrollPixels(Math.clamp(by / 2, -FASTEST, FASTEST)) != 0) {
            aim();
        }
    }

    private void release() {
        List<Line> lines = dragged;
        int place = to;
        end();
        if (!lines.isEmpty() && place >= 0) {
            drop.accept(lines, place);
        }
    }

    private void end() {
        pressed = null;
        if (isDragging()) {
            dragged = List.of();
            to = -1;
            scrolling.stop();
            table.setCursor(null);
            if (mark.getParent() instanceof Pane around) {
                around.getChildren().remove(mark);
            }
        }
    }
}
