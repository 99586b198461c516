package itb.backoffice.form.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CropTest {
    private static void inside(Crop crop, double ratio, String what) {
        assertEquals(ratio, crop.width() / crop.height(), ratio * 1e-6, what);
        assertTrue(crop.x() >= 0 && crop.y() >= 0, what + crop);
        assertTrue(crop.x() + crop.width() <= crop.pictureWidth() + 1e-6, what + crop);
        assertTrue(crop.y() + crop.height() <= crop.pictureHeight() + 1e-6, what + crop);
        assertTrue(crop.width() > 0, what + crop);
    }

    @Test
    void itBeginsWithAsMuchAsPossibleFromTheMiddle() {
        assertEquals(new Crop(500, 0, 1000, 1000, 2000, 1000), Crop.middle(2000, 1000, 1));
        assertEquals(new Crop(0, 375, 1000, 250, 1000, 1000), Crop.middle(1000, 1000, 4));
    }

    @Test
    void whateverIsDoneItStaysInThePictureAndKeepsItsShape() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            int width = 1 + random.nextInt(3_000);
            int height = 1 + random.nextInt(3_000);
            double ratio = Shape.values()[i % 3].ratio();
            Crop crop = Crop.middle(width, height, ratio);
            for (int step = 0; step < 10; step++) {
                crop = switch (random.nextInt(3)) {
                    case 0 -> crop.moved(random.nextInt(4_000) - 2_000, random.nextInt(4_000) - 2_000);
                    case 1 -> crop.scaled(0.2 + 2 * random.nextDouble());
                    default ->
                        crop.pulled(
                                random.nextBoolean(),
                                random.nextBoolean(),
                                random.nextInt(4_000) - 500,
                                random.nextInt(4_000) - 500);
                };
                inside(crop, ratio, "round " + i + " ");
            }
        }
    }

    @Test
    void pullingACornerLeavesTheOppositeOneWhereItIs() {
        Crop crop = Crop.middle(1000, 1000, 1).scaled(0.5);
        Crop pulled = crop.pulled(true, true, 850, 800);
        assertEquals(crop.x(), pulled.x(), 1e-6);
        assertEquals(crop.y(), pulled.y(), 1e-6);
        assertEquals(600, pulled.width(), 1e-6);
    }
}
