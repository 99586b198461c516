package itb.backoffice.form.editor.picture;

import itb.backoffice.form.picture.Crop;
import itb.backoffice.form.picture.PictureFile;
import itb.backoffice.form.picture.PictureFile.Opened;
import itb.backoffice.form.picture.Shape;
import itb.backoffice.platform.Background;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The picture in the shape of the portal, or a sign that there is none. */
final class PictureFrame extends StackPane {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final double ROUNDED = 12;

    private final Shape shape;
    private final ImageView view = new ImageView();
    private final FontIcon nothing;
    private int showing;

    PictureFrame(Shape shape) {
        this.shape = shape;
        double height = shape == Shape.BANNER ? 80 : shape == Shape.CARD ? 108 : 96;
        double width = height * shape.ratio();
        nothing = new FontIcon(shape == Shape.ROUND ? Feather.USER : Feather.IMAGE);
        nothing.getStyleClass().add("photo-placeholder");
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setPreserveRatio(false);
        Rectangle corners = new Rectangle(width, height);
        corners.setArcWidth(ROUNDED);
        corners.setArcHeight(ROUNDED);
        view.setClip(shape == Shape.ROUND ? new Circle(width / 2, height / 2, height / 2) : corners);
        getStyleClass().addAll("photo-frame", shape == Shape.ROUND ? "round" : "wide");
        setMinSize(width, height);
        setMaxSize(width, height);
        getChildren().addAll(nothing, view);
    }

    /** Shows that what is held over it can be dropped. */
    void ready(boolean now) {
        pseudoClassStateChanged(READY, now);
    }

    void show(byte @Nullable [] bytes, Background background) {
        showing++;
        int mine = showing;
        if (bytes == null) {
            view.setImage(null);
            nothing.setVisible(true);
            return;
        }
        int longest = (int) (2 * Math.max(view.getFitWidth(), view.getFitHeight()));
        background.run(() -> picture(bytes, longest), picture -> {
            if (mine == showing) {
                view.setViewport(picture == null ? null : part(picture));
                view.setImage(picture);
                nothing.setVisible(picture == null);
            }
        });
    }

    private static @Nullable Image picture(byte[] bytes, int longest) {
        return PictureFile.open(bytes) instanceof Opened.Picture opened ? Pixels.shown(opened.image(), longest) : null;
    }

    /** What the portal shows of a picture of another shape: its middle. */
    private Rectangle2D part(Image picture) {
        Crop part = Crop.middle((int) picture.getWidth(), (int) picture.getHeight(), shape.ratio());
        return new Rectangle2D(part.x(), part.y(), part.width(), part.height());
    }
}
