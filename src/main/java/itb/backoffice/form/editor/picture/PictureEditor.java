package itb.backoffice.form.editor.picture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.EditorTools;
import itb.backoffice.form.editor.FieldEditor;
import itb.backoffice.form.picture.Crop;
import itb.backoffice.form.picture.PictureFile;
import itb.backoffice.form.picture.PictureFile.Opened;
import itb.backoffice.form.picture.PicturePlace;
import itb.backoffice.form.picture.Shape;
import itb.backoffice.form.picture.Shrinking;
import itb.backoffice.platform.Messages;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** A picture in the shape in which patients see it. It can be dropped, pasted or chosen, cropped, and taken away. */
public final class PictureEditor implements FieldEditor {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final int PREVIEW = 1000;

    private final FormModel model;
    private final Field field;
    private final EditorTools tools;
    private final Messages messages;
    private final Shape shape;
    private final PicturePlace place;
    private final PictureFrame frame;
    private final CropPane cropping;
    private final Button choose = new Button();
    private final Button crop = new Button();
    private final Button remove = new Button();
    private final Label problem = new Label();
    private final VBox node;
    private byte @Nullable [] shown;
    private int taking;

    private record ToCrop(BufferedImage picture, Image image) {}

    /** The picture that {@code field} leads to. */
    public PictureEditor(FormModel model, Field field, EditorTools tools) {
        this.model = model;
        this.field = field;
        this.tools = tools;
        this.messages = tools.messages();
        this.shape = Shape.of(field);
        this.place = PicturePlace.of(field);
        this.frame = new PictureFrame(shape);
        this.cropping = new CropPane(shape, messages);
        choose.setId(field.key() + "-choose");
        choose.setOnAction(event -> choose());
        button(crop, "crop", this::cropAgain);
        button(remove, "remove", () -> model.edit(field, place::remove));
        problem.getStyleClass().addAll("danger", "hint");
        problem.setId(field.key() + "-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Label hint = new Label(messages.get("form.picture.hint"));
        hint.getStyleClass().addAll("text-muted", "hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(8, 8, choose, crop, remove);
        buttons.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(8, frame, buttons, hint, problem, cropping);
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event)) {
                paste();
                event.consume();
            }
        });
        frame.setOnMousePressed(event -> choose.requestFocus());
        dropTarget();
    }

    private void button(Button button, String name, Runnable action) {
        button.setId(field.key() + "-" + name);
        button.setText(messages.get("form.picture." + name));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> action.run());
    }

    private void dropTarget() {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
                event.acceptTransferModes(TransferMode.COPY);
                frame.ready(true);
            }
            event.consume();
        });
        node.setOnDragExited(event -> frame.ready(false));
        node.setOnDragDropped(event -> {
            event.setDropCompleted(take(event.getDragboard()));
            event.consume();
        });
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("form.picture.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        messages.get("form.picture.files"),
                        List.of("*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp", "*.webp")));
        File file = chooser.showOpenDialog(node.getScene().getWindow());
        if (file != null) {
            take(file);
        }
    }

    private void paste() {
        if (!take(Clipboard.getSystemClipboard())) {
            problem.setText(messages.get("form.picture.nothingToPaste"));
        }
    }

    /** Takes the picture, or the first file, that somebody copied or drags. */
    private boolean take(Clipboard from) {
        List<File> files = from.getFiles();
        if (files != null && !files.isEmpty()) {
            take(files.getFirst());
            return true;
        }
        Image image = from.hasImage() ? from.getImage() : null;
        if (image != null) {
            open(() -> Pixels.taken(image));
        }
        return image != null;
    }

    /** Reads {@code file} in the background. */
    public void take(File file) {
        open(() -> {
            try {
                long size = Files.size(file.toPath());
                return size > PictureFile.MOST_MEGABYTES * 1_000_000L
                        ? new Opened.TooHeavy((int) Math.min(Integer.MAX_VALUE, size / 1_000_000))
                        : PictureFile.open(Files.readAllBytes(file.toPath()));
            } catch (IOException unreadable) {
                // A folder, a file that went away or may not be read: all the same to whoever dropped it.
                return new Opened.NotAPicture();
            }
        });
    }

    private void cropAgain() {
        byte[] bytes = shown;
        if (bytes != null) {
            taking++;
            int mine = taking;
            tools.background().run(() -> PictureFile.open(bytes), opened -> opened(mine, opened, true));
        }
    }

    private void open(Callable<Opened> work) {
        taking++;
        int mine = taking;
        problem.setText("");
        cropping.close();
        tools.background().run(work, opened -> opened(mine, opened, false));
    }

    private void opened(int mine, Opened opened, boolean always) {
        if (mine != taking) {
            return;
        }
        problem.setText(
                switch (opened) {
                    case Opened.Picture picture -> {
                        fit(mine, picture.image(), always);
                        yield "";
                    }
                    case Opened.NotAPicture none -> messages.get("form.picture.notAPicture");
                    case Opened.TooLarge large -> messages.get("form.picture.tooLarge", large.width(), large.height());
                    case Opened.TooHeavy heavy ->
                        messages.get("form.picture.tooHeavy", heavy.megabytes(), PictureFile.MOST_MEGABYTES);
                });
    }

    /** A picture of the right shape is taken as it is; of any other a person says which part. */
    private void fit(int mine, BufferedImage picture, boolean always) {
        Crop middle = Crop.middle(picture.getWidth(), picture.getHeight(), shape.ratio());
        if (!always && shape.fits(picture.getWidth(), picture.getHeight())) {
            keep(mine, picture, middle);
            return;
        }
        tools.background().run(() -> new ToCrop(picture, Pixels.shown(picture, PREVIEW)), ready -> {
            if (mine == taking) {
                cropping.open(
                        ready.image(),
                        middle,
                        chosen -> {
                            keep(mine, ready.picture(), chosen);
                            choose.requestFocus();
                        },
                        choose::requestFocus);
            }
        });
    }

    private void keep(int mine, BufferedImage picture, Crop part) {
        int limit = tools.photoLimitKilobytes().getAsInt();
        tools.background().run(() -> Shrinking.jpeg(picture, part, shape, limit), jpeg -> {
            if (mine == taking) {
                model.edit(field, copy -> place.put(copy, jpeg));
            }
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
        byte[] bytes = place.read(resource).orElse(null);
        choose.setText(messages.get(bytes == null ? "form.picture.add" : "form.picture.replace"));
        crop.setVisible(bytes != null);
        remove.setVisible(bytes != null);
        if (!Arrays.equals(bytes, shown)) {
            shown = bytes;
            frame.show(bytes, tools.background());
        }
    }
}
