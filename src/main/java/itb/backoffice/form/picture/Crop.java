package itb.backoffice.form.picture;

/** The part of a picture that is kept, in pixels of the picture; always inside of it and always of the same shape. */
public record Crop(double x, double y, double width, double height, int pictureWidth, int pictureHeight) {
    private static final double SMALLEST = 24;

    /** As much as possible of a picture, from its middle. */
    public static Crop middle(int pictureWidth, int pictureHeight, double ratio) {
        double width = Math.min(pictureWidth, pictureHeight * ratio);
        double height = width / ratio;
        return new Crop(
                (pictureWidth - width) / 2, (pictureHeight - height) / 2, width, height, pictureWidth, pictureHeight);
    }

    private double ratio() {
        return width / height;
    }

    /** The same part, so many pixels to the right and down, as far as the picture goes. */
    public Crop moved(double right, double down) {
        return at(x + right, y + down, width);
    }

    /** A larger or smaller part around the same middle. */
    public Crop scaled(double factor) {
        double wanted = limited(width * factor);
        double higher = (wanted - width) / ratio();
        return at(x - (wanted - width) / 2, y - higher / 2, wanted);
    }

    /** Pulls the corner at the right or left, and at the bottom or top, to a place; the opposite corner stays. */
    public Crop pulled(boolean right, boolean bottom, double toX, double toY) {
        double fixedX = right ? x : x + width;
        double fixedY = bottom ? y : y + height;
        double wide = Math.max((right ? 1 : -1) * (toX - fixedX), (bottom ? 1 : -1) * (toY - fixedY) * ratio());
        double room =
                Math.min(right ? pictureWidth - fixedX : fixedX, (bottom ? pictureHeight - fixedY : fixedY) * ratio());
        double wanted = Math.min(limited(wide), room);
        return at(right ? fixedX : fixedX - wanted, bottom ? fixedY : fixedY - wanted / ratio(), wanted);
    }

    private double limited(double wanted) {
        double most = Math.min(pictureWidth, pictureHeight * ratio());
        return Math.clamp(wanted, Math.min(SMALLEST * Math.max(1, ratio()), most), most);
    }

    private Crop at(double newX, double newY, double newWidth) {
        double newHeight = newWidth / ratio();
        return new Crop(
                Math.clamp(newX, 0, Math.max(0, pictureWidth - newWidth)),
                Math.clamp(newY, 0, Math.max(0, pictureHeight - newHeight)),
                newWidth,
                newHeight,
                pictureWidth,
                pictureHeight);
    }
}
