package itb.backoffice.form.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Makes a part of a picture fit to send: no wider than is of use, and no heavier than the limit. */
public final class Shrinking {
    private static final int SMALLEST = 100;

    private Shrinking() {}

    /** The part {@code crop} of {@code picture} as a JPEG of at most {@code limitKilobytes}. Takes a while. */
    public static byte[] jpeg(BufferedImage picture, Crop crop, Shape shape, int limitKilobytes) {
        int x = (int) Math.round(crop.x());
        int y = (int) Math.round(crop.y());
        int width = Math.clamp(Math.round(crop.width()), 1, picture.getWidth() - x);
        int height = Math.clamp(Math.round(crop.height()), 1, picture.getHeight() - y);
        try {
            return shrink(picture.getSubimage(x, y, width, height), shape, limitKilobytes * 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] shrink(BufferedImage part, Shape shape, int limit) throws IOException {
        for (int wide = Math.min(shape.widest(), part.getWidth()); ; wide = wide * 3 / 4) {
            BufferedImage scaled = scale(part, wide, shape);
            for (float quality = 0.9f; quality > 0.4f; quality -= 0.12f) {
                byte[] jpeg = encode(scaled, quality);
                if (jpeg.length <= limit || wide < SMALLEST) {
                    return jpeg;
                }
            }
        }
    }

    private static BufferedImage scale(BufferedImage part, int wide, Shape shape) {
        int width = Math.max(1, wide);
        int height = Math.max(1, (int) Math.round(width / shape.ratio()));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(halved(part, width * 2, height * 2), scaled, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return scaled;
    }

    /** Halves as long as the picture is more than twice as large as wanted: one large step would look ragged. */
    private static BufferedImage halved(BufferedImage picture, int width, int height) {
        BufferedImage current = picture;
        while (current.getWidth() > width && current.getHeight() > height) {
            BufferedImage next = new BufferedImage(
                    Math.max(1, current.getWidth() / 2),
                    Math.max(1, current.getHeight() / 2),
                    BufferedImage.TYPE_INT_RGB);
            draw(current, next, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            current = next;
        }
        return current;
    }

    private static void draw(BufferedImage from, BufferedImage to, Object how) {
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, how);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
        pen.dispose();
    }

    private static byte[] encode(BufferedImage picture, float quality) throws IOException {
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
