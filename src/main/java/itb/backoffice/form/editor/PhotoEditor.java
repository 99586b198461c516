package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Photo;
import itb.backoffice.form.RolePhoto;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The photo as patients see it, with a button to add, replace or remove it; a file can be dropped on it too. */
final class PhotoEditor implements FieldEditor {
    private static final double SIZE = 96;

    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final Background background;
    private final IntSupplier limitKilobytes;
    private final RolePhoto photo = new RolePhoto(RoleForm.PHOTO_URL);
    private final ImageView view = new ImageView();
    private final FontIcon nobody = new FontIcon(Feather.USER);
    private final Button choose = new Button();
    private final Button remove = new Button();
    private final Label problem = new Label();
    private final HBox node;
    private byte @Nullable [] shown;

    PhotoEditor(FormModel model, Field field, Messages messages, Background background, IntSupplier limitKilobytes) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        this.background = background;
        this.limitKilobytes = limitKilobytes;
        view.setFitWidth(SIZE);
        view.setFitHeight(SIZE);
        view.setPreserveRatio(false);
        view.setClip(new Circle(SIZE / 2, SIZE / 2, SIZE / 2));
        nobody.getStyleClass().add("photo-placeholder");
        StackPane frame = new StackPane(nobody, view);
        frame.getStyleClass().add("photo-frame");
        frame.setMinSize(SIZE, SIZE);
        frame.setMaxSize(SIZE, SIZE);
        choose.setId("photo-choose");
        choose.setOnAction(event -> choose());
        remove.setId("photo-remove");
        remove.setText(messages.get("form.photo.remove"));
        remove.setOnAction(event -> model.edit(field, photo::remove));
        problem.getStyleClass().addAll("danger", "hint");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Label hint = new Label(messages.get("form.photo.hint"));
        hint.getStyleClass().addAll("text-muted", "hint");
        hint.setWrapText(true);
        VBox beside = new VBox(8, new HBox(8, choose, remove), hint, problem);
        beside.setAlignment(Pos.CENTER_LEFT);
        node = new HBox(16, frame, beside);
        node.setAlignment(Pos.CENTER_LEFT);
        dropTarget();
    }

    private void dropTarget() {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                take(files.getFirst());
            }
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("form.photo.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("form.photo.files"), "*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp"));
        File file = chooser.showOpenDialog(node.getScene().getWindow());
        if (file != null) {
            take(file);
        }
    }

    /** Reads and shrinks {@code file} in the background and puts it into the draft. */
    void take(File file) {
        int limit = limitKilobytes.getAsInt();
        background.run(() -> Photo.prepare(Files.readAllBytes(file.toPath()), limit), this::taken);
    }

    private void taken(Photo.Result result) {
        problem.setText(
                switch (result) {
                    case Photo.Result.Ready ready -> {
                        model.edit(field, copy -> photo.put(copy, ready.jpeg()));
                        yield "";
                    }
                    case Photo.Result.NotAPicture none -> messages.get("form.photo.notAPicture");
                    case Photo.Result.TooLarge large ->
                        messages.get("form.photo.tooLarge", large.width(), large.height());
                });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return choose;
    }

    @Override
    public void show(ObjectNode resource) {
        byte[] bytes = photo.read(resource).orElse(null);
        choose.setText(messages.get(bytes == null ? "form.photo.add" : "form.photo.replace"));
        remove.setVisible(bytes != null);
        if (!Arrays.equals(bytes, shown)) {
            shown = bytes;
            showPicture(bytes);
        }
    }

    private void showPicture(byte @Nullable [] bytes) {
        if (bytes == null) {
            view.setImage(null);
            nobody.setVisible(true);
            return;
        }
        background.latest(
                PhotoEditor.class,
                () -> new Image(new ByteArrayInputStream(bytes), SIZE * 2, SIZE * 2, true, true),
                picture -> {
                    double side = Math.min(picture.getWidth(), picture.getHeight());
                    view.setViewport(new javafx.geometry.Rectangle2D(
                            (picture.getWidth() - side) / 2, (picture.getHeight() - side) / 2, side, side));
                    view.setImage(picture);
                    nobody.setVisible(picture.isError());
                });
    }
}
