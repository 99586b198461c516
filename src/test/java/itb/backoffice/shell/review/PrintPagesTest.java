package itb.backoffice.shell.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadPlan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintPagesTest extends ScreenTest {
    private static final double WIDTH = 495;
    private static final double HEIGHT = 742;

    @TempDir
    Path folder;

    private ReviewGround ground;
    private Progress progress = Progress.none();
    private Printing.@Nullable Printed printed;

    @Override
    protected Parent screen() {
        ground = new ReviewGround(folder, TEXTS, Instant::now);
        return new StackPane();
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private List<Parent> pages(List<String> references) {
        UploadPlan plan = ground.desk(Environment.TEST).plan(references, Progress.none());
        Connection to =
                new Connection("c", "Nordtand", URI.create("https://itb.example/fhir"), Environment.TEST, SignIn.NONE);
        List<Parent> pages = new ArrayList<>();
        Printing printing = new Printing(new PlanSheet(to, plan, Map.of(), null), TEXTS, Platform::runLater, page -> {
            page.layout();
            return pages.add(page);
        });
        try {
            printed = printing.run(WIDTH, HEIGHT, ZonedDateTime.now(), progress);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return pages;
    }

    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof Labeled label) {
            words.add(label.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
        }
        return words;
    }

    @Test
    void everyLineIsOnSomePageAndNoPageIsTooHigh() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ground.create(ReviewGround.role("r" + i, "Person " + i, "sandvika", "Text number " + i + "."));
            references.add("PractitionerRole/r" + i);
        }
        List<Parent> pages = pages(references);
        assertEquals(new Printing.Printed(pages.size(), true), printed);
        assertTrue(pages.size() > 3, pages.size() + " pages");
        List<String> all = pages.stream().flatMap(page -> words(page).stream()).toList();
        for (int i = 0; i < 40; i++) {
            String person = "Person " + i;
            assertTrue(all.contains(person), person);
            assertTrue(all.contains("Text number " + i + "."));
        }
        pages.forEach(page -> {
            Node sheet = page.getChildrenUnmodifiable().getFirst();
            assertTrue(
                    sheet.getBoundsInParent().getMaxY() <= HEIGHT,
                    sheet.getBoundsInParent().toString());
            assertTrue(
                    sheet.getBoundsInParent().getMaxX() <= WIDTH + 1,
                    sheet.getBoundsInParent().toString());
        });
    }

    @Test
    void printingStopsWhereTheUserWantsIt() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ground.create(ReviewGround.role("r" + i, "Person " + i, "sandvika", "Text number " + i + "."));
            references.add("PractitionerRole/r" + i);
        }
        progress = new Progress() {
            private long done;

            @Override
            public void report(String text, long now, long total) {
                done = now;
            }

            @Override
            public boolean cancelled() {
                return done > 20;
            }
        };
        Exception stopped = assertThrows(IllegalStateException.class, () -> pages(references));
        assertInstanceOf(CancellationException.class, stopped.getCause());
    }

    @Test
    void picturesAreDecodedAheadAndAllOfThemGetOntoThePaper() {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ObjectNode role = ReviewGround.role("r" + i, "Person " + i, "sandvika", "Text.");
            ReviewGround.photo(role, png(i));
            ground.create(role);
            references.add("PractitionerRole/r" + i);
        }
        PlanLine line = ground.desk(Environment.TEST)
                .plan(references, Progress.none())
                .lines()
                .getFirst();
        assertEquals(1, PrintBlocks.pictures(line).size(), "they are decoded where they are asked for, which is here");
        List<Parent> pages = pages(references);
        assertEquals(
                3,
                pages.stream()
                        .mapToInt(page -> page.lookupAll(".image-view").size())
                        .sum());
    }

    private static byte[] png(int colour) {
        BufferedImage image = new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void aTextThatIsHigherThanAPageIsMadeSmallerAndLosesNothing() {
        ground.create(ReviewGround.role("r", "Person", "sandvika", "A sentence that goes on. ".repeat(600)));
        List<Parent> pages = pages(List.of("PractitionerRole/r"));
        assertTrue(pages.size() <= 3);
        pages.forEach(page -> assertTrue(
                page.getChildrenUnmodifiable().getFirst().getBoundsInParent().getMaxY() <= HEIGHT));
        assertEquals(
                1,
                pages.stream()
                        .flatMap(page -> words(page).stream())
                        .filter(words -> words.length() > 10_000)
                        .count());
    }
}
