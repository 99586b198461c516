package itb.backoffice.form.editor.picture;

import itb.backoffice.form.picture.Crop;
import itb.backoffice.form.picture.Shape;
import itb.backoffice.platform.Messages;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks which part of a picture is meant; unfolds under the picture's field and folds away again. */
final class CropPane extends VBox {
    private final CropArea area;
    private final Button use = new Button();
    private Consumer<Crop> chosen = crop -> {};
    private Runnable left = () -> {};

    CropPane(Shape shape, Messages messages) {
        super(8);
        getStyleClass().add("inset");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        area = new CropArea(shape);
        area.setAccessibleText(messages.get("form.picture.crop.accessible"));
        area.setAccessibleHelp(messages.get("form.picture.crop.keys"));
        area.setId("crop-area");
        Label title = new Label(messages.get("form.picture.crop.title"));
        title.getStyleClass().add("field-label");
        Label keys = new Label(messages.get("form.picture.crop.keys"));
        keys.getStyleClass().addAll("text-muted", "hint");
        keys.setWrapText(true);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        use.setText(messages.get("form.picture.crop.use"));
        use.setId("crop-use");
        use.getStyleClass().add("accent");
        use.setOnAction(event -> use());
        Button cancel = new Button(messages.get("form.picture.crop.cancel"));
        cancel.setId("crop-cancel");
        cancel.setOnAction(event -> leave());
        getChildren().addAll(title, area, keys, new FlowPane(8, 8, use, cancel));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && area.isFocused() && !event.isControlDown()) {
                use();
                event.consume();
            }
        });
    }

    /** Asks; {@code then} is told the part, {@code otherwise} runs when it was left. */
    void open(Image image, Crop first, Consumer<Crop> then, Runnable otherwise) {
        chosen = then;
        left = otherwise;
        area.show(image, first);
        setVisible(true);
        area.requestFocus();
        reveal();
    }

    /** Scrolls so that all of it is seen: it unfolds where a form usually ends. */
    private void reveal() {
        Node at = getParent();
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        if (at instanceof ScrollPane scroll && scroll.getContent() instanceof Region content) {
            scroll.applyCss();
            scroll.layout();
            double bottom = content.sceneToLocal(localToScene(0, getHeight())).getY();
            double room = content.getHeight() - scroll.getViewportBounds().getHeight();
            double wanted = (bottom + 16 - scroll.getViewportBounds().getHeight()) / Math.max(1, room);
            scroll.setVvalue(Math.clamp(Math.max(wanted, scroll.getVvalue()), 0, 1));
        }
    }

    /** Folds away and tells nobody. */
    void close() {
        setVisible(false);
        area.clear();
    }

    private void use() {
        Crop crop = area.crop();
        close();
        chosen.accept(crop);
    }

    private void leave() {
        close();
        left.run();
    }
}
