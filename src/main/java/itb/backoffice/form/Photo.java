package itb.backoffice.form;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture made fit for the portal: at most {@value #LONGEST_SIDE} pixels on its longer side, a JPEG no larger than
 * the limit, without the metadata of the camera.
 */
public final class Photo {
    /** What came of a file. */
    public sealed interface Result {
        /** A JPEG that can be sent. */
        record Ready(byte[] jpeg, int width, int height) implements Result {}

        /** Not a picture that this program can read. */
        record NotAPicture() implements Result {}

        /** So many pixels that reading it would be a danger. */
        record TooLarge(int width, int height) implements Result {}
    }

    private static final int LONGEST_SIDE = 800;
    private static final long MOST_PIXELS = 100_000_000L;

    private Photo() {}

    /** Reads {@code file}, shrinks it below {@code limitKilobytes} and encodes it anew. Takes a while for a large one. */
    public static Result prepare(byte[] file, int limitKilobytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Result.NotAPicture();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return new Result.TooLarge(width, height);
                }
                BufferedImage upright = Orientation.of(file).apply(reader.read(0));
                return shrink(upright, limitKilobytes * 1000);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Image readers throw all sorts of runtime exceptions on hostile files; each means the same to the user.
            return new Result.NotAPicture();
        }
    }

    private static Result shrink(BufferedImage picture, int limit) throws IOException {
        int side = LONGEST_SIDE;
        while (true) {
            BufferedImage scaled = scale(picture, side);
            for (float quality = 0.88f; quality > 0.3f; quality -= 0.12f) {
                byte[] jpeg = jpeg(scaled, quality);
                if (jpeg.length <= limit || side < 100) {
                    return new Result.Ready(jpeg, scaled.getWidth(), scaled.getHeight());
                }
            }
            side = side * 3 / 4;
        }
    }

    private static BufferedImage scale(BufferedImage picture, int side) {
        double factor = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        BufferedImage half = halved(picture, width * 2, height * 2);
        pen.drawImage(half, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    /** Halves as long as the picture is more than twice as large as wanted: one large step would look ragged. */
    private static BufferedImage halved(BufferedImage picture, int width, int height) {
        BufferedImage current = picture;
        while (current.getWidth() > width && current.getHeight() > height) {
            BufferedImage next = new BufferedImage(
                    Math.max(1, current.getWidth() / 2),
                    Math.max(1, current.getHeight() / 2),
                    BufferedImage.TYPE_INT_ARGB);
            Graphics2D pen = next.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(current, 0, 0, next.getWidth(), next.getHeight(), null);
            pen.dispose();
            current = next;
        }
        return current;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
