package itb.backoffice.form.picture;

import itb.backoffice.form.Field;

/** The shapes in which the portal shows pictures. */
public enum Shape {
    /** A person, in a circle. */
    ROUND(1, 1, 800),
    /** A clinic, on its card and its page. */
    CARD(16, 9, 1280),
    /** The banner across the portal. */
    BANNER(4, 1, 1920);

    private final int wide;
    private final int high;
    private final int widest;

    Shape(int wide, int high, int widest) {
        this.wide = wide;
        this.high = high;
        this.widest = widest;
    }

    /** The shape of the picture in {@code field}. */
    public static Shape of(Field field) {
        if (field.kind() == Field.Kind.PHOTO) {
            return ROUND;
        }
        return field.paths().getFirst().startsWith("extension[") ? BANNER : CARD;
    }

    /** Width through height. */
    public double ratio() {
        return (double) wide / high;
    }

    /** The most pixels across that are of any use. */
    public int widest() {
        return widest;
    }

    /** Whether a picture has this shape already, to a hundredth. */
    public boolean fits(int width, int height) {
        return Math.abs((double) width / height / ratio() - 1) < 0.01;
    }
}
