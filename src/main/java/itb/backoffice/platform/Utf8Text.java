package itb.backoffice.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that stays in the bytes in which it came, often as a part of a larger answer, until somebody reads it: most
 * resources of a chain only travel from the server to the disk, and their pictures make decoding dear. Nobody may
 * change the bytes.
 */
public final class Utf8Text {
    private final byte[] bytes;
    private final int from;
    private final int length;

    private Utf8Text(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /** The part of {@code bytes} that begins at {@code from}; it shares them. */
    public static Utf8Text part(byte[] bytes, int from, int length) {
        return new Utf8Text(bytes, from, length);
    }

    /** All of {@code bytes}; it shares them. */
    public static Utf8Text of(byte[] bytes) {
        return new Utf8Text(bytes, 0, bytes.length);
    }

    /** The same as {@code text}. */
    public static Utf8Text of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** Its bytes alone; a copy where it is only a part of others. */
    public byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length);
    }

    /** One character for each byte: for finding places, which costs far less than decoding. */
    String byteByByte() {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Copies {@code count} bytes, beginning at {@code at}, to the place {@code to} of {@code target}. */
    void copy(int at, byte[] target, int to, int count) {
        System.arraycopy(bytes, from + at, target, to, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Utf8Text text
                && Arrays.equals(bytes, from, from + length, text.bytes, text.from, text.from + text.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    /** The text, decoded anew by every call. */
    @Override
    public String toString() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
