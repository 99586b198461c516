package itb.backoffice.demo.chain;

import java.util.List;
import java.util.Random;

/** The pictures of a chain: people, clinics and the banner, each different. */
final class Pictures {
    private static final List<Integer> GROUNDS =
            List.of(0xCFE8E0, 0xF6DCC4, 0xD6DFF5, 0xF3D3DA, 0xDDEBC8, 0xE6DAF2, 0xFBE9B7, 0xC9E4F2);
    private static final List<Integer> SKINS = List.of(0xF3CFB3, 0xE8B894, 0xD9A17A, 0xB97F58, 0x8A5A3B, 0xF8DCC8);
    private static final List<Integer> HAIRS =
            List.of(0x2B211C, 0x5A3B22, 0x8C5A2B, 0xD9B26A, 0xB5482A, 0x9A9A9A, 0xE7D9B8, 0x3C3C46);
    private static final List<Integer> SHIRTS = List.of(0xFFFFFF, 0x2F8F83, 0x3B6EA8, 0x7A8B99, 0xB8E0D2, 0x27496D);
    private static final List<Integer> WALLS = List.of(0xE9E2D0, 0xC96F4A, 0xF4F1EA, 0xB9C4C9, 0xE3C08C, 0x8FA68E);

    private Pictures() {}

    /** A friendly face. */
    static byte[] person(Random random) {
        return face(random, 128 + 16 * random.nextInt(8)).jpeg(0.88f);
    }

    /** The same, as large as a phone sends it. */
    static byte[] largePerson(Random random) {
        return face(random, 480).grain(random, 24).jpeg(0.9f);
    }

    private static Picture face(Random random, int size) {
        int ground = Chain.pick(random, GROUNDS);
        int skin = Chain.pick(random, SKINS);
        int hair = Chain.pick(random, HAIRS);
        Picture picture = new Picture(size, size, 0xFFFFFF, ground);
        boolean longHair = random.nextBoolean();
        if (longHair) {
            picture.disc(0.5, 0.52, 0.27, 0.33, hair);
        }
        picture.disc(0.5, 1.08, 0.40, 0.36, Chain.pick(random, SHIRTS));
        picture.box(0.43, 0.60, 0.14, 0.16, skin).disc(0.5, 0.76, 0.11, 0.06, skin);
        picture.disc(0.5, 0.34, 0.215, 0.21, hair).disc(0.5, 0.46, 0.19, 0.235, skin);
        picture.disc(0.42 + random.nextDouble() * 0.16, 0.27, 0.17, 0.075, hair);
        picture.disc(0.43, 0.45, 0.022, 0.026, 0x2A2A2A).disc(0.57, 0.45, 0.022, 0.026, 0x2A2A2A);
        picture.disc(0.5, 0.565, 0.075, 0.045, 0xB4554D).disc(0.5, 0.548, 0.085, 0.036, skin);
        if (random.nextInt(4) == 0) {
            for (double x : new double[] {0.43, 0.57}) {
                picture.disc(x, 0.45, 0.062, 0.058, 0x33333A).disc(x, 0.45, 0.050, 0.046, skin);
                picture.disc(x, 0.45, 0.022, 0.026, 0x2A2A2A);
            }
        }
        return picture;
    }

    /** A house front with windows, a door and trees. */
    static byte[] clinic(Random random) {
        int wall = Chain.pick(random, WALLS);
        Picture picture = new Picture(320, 180, 0x9CC9EA, 0xEAF4F8);
        picture.disc(0.12 + random.nextDouble() * 0.2, 0.18, 0.06, 0.10, 0xFFF3C4);
        picture.box(0, 0.86, 1, 0.14, 0x9AA58F)
                .box(0.18, 0.24, 0.64, 0.62, wall)
                .box(0.16, 0.20, 0.68, 0.06, 0x4A4A50);
        int columns = 4 + random.nextInt(3);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < columns; column++) {
                double left = 0.22 + column * 0.56 / columns;
                picture.box(left, 0.32 + row * 0.26, 0.34 / columns, 0.16, 0xFDFDFD);
                picture.box(left + 0.008, 0.335 + row * 0.26, 0.34 / columns - 0.016, 0.13, 0x5E7F95);
            }
        }
        picture.box(0.46, 0.62, 0.09, 0.24, 0x2F8F83).disc(0.535, 0.75, 0.006, 0.01, 0xFFFFFF);
        for (double x : new double[] {0.08, 0.91}) {
            picture.box(x - 0.008, 0.66, 0.016, 0.22, 0x6B4B34);
            picture.disc(x, 0.56, 0.06 + random.nextDouble() * 0.02, 0.17, 0x4F8A5B);
        }
        return picture.jpeg(0.85f);
    }

    /** Soft hills under a morning sky. */
    static byte[] banner(Random random) {
        Picture picture = new Picture(800, 200, 0xBFE3E0, 0xF7EFDC);
        picture.disc(0.78, 0.35, 0.045, 0.18, 0xFFF6D8);
        for (int hill = 0; hill < 7; hill++) {
            int green = 0x6FA58F - hill * 0x060806;
            picture.disc(random.nextDouble(), 1.05 + hill * 0.03, 0.22 + random.nextDouble() * 0.1, 0.5, green);
        }
        return picture.jpeg(0.85f);
    }
}
