package itb.backoffice.form.editor.picture;

import itb.backoffice.form.picture.Crop;
import itb.backoffice.form.picture.Shape;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** A picture with the part that is kept in the light: moved by its middle, pulled at its corners, or led by keys. */
final class CropArea extends Region {
    private static final double MOST_WIDE = 300, MOST_HIGH = 220;
    private static final double HANDLE = 10;

    private final Shape shape;
    private final ImageView view = new ImageView();
    private final Path shade = new Path();
    private final Rectangle edge = new Rectangle();
    private final Rectangle[] handles = new Rectangle[4];
    private Crop crop = Crop.middle(1, 1, 1);
    private double scale = 1;
    private int held = -1;
    private Point2D last = Point2D.ZERO;

    CropArea(Shape shape) {
        this.shape = shape;
        getStyleClass().add("crop");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        shade.setFillRule(FillRule.EVEN_ODD);
        shade.getStyleClass().add("shade");
        edge.getStyleClass().add("edge");
        getChildren().addAll(view, shade, edge);
        for (int i = 0; i < 4; i++) {
            handles[i] = new Rectangle(HANDLE, HANDLE);
            handles[i].getStyleClass().add("handle");
            handles[i].setCursor(i == 0 || i == 3 ? Cursor.NW_RESIZE : Cursor.NE_RESIZE);
            getChildren().add(handles[i]);
        }
        edge.setCursor(Cursor.MOVE);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            // Only where the keyboard is: a form that is scrolled past must not change a picture.
            if (isFocused() && event.getDeltaY() != 0) {
                put(crop.scaled(event.getDeltaY() > 0 ? 0.95 : 1.05));
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    void show(Image image, Crop first) {
        scale = Math.min(MOST_WIDE / first.pictureWidth(), MOST_HIGH / first.pictureHeight());
        view.setImage(image);
        view.setFitWidth(first.pictureWidth() * scale);
        view.setFitHeight(first.pictureHeight() * scale);
        setPrefSize(view.getFitWidth(), view.getFitHeight());
        put(first);
    }

    void clear() {
        view.setImage(null);
    }

    /** The part as it was chosen. */
    Crop crop() {
        return crop;
    }

    private void put(Crop now) {
        crop = now;
        double x = crop.x() * scale;
        double y = crop.y() * scale;
        double width = crop.width() * scale;
        double height = crop.height() * scale;
        edge.setX(x);
        edge.setY(y);
        edge.setWidth(width);
        edge.setHeight(height);
        javafx.scene.shape.Shape light = shape == Shape.ROUND
                ? new Ellipse(x + width / 2, y + height / 2, width / 2, height / 2)
                : new Rectangle(x, y, width, height);
        Rectangle all = new Rectangle(view.getFitWidth(), view.getFitHeight());
        Path around = (Path) javafx.scene.shape.Shape.subtract(all, light);
        shade.getElements().setAll(around.getElements());
        for (int i = 0; i < 4; i++) {
            handles[i].setX((i % 2 == 0 ? x : x + width) - HANDLE / 2);
            handles[i].setY((i < 2 ? y : y + height) - HANDLE / 2);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        last = new Point2D(event.getX(), event.getY());
        held = -1;
        for (int i = 0; i < 4; i++) {
            if (handles[i].getBoundsInParent().contains(last)) {
                held = i;
            }
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        put(
                held < 0
                        ? crop.moved((now.getX() - last.getX()) / scale, (now.getY() - last.getY()) / scale)
                        : crop.pulled(held % 2 == 1, held >= 2, now.getX() / scale, now.getY() / scale));
        last = now;
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        double step = Math.max(crop.pictureWidth(), crop.pictureHeight()) * (event.isShiftDown() ? 0.1 : 0.01);
        Crop now = switch (event.getCode()) {
            case LEFT -> crop.moved(-step, 0);
            case RIGHT -> crop.moved(step, 0);
            case UP -> crop.moved(0, -step);
            case DOWN -> crop.moved(0, step);
            case PLUS, ADD, EQUALS, PAGE_UP -> crop.scaled(0.95);
            case MINUS, SUBTRACT, PAGE_DOWN -> crop.scaled(1.05);
            default -> null;
        };
        if (now != null) {
            put(now);
            event.consume();
        }
    }
}
