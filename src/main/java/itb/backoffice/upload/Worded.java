package itb.backoffice.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A value as a person sees it. */
public sealed interface Worded {
    /** There is no value. */
    record Nothing() implements Worded {}

    /** In words; several lines where there are several values. */
    record Text(String words) implements Worded {}

    /** A picture. */
    record Picture(byte[] bytes) implements Worded {
        @Override
        public boolean equals(Object other) {
            return other instanceof Picture picture && Arrays.equals(picture.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Picture[" + bytes.length + "]";
        }

        /** Its kind and its size, e.g. {@code JPEG, 800 × 600, 41 kB}; reads only the picture's head. */
        String size() {
            String weight = (bytes.length + 1023) / 1024 + " kB";
            try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
                Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    return weight;
                }
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in, true, true);
                    return "%s, %d × %d, %s"
                            .formatted(
                                    reader.getFormatName().toUpperCase(Locale.ROOT),
                                    reader.getWidth(0),
                                    reader.getHeight(0),
                                    weight);
                } finally {
                    reader.dispose();
                }
            } catch (IOException | RuntimeException broken) {
                // Image readers throw all sorts of things on hostile files; each means that nobody can see it.
                return weight;
            }
        }
    }

    /** Text; nothing where it is blank. */
    static Worded of(String words) {
        return words.isBlank() ? new Nothing() : new Text(words);
    }

    /** Text for a console or a search; empty for nothing. */
    default String plain() {
        return switch (this) {
            case Nothing nothing -> "";
            case Text text -> text.words();
            case Picture picture -> picture.size();
        };
    }
}
