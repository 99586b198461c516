package itb.backoffice.demo.chain;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A small drawing of discs and boxes. It computes its own pixels: no fonts, no screen and no graphics settings of the
 * machine have a say in it, so it comes out the same everywhere. Measures are fractions of width and height.
 */
final class Picture {
    private final int width;
    private final int height;
    private final int[] pixels;

    /** A picture whose ground runs from one colour at the top to another at the bottom. */
    Picture(int width, int height, int top, int bottom) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            int colour = mix(top, bottom, (double) y / height);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = colour;
            }
        }
    }

    /** A smooth-edged ellipse. */
    Picture disc(double cx, double cy, double rx, double ry, int colour) {
        double px = cx * width;
        double py = cy * height;
        double qx = rx * width;
        double qy = ry * height;
        for (int y = (int) Math.max(0, py - qy - 1); y < Math.min(height, py + qy + 2); y++) {
            for (int x = (int) Math.max(0, px - qx - 1); x < Math.min(width, px + qx + 2); x++) {
                double dx = (x + 0.5 - px) / qx;
                double dy = (y + 0.5 - py) / qy;
                double outside = (Math.sqrt(dx * dx + dy * dy) - 1) * Math.min(qx, qy);
                blend(y * width + x, colour, 0.5 - outside);
            }
        }
        return this;
    }

    /** A box. */
    Picture box(double left, double top, double wide, double high, int colour) {
        for (int y = (int) (top * height); y < Math.min(height, (top + high) * height); y++) {
            for (int x = (int) (left * width); x < Math.min(width, (left + wide) * width); x++) {
                blend(y * width + x, colour, 1);
            }
        }
        return this;
    }

    /** Grain like that of a photo taken in the dark, which makes the file large. */
    Picture grain(Random random, int strength) {
        for (int i = 0; i < pixels.length; i++) {
            int by = random.nextInt(2 * strength + 1) - strength;
            pixels[i] = colour(red(pixels[i]) + by, green(pixels[i]) + by, blue(pixels[i]) + by);
        }
        return this;
    }

    /** The picture as a JPEG file. */
    byte[] jpeg(float quality) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private void blend(int at, int colour, double cover) {
        pixels[at] = mix(pixels[at], colour, Math.clamp(cover, 0, 1));
    }

    private static int mix(int from, int to, double share) {
        return colour(
                (int) (red(from) + (red(to) - red(from)) * share),
                (int) (green(from) + (green(to) - green(from)) * share),
                (int) (blue(from) + (blue(to) - blue(from)) * share));
    }

    private static int colour(int red, int green, int blue) {
        return Math.clamp(red, 0, 255) << 16 | Math.clamp(green, 0, 255) << 8 | Math.clamp(blue, 0, 255);
    }

    private static int red(int colour) {
        return colour >> 16 & 0xFF;
    }

    private static int green(int colour) {
        return colour >> 8 & 0xFF;
    }

    private static int blue(int colour) {
        return colour & 0xFF;
    }
}
