package itb.backoffice.form.editor.portal;

import itb.backoffice.form.picture.Crop;
import itb.backoffice.form.picture.Shape;
import itb.backoffice.form.portal.PortalLook;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The banner with its text in its corner. */
final class BannerDrawing extends StackPane {
    private static final double HEIGHT = 46;

    private final ImageView view = new ImageView();

    BannerDrawing(PortalLook.Banner banner) {
        getStyleClass().add("portal-banner");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        view.setManaged(false);
        view.setPreserveRatio(false);
        Label words = new Label(banner.text());
        words.getStyleClass().add("portal-banner-text");
        words.setVisible(!banner.text().isBlank());
        words.setMaxWidth(160);
        words.setWrapText(true);
        boolean right = banner.corner().right();
        StackPane.setAlignment(
                words,
                banner.corner().bottom()
                        ? right ? Pos.BOTTOM_RIGHT : Pos.BOTTOM_LEFT
                        : right ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
        getChildren().addAll(view, words);
    }

    void show(@Nullable Image picture) {
        view.setImage(picture);
        if (picture != null) {
            Crop part = Crop.middle((int) picture.getWidth(), (int) picture.getHeight(), Shape.BANNER.ratio());
            view.setViewport(new Rectangle2D(part.x(), part.y(), part.width(), part.height()));
        }
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        super.layoutChildren();
    }
}
