package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoEditorTest extends ScreenTest {
    private static final int LIMIT_KILOBYTES = 60;

    @TempDir
    Path folder;

    private final ObjectNode role = Json.object("{\"resourceType\":\"PractitionerRole\",\"id\":\"kari\"}");
    private FormModel model;
    private PhotoEditor editor;

    @Override
    protected Parent screen() {
        model = new FormModel(RoleForm.FORM, role, role, edit -> {});
        Field photo = RoleForm.FORM.fieldAt("contained").orElseThrow();
        editor = new PhotoEditor(model, photo, TEXTS, background, () -> LIMIT_KILOBYTES);
        editor.show(role);
        model.resourceProperty().addListener((property, old, now) -> editor.show(now));
        return new StackPane(editor.node());
    }

    private void drop(File file) {
        interact(() -> editor.take(file));
    }

    private boolean shown() {
        return lookup(node -> node instanceof ImageView view && view.getImage() != null)
                .tryQuery()
                .isPresent();
    }

    @Test
    void aPictureIsMadeSmallEnoughShownAndCanBeRemovedWithoutATrace() throws IOException {
        File large = folder.resolve("large.png").toFile();
        ImageIO.write(new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB), "png", large);
        drop(large);
        waitUntil(() -> there("photo-remove") && shown());
        assertEquals(TEXTS.get("form.photo.replace"), words("photo-choose"));
        byte[] kept = Base64.getDecoder()
                .decode(model.resource().at("/contained/0/data").asText());
        assertTrue(kept.length <= LIMIT_KILOBYTES * 1000, kept.length + " bytes");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
        assertEquals(1.5, (double) picture.getWidth() / picture.getHeight(), 0.01, "not distorted");
        assertEquals(
                "#" + model.resource().at("/contained/0/id").asText(),
                model.resource().at("/extension/0/valueReference/reference").asText());

        clickOn("#photo-remove");
        waitUntil(() -> !there("photo-remove") && !shown());
        assertEquals(role, model.resource());
    }

    @Test
    void aFileThatIsNoPictureChangesNothingAndSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("list.jpg"), "Kari, Ola");
        drop(text.toFile());
        waitUntil(() -> said().contains(TEXTS.get("form.photo.notAPicture")));
        assertEquals(role, model.resource());
        assertFalse(shown());
    }
}
