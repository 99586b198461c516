package itb.backoffice.form.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.form.picture.PictureFile.Opened;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureFileTest {
    /** Noise, which compresses badly, with a red corner at the left top to tell how it lies. */
    static BufferedImage noise(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean corner = x < width / 4 && y < height / 4;
                picture.setRGB(x, y, corner ? Color.RED.getRGB() : random.nextInt(0x404040));
            }
        }
        return picture;
    }

    private static byte[] file(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(noise(width, height), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = PictureFileTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static BufferedImage picture(byte[] file) {
        return assertInstanceOf(Opened.Picture.class, PictureFile.open(file)).image();
    }

    private static void red(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        assertTrue(color.getRed() > 150 && color.getGreen() < 110 && color.getBlue() < 110, color.toString());
    }

    @Test
    void everyKindOfPictureIsRead() throws IOException {
        for (String format : new String[] {"jpeg", "png", "bmp", "gif"}) {
            BufferedImage picture = picture(file(format, 60, 40));
            assertEquals(60, picture.getWidth(), format);
            red(picture, 3, 3);
        }
        for (String name : new String[] {"lossy.webp", "alpha.webp", "cmyk.jpg", "progressive.jpg"}) {
            BufferedImage picture = picture(fixture(name));
            assertEquals(60, picture.getWidth(), name);
            assertEquals(40, picture.getHeight(), name);
            red(picture, 4, 4);
        }
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", png);
        assertEquals(Color.WHITE.getRGB(), picture(png.toByteArray()).getRGB(10, 10));
        assertEquals(Color.WHITE.getRGB(), picture(fixture("alpha.webp")).getRGB(50, 30));
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] jpeg(int orientation) throws IOException {
        byte[] plain = file("jpeg", 40, 20);
        byte[] segment = ByteBuffer.allocate(10)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + 26))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .array();
        return joined(Arrays.copyOf(plain, 2), segment, exif(orientation), Arrays.copyOfRange(plain, 2, plain.length));
    }

    @Test
    void aPictureTakenInAnyPositionStandsUpright() throws IOException {
        int[][] corner = {{2, 2}, {-3, 2}, {-3, -3}, {2, -3}, {2, 2}, {-3, 2}, {-3, -3}, {2, -3}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage picture = picture(jpeg(orientation));
            assertEquals(orientation < 5 ? 40 : 20, picture.getWidth(), "orientation " + orientation);
            int[] at = corner[orientation - 1];
            red(picture, Math.floorMod(at[0], picture.getWidth()), Math.floorMod(at[1], picture.getHeight()));
        }
    }

    @Test
    void pngAndWebpAreTurnedUprightToo() throws IOException {
        byte[] plain = file("png", 40, 20);
        CRC32 sum = new CRC32();
        byte[] named = joined("eXIf".getBytes(StandardCharsets.US_ASCII), exif(6));
        sum.update(named);
        byte[] chunk = joined(
                ByteBuffer.allocate(4).putInt(26).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        BufferedImage png =
                picture(joined(Arrays.copyOf(plain, 33), chunk, Arrays.copyOfRange(plain, 33, plain.length)));
        assertEquals(20, png.getWidth());
        byte[] webp = joined(
                fixture("lossy.webp"),
                "EXIF".getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(26).array(),
                exif(8));
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length - 8);
        assertEquals(40, picture(webp).getWidth());
    }

    @Test
    void whatIsNoPictureIsRefusedAndNotByAnException() throws IOException {
        byte[] cut = Arrays.copyOf(file("png", 300, 300), 200);
        byte[] tiff = file("tiff", 20, 20);
        for (byte[] file : new byte[][] {
            {},
            "<svg/>".getBytes(StandardCharsets.UTF_8),
            cut,
            tiff,
            {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            {0, 0, 60, 40}
        }) {
            assertInstanceOf(Opened.NotAPicture.class, PictureFile.open(file));
        }
    }

    @Test
    void damageAnywhereNeverThrows() throws IOException {
        Random random = new Random(5);
        byte[][] whole = {
            file("jpeg", 60, 40), file("png", 60, 40), file("gif", 60, 40), file("bmp", 60, 40),
            fixture("lossy.webp"), fixture("alpha.webp"), fixture("cmyk.jpg"), jpeg(6)
        };
        for (int i = 0; i < 1_500; i++) {
            byte[] file = whole[i % whole.length].clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            PictureFile.open(random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file);
        }
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNotDecoded() throws IOException {
        byte[] png = file("png", 10, 10);
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        byte[] gif = file("gif", 10, 10);
        int image = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0");
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(image + 5, (short) -1)
                .putShort(image + 7, (short) -1);
        byte[] bmp = file("bmp", 10, 10);
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 100_000).putInt(22, 100_000);
        assertInstanceOf(Opened.TooLarge.class, PictureFile.open(png));
        for (byte[] bomb : new byte[][] {gif, bmp}) {
            assertFalse(PictureFile.open(bomb) instanceof Opened.Picture);
        }
        byte[] heavy = new byte[(PictureFile.MOST_MEGABYTES + 1) * 1_000_000];
        assertInstanceOf(Opened.TooHeavy.class, PictureFile.open(heavy));
    }

    @Test
    void aJpegThatDrawsItselfOverWithoutEndIsRefused() throws IOException {
        byte[] scan = {(byte) 0xff, (byte) 0xda};
        byte[] plain = fixture("progressive.jpg");
        byte[][] parts = new byte[302][];
        parts[0] = plain;
        Arrays.fill(parts, 1, 302, scan);
        assertInstanceOf(Opened.NotAPicture.class, PictureFile.open(joined(parts)));
    }

    @Test
    void aPictureOfABigCameraIsReadWithoutFillingTheMemory() throws IOException {
        BufferedImage big = new BufferedImage(9_000, 6_000, BufferedImage.TYPE_BYTE_GRAY);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(big, "png", png);
        BufferedImage picture = picture(png.toByteArray());
        assertTrue((long) picture.getWidth() * picture.getHeight() <= 16_000_000L);
        assertEquals(1.5, (double) picture.getWidth() / picture.getHeight(), 0.01);
    }

    @Test
    void everyPartIsMadeLightEnoughAndTellsNothingOfTheCamera() throws IOException {
        for (Shape shape : Shape.values()) {
            BufferedImage picture = noise(1_500, 1_000);
            Crop part = Crop.middle(1_500, 1_000, shape.ratio());
            byte[] jpeg = Shrinking.jpeg(picture, part, shape, 60);
            assertTrue(jpeg.length <= 60_000, shape + ": " + jpeg.length);
            BufferedImage kept = ImageIO.read(new ByteArrayInputStream(jpeg));
            assertEquals(shape.ratio(), (double) kept.getWidth() / kept.getHeight(), 0.02 * shape.ratio());
        }
        byte[] jpeg = Shrinking.jpeg(picture(jpeg(6)), Crop.middle(20, 40, 1), Shape.ROUND, 400);
        assertFalse(new String(jpeg, StandardCharsets.ISO_8859_1).contains("Exif"));
    }
}
