package itb.backoffice.validation.pack;

import itb.backoffice.validation.pack.Refusal.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the files of a tar archive. Only what npm writes is understood: files and folders, with long names in
 * either of the two usual ways. Everything else that an archive can hold serves no package, and is refused.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_ATTRIBUTES = 64 * 1024;
    private static final Pattern PATH = Pattern.compile("\\d+ path=([^\\n]*)\\n");

    /** A file; its content is read, or passed over, before the next one. */
    record Entry(String name, long size) {}

    private final InputStream in;
    private long left;
    private int padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** The next file, or null at the end. */
    @Nullable
    Entry next() throws IOException, Refused {
        String longName = null;
        while (true) {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || isEnd(header)) {
                return null;
            }
            if (header.length < BLOCK || !sumsUp(header)) {
                throw new Refused(Kind.DAMAGED, "");
            }
            left = number(header, 124, 12);
            padding = (int) ((BLOCK - left % BLOCK) % BLOCK);
            String name = longName == null ? name(header) : longName;
            switch ((char) header[156]) {
                case '0', '\0', '7' -> {
                    return new Entry(name, left);
                }
                case '5', 'g' -> longName = null;
                case 'L' -> longName = text(content(LONGEST_NAME));
                case 'x' -> {
                    Matcher path = PATH.matcher(text(content(LONGEST_ATTRIBUTES)));
                    longName = path.find() ? path.group(1) : longName;
                }
                default -> throw new Refused(Kind.LINK, name);
            }
        }
    }

    /** The content of the file that {@link #next} gave. */
    byte[] content(int atMost) throws IOException, Refused {
        if (left > atMost) {
            throw new Refused(Kind.TOO_LARGE, "");
        }
        byte[] content = in.readNBytes((int) left);
        if (content.length < left) {
            throw new EOFException();
        }
        left = 0;
        return content;
    }

    private static boolean isEnd(byte[] header) {
        for (byte one : header) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean sumsUp(byte[] header) throws Refused {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return sum == number(header, 148, 8);
    }

    private static long number(byte[] header, int from, int length) throws Refused {
        String digits = text(header, from, length).strip();
        if (!digits.matches("[0-7]{0,12}")) {
            throw new Refused(Kind.DAMAGED, "");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String name(byte[] header) {
        boolean posix = text(header, 257, 6).equals("ustar");
        String prefix = posix ? text(header, 345, 155) : "";
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    /** Up to the first zero. */
    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
