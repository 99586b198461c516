package itb.backoffice.shell.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.upload.UploadPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintPagesTest extends ScreenTest {
    private static final double WIDTH = 495;
    private static final double HEIGHT = 742;

    @TempDir
    Path folder;

    private ReviewGround ground;

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
        interact(() -> {
            PrintBlocks blocks = new PrintBlocks(new PlanSheet(to, plan, Map.of()), TEXTS);
            PrintPages sheets = new PrintPages(blocks.all(ZonedDateTime.now()), WIDTH, HEIGHT);
            while (sheets.hasNext()) {
                Parent page = sheets.next();
                page.layout();
                pages.add(page);
            }
        });
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
