package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.Drop;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.picture.PictureEditor;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.shape.Shapes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureEditorTest extends ScreenTest {
    private static final int LIMIT_KILOBYTES = 60;

    @TempDir
    Path folder;

    private final ObjectNode role = Json.object("{\"resourceType\":\"PractitionerRole\",\"id\":\"kari\"}");
    private FormModel model;
    private PictureEditor editor;

    @Override
    protected Parent screen() {
        Form form = Forms.of("PractitionerRole", role).orElseThrow();
        model = new FormModel(form, role, role, edit -> {});
        Field photo = form.field("photo").orElseThrow();
        editor = new PictureEditor(
                model,
                photo,
                new EditorTools(
                        TEXTS,
                        background,
                        Choices.none(),
                        () -> LIMIT_KILOBYTES,
                        new Shapes(
                                () -> {
                                    throw new AssertionError("pictures need no profile");
                                },
                                (type, named) -> "")));
        editor.show(role);
        model.resourceProperty().addListener((property, old, now) -> editor.show(now));
        return new StackPane(editor.node());
    }

    /** Blue, with a red third at the left. */
    private File file(String name, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 3, height);
        pen.dispose();
        File file = folder.resolve(name).toFile();
        ImageIO.write(picture, "png", file);
        return file;
    }

    private BufferedImage kept() throws IOException {
        byte[] bytes = Base64.getDecoder()
                .decode(model.resource().at("/contained/0/data").asText());
        assertTrue(bytes.length <= LIMIT_KILOBYTES * 1000, bytes.length + " bytes");
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private boolean shown() {
        return lookup(node -> node instanceof ImageView view && view.getImage() != null)
                .tryQuery()
                .isPresent();
    }

    @Test
    void aPictureIsCroppedByKeyboardShownAndCanBeRemovedWithoutATrace() throws IOException {
        File wide = file("wide.png", 2400, 1200);
        interact(() -> editor.take(wide));
        waitUntil(() -> there("crop-area"));
        assertEquals(role, model.resource(), "nothing is kept before the part is chosen");
        push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.SHIFT, KeyCode.LEFT);
        push(KeyCode.ENTER);
        waitUntil(() -> there("photo-remove") && shown());
        assertFalse(there("crop-area"));
        BufferedImage picture = kept();
        assertEquals(picture.getWidth(), picture.getHeight(), "square for the circle");
        assertTrue(new Color(picture.getRGB(5, picture.getHeight() / 2)).getRed() > 200, "the left end");
        assertEquals(TEXTS.get("form.picture.replace"), words("photo-choose"));

        clickOn("#photo-remove");
        waitUntil(() -> !there("photo-remove") && !shown());
        assertEquals(role, model.resource());
    }

    @Test
    void theKeptPartIsDraggedWithTheMouseAndCanBeChosenAgain() throws IOException {
        File wide = file("wide.png", 1200, 600);
        interact(() -> editor.take(wide));
        waitUntil(() -> there("crop-area"));
        Node area = lookup("#crop-area").query();
        moveTo(area).press(MouseButton.PRIMARY).moveBy(60, 0).moveBy(120, 0).release(MouseButton.PRIMARY);
        clickOn("#crop-use");
        waitUntil(() -> there("photo-crop"));
        BufferedImage picture = kept();
        assertTrue(new Color(picture.getRGB(5, 5)).getBlue() > 200, "the right end");
        clickOn("#photo-crop");
        waitUntil(() -> there("crop-area"));
        ObjectNode before = model.resource();
        push(KeyCode.ESCAPE);
        waitUntil(() -> !there("crop-area"));
        assertEquals(before, model.resource());
    }

    @Test
    void aSquareIsTakenAsItIs() throws IOException {
        File square = file("square.png", 300, 300);
        interact(() -> editor.take(square));
        waitUntil(() -> there("photo-remove"));
        assertEquals(300, kept().getWidth());
    }

    @Test
    void aCopiedPictureIsPasted() throws IOException {
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new WritableImage(64, 64));
            Clipboard.getSystemClipboard().setContent(content);
            editor.focusTarget().requestFocus();
        });
        push(KeyCode.CONTROL, KeyCode.V);
        waitUntil(() -> there("photo-remove"));
        assertEquals(64, kept().getWidth());
        interact(() -> Clipboard.getSystemClipboard().clear());
        push(KeyCode.CONTROL, KeyCode.V);
        waitUntil(() -> said().contains(TEXTS.get("form.picture.nothingToPaste")));
    }

    @Test
    void aFileThatIsNoPictureChangesNothingAndSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("list.jpg"), "Kari, Ola");
        interact(() -> editor.take(text.toFile()));
        waitUntil(() -> said().contains(TEXTS.get("form.picture.notAPicture")));
        interact(() -> editor.take(folder.toFile()));
        waitUntil(() -> said().contains(TEXTS.get("form.picture.notAPicture")));
        assertEquals(role, model.resource());
        assertFalse(shown());
    }

    @Test
    void aDroppedPictureIsTakenAndADroppedTextIsNot() throws IOException {
        Drop.files(editor.node(), List.of(file("square.png", 300, 300).toPath()));
        waitUntil(() -> there("photo-remove"));
        assertEquals(300, kept().getWidth());
        Path text = Files.writeString(folder.resolve("a.txt"), "Kari");
        Drop.files(editor.node(), List.of(text));
        waitUntil(() -> said().contains(TEXTS.get("form.picture.notAPicture")));
        assertEquals(300, kept().getWidth(), "what was there stays");
    }
}
