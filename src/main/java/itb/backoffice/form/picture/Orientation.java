package itb.backoffice.form.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a camera was held: the EXIF tag Orientation (0x0112) of a JPEG, PNG or WebP, 1 to 8. Anything unreadable counts as upright. */
record Orientation(int code) {
    private static final int TAG = 0x0112;

    static Orientation of(byte[] file) {
        try {
            return new Orientation(find(ByteBuffer.wrap(file)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException malformed) {
            return new Orientation(1);
        }
    }

    private static int find(ByteBuffer file) {
        int begins = file.getInt(0);
        if (begins >>> 16 == 0xffd8) {
            return inJpeg(file.position(2));
        }
        return switch (begins) {
            case 0x89504e47 -> inChunks(file.position(8), true);
            case 0x52494646 -> inChunks(file.position(12).order(ByteOrder.LITTLE_ENDIAN), false);
            default -> 1;
        };
    }

    private static int inJpeg(ByteBuffer jpeg) {
        while (jpeg.remaining() > 4) {
            int marker = jpeg.getShort() & 0xffff;
            int length = jpeg.getShort() & 0xffff;
            if (marker == 0xffe1 && name(jpeg, jpeg.position()).equals("Exif")) {
                return inTiff(jpeg.slice(jpeg.position() + 6, length - 8));
            }
            if (marker == 0xffda || length < 2) {
                return 1;
            }
            jpeg.position(jpeg.position() + length - 2);
        }
        return 1;
    }

    /** PNG: length, name, content, checksum. WebP: name, length, content, made even; sometimes with "Exif" before it. */
    private static int inChunks(ByteBuffer file, boolean png) {
        while (file.remaining() > 12) {
            int at = file.position();
            int length = file.getInt(png ? at : at + 4);
            String name = name(file, png ? at + 4 : at);
            if (name.equals(png ? "eXIf" : "EXIF")) {
                int begin = name(file, at + 8).equals("Exif") ? at + 14 : at + 8;
                return inTiff(file.slice(begin, at + 8 + length - begin));
            }
            file.position(at + 8 + length + (png ? 4 : length & 1));
        }
        return 1;
    }

    private static String name(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int code = tiff.getShort(entry + 8) & 0xffff;
                return code >= 1 && code <= 8 ? code : 1;
            }
        }
        return 1;
    }

    /** The picture as the photographer saw it. */
    BufferedImage apply(BufferedImage picture) {
        if (code == 1) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        AffineTransform turn = switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        boolean sideways = code >= 5;
        BufferedImage upright = new BufferedImage(sideways ? h : w, sideways ? w : h, BufferedImage.TYPE_INT_RGB);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(rgb(picture), upright);
        return upright;
    }

    private static BufferedImage rgb(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        BufferedImage same = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = same.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return same;
    }
}
