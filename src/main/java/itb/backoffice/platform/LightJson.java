package itb.backoffice.platform;

import java.util.Arrays;

/**
 * JSON without the contents of its pictures: every long string named {@code data} is left empty. Looking for the end of
 * base64 is many times faster than reading it as JSON, and most of a chain's bytes are pictures.
 */
public final class LightJson {
    private static final String DATA = "\"data\"";
    private static final int LONG = 200;

    private final byte[] bytes;
    /** Where in {@link #bytes} something was left out, and how much up to and including there. */
    private final int[] cuts;

    private final int[] left;

    private LightJson(byte[] bytes, int[] cuts, int[] left) {
        this.bytes = bytes;
        this.cuts = cuts;
        this.left = left;
    }

    /** Leaves out what is long; {@code json} need not be whole, nor JSON. */
    public static LightJson of(Utf8Text json) {
        String text = json.byteByByte();
        int[] cuts = new int[8];
        int[] left = new int[8];
        int count = 0;
        int gone = 0;
        // After the name, the next quote opens a string: inside of one, a quote would have a backslash before it.
        for (int data = text.indexOf(DATA); data >= 0; ) {
            int open = text.indexOf('"', data + DATA.length());
            int close = open < 0 ? -1 : text.indexOf('"', open + 1);
            if (close < 0) {
                break;
            }
            if (close - open > LONG && text.charAt(close - 1) != '\\') {
                if (count == cuts.length) {
                    cuts = Arrays.copyOf(cuts, count * 2);
                    left = Arrays.copyOf(left, count * 2);
                }
                cuts[count] = open + 1 - gone;
                gone += close - open - 1;
                left[count++] = gone;
            }
            data = text.indexOf(DATA, close);
        }
        return cut(json, Arrays.copyOf(cuts, count), Arrays.copyOf(left, count));
    }

    private static LightJson cut(Utf8Text json, int[] cuts, int[] left) {
        if (cuts.length == 0) {
            return new LightJson(json.bytes(), cuts, left);
        }
        byte[] light = new byte[json.length() - left[left.length - 1]];
        int to = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int end = i < cuts.length ? cuts[i] : light.length;
            json.copy(to + (i == 0 ? 0 : left[i - 1]), light, to, end - to);
            to = end;
        }
        return new LightJson(light, cuts, left);
    }

    /** What remains. Nobody may change it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the byte {@code at} of {@link #bytes} is in the whole; the end of an emptied string counts as after it. */
    public int original(int at) {
        int found = Arrays.binarySearch(cuts, at);
        int before = found >= 0 ? found : -found - 2;
        return before < 0 ? at : at + left[before];
    }
}
