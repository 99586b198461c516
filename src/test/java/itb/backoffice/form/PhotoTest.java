package itb.backoffice.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Json;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoTest {
    /** Noise, which compresses badly, with a red upper half's left corner to tell how it lies. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean corner = x < width / 4 && y < height / 4;
                picture.setRGB(x, y, corner ? Color.RED.getRGB() : random.nextInt(0x404040));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static Photo.Result.Ready ready(byte[] file, int limit) {
        return assertInstanceOf(Photo.Result.Ready.class, Photo.prepare(file, limit));
    }

    @Test
    void aLargePictureIsShrunkBelowTheLimitAndKeepsItsShape() throws IOException {
        for (String format : new String[] {"jpeg", "png", "bmp", "gif"}) {
            Photo.Result.Ready photo = ready(picture(format, 2000, 1000), 60);
            assertTrue(photo.jpeg().length <= 60_000, format + ": " + photo.jpeg().length);
            assertEquals(2.0, (double) photo.width() / photo.height(), 0.05);
            assertEquals(
                    photo.width(),
                    ImageIO.read(new ByteArrayInputStream(photo.jpeg())).getWidth());
        }
    }

    @Test
    void aPictureTakenSidewaysStandsUpright() throws IOException {
        byte[] jpeg = picture("jpeg", 400, 200);
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .array();
        byte[] sideways = ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
        Photo.Result.Ready photo = ready(sideways, 400);
        assertEquals(200, photo.width());
        assertEquals(400, photo.height());
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertTrue(new Color(upright.getRGB(195, 5)).getRed() > 150, "what was at the left is at the top right");
        assertTrue(!new String(photo.jpeg(), StandardCharsets.ISO_8859_1).contains("Exif"));
    }

    @Test
    void whatIsNoPictureIsRefusedInWordsAndNotByAnException() throws IOException {
        assertInstanceOf(Photo.Result.NotAPicture.class, Photo.prepare(new byte[0], 400));
        assertInstanceOf(Photo.Result.NotAPicture.class, Photo.prepare("<svg/>".getBytes(StandardCharsets.UTF_8), 400));
        byte[] cut = picture("png", 300, 300);
        assertInstanceOf(Photo.Result.NotAPicture.class, Photo.prepare(java.util.Arrays.copyOf(cut, 200), 400));
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNotDecoded() throws IOException {
        byte[] huge = picture("png", 10, 10);
        ByteBuffer.wrap(huge).putInt(16, 50_000).putInt(20, 50_000);
        assertInstanceOf(Photo.Result.TooLarge.class, Photo.prepare(huge, 400));
    }

    @Test
    void thePhotoOfARoleIsAddedReplacedAndRemovedAndNothingElse() {
        RolePhoto photo = new RolePhoto(RoleForm.PHOTO_URL);
        String before =
                "{\"contained\":[{\"resourceType\":\"Location\",\"id\":\"l\"}],\"extension\":[{\"url\":\"x\"}]}";
        ObjectNode role = Json.object(before);
        photo.put(role, new byte[] {1, 2});
        assertArrayEquals(new byte[] {1, 2}, photo.read(role).orElseThrow());
        String id = role.path("contained").path(1).path("id").asText();
        photo.put(role, new byte[] {3});
        assertArrayEquals(new byte[] {3}, photo.read(role).orElseThrow());
        assertEquals(id, role.path("contained").path(1).path("id").asText(), "the same Binary is filled anew");
        photo.remove(role);
        assertEquals(before, Json.write(role));
    }
}
