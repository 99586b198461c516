package itb.backoffice.form.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;

/**
 * Opens files that should be pictures. Nobody knows where they come from: what is too large is not even decoded, and a
 * reader that does not come to an end is stopped.
 */
public final class PictureFile {
    /** What came of a file. */
    public sealed interface Opened {
        /** A picture: upright, in plain colours, on white where it was transparent, without anything about its camera. */
        record Picture(BufferedImage image) implements Opened {}

        /** Not a picture that this program can read. */
        record NotAPicture() implements Opened {}

        /** So many pixels that reading it would be a danger. */
        record TooLarge(int width, int height) implements Opened {}

        /** A file too heavy to be read. */
        record TooHeavy(int megabytes) implements Opened {}
    }

    /** No file above this is read. */
    public static final int MOST_MEGABYTES = 64;

    private static final long MOST_PIXELS = 120_000_000L;
    private static final long MOST_PIXELS_WEBP = 40_000_000L;
    private static final long ENOUGH_PIXELS = 16_000_000L;
    private static final int MOST_SCANS = 200;
    private static final long LONGEST_SECONDS = 20;

    private PictureFile() {}

    /** Opens {@code file}. Takes a while for a large one. */
    public static Opened open(byte[] file) {
        if (file.length > MOST_MEGABYTES * 1_000_000L) {
            return new Opened.TooHeavy(file.length / 1_000_000);
        }
        Optional<String> format = format(file);
        if (format.isEmpty() || (format.get().equals("jpeg") && scans(file) > MOST_SCANS)) {
            return new Opened.NotAPicture();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.get());
            if (!readers.hasNext()) {
                return new Opened.NotAPicture();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, Orientation.of(file), format.get().equals("webp"));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            // Image readers throw all sorts of things on hostile files; each means the same to the user.
            return new Opened.NotAPicture();
        }
    }

    private static Opened read(ImageReader reader, Orientation orientation, boolean webp) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (pixels > (webp ? MOST_PIXELS_WEBP : MOST_PIXELS)) {
            return new Opened.TooLarge(width, height);
        }
        ImageReadParam how = reader.getDefaultReadParam();
        if (pixels > ENOUGH_PIXELS) {
            int every = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
            how.setSourceSubsampling(every, every, 0, 0);
        }
        Deadline deadline = new Deadline(System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS));
        reader.addIIOReadProgressListener(deadline);
        BufferedImage decoded = reader.read(0, how);
        return deadline.passed() ? new Opened.NotAPicture() : new Opened.Picture(orientation.apply(plain(decoded)));
    }

    /** Any picture in plain colours, on white. */
    public static BufferedImage plain(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return plain;
    }

    /** The format by what the file begins with; its name may lie. */
    public static Optional<String> format(byte[] file) {
        String begin = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("jpeg");
        }
        if (begin.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("png");
        }
        if (begin.startsWith("GIF8")) {
            return Optional.of("gif");
        }
        if (begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)) {
            return Optional.of("webp");
        }
        return begin.startsWith("BM") ? Optional.of("bmp") : Optional.empty();
    }

    /** How often a JPEG draws itself over: a file with thousands of passes is made to keep a program busy. */
    private static int scans(byte[] file) {
        int scans = 0;
        for (int i = 0; i + 1 < file.length; i++) {
            scans += file[i] == (byte) 0xff && file[i + 1] == (byte) 0xda ? 1 : 0;
        }
        return scans;
    }

    /** Stops a reader that takes too long. */
    private static final class Deadline implements IIOReadProgressListener {
        private final long until;
        private boolean passed;

        Deadline(long until) {
            this.until = until;
        }

        boolean passed() {
            return passed;
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (System.nanoTime() > until) {
                passed = true;
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
