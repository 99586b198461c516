package itb.backoffice.shell.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.FxStall;
import itb.backoffice.FxStall.Stall;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.upload.Worded;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A plan of five thousand lines, a tenth of them with photos: whatever is done with it, the window stays free. Prints the
 * longest piece of work on the FX thread for each, as {@link FxStall} counts it.
 */
class LongPlanTest extends ScreenTest {
    private static final int LINES = 5_000;
    private static final int LONGEST_MILLIS = 100;
    /** Once, at the end of an upload: the toolkit takes this long to let go of some hundred cards. */
    private static final int LONGEST_ENDING_MILLIS = 250;

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    private final Connection to =
            new Connection("c", "Nordtand", URI.create("https://itb.example/fhir"), Environment.TEST, SignIn.NONE);
    private final UploadPlan plan = new UploadPlan(lines(), "");
    private ReviewView view;

    private static List<PlanLine> lines() {
        List<PlanLine> lines = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            ObjectNode role = ReviewGround.role("r" + i, "Person " + i, "clinic " + i % 24, "Words of number " + i);
            String json = Json.write(role);
            Draft draft = draft(new StoredResource("PractitionerRole", "r" + i, "1", null, json));
            List<FieldChange> changes = new ArrayList<>();
            changes.add(new FieldChange(
                    "Status", "active", new Worded.Text("Active"), new Worded.Text("Not active"), List.of()));
            if (i % 10 == 0) {
                changes.add(new FieldChange(
                        "Photo",
                        "contained",
                        new Worded.Picture(photo(random)),
                        new Worded.Picture(photo(random)),
                        List.of()));
            }
            lines.add(new PlanLine(
                    Reviewed.of(draft),
                    Summaries.of("PractitionerRole", "r" + i, json),
                    "Changed role · clinic " + i % 24,
                    false,
                    changes,
                    List.of(),
                    Map.of(),
                    Set.of(),
                    null,
                    false));
        }
        return lines;
    }

    private static Draft draft(StoredResource base) {
        return new Draft(
                base.type(),
                base.id(),
                Draft.Kind.UPDATE,
                base.json(),
                base.version(),
                base.json().replace("true", "false"),
                DraftState.EDITING,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static byte[] photo(Random random) {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        image.setRGB(random.nextInt(400), random.nextInt(400), random.nextInt());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    protected Parent screen() {
        view = new ReviewView(TEXTS, background, new Desk(), new ReviewScenes.Quiet(), reference -> {});
        return view.root();
    }

    private final class Desk implements ReviewDesk {
        @Override
        public Connection connection() {
            return to;
        }

        @Override
        public UploadPlan plan(Collection<String> references, Progress progress) {
            return plan;
        }

        @Override
        public boolean stale(UploadPlan old) {
            return false;
        }

        @Override
        public UploadResult upload(UploadPlan sent, Progress progress) {
            List<UploadResult.LineResult> ends = new ArrayList<>();
            for (PlanLine line : sent.chosen()) {
                ends.add(new UploadResult.LineResult(
                        line, new UploadOutcome.Accepted(line.draft().id(), "2", List.of())));
                progress.report(line.summary().title(), ends.size(), LINES);
            }
            return new UploadResult(ends);
        }
    }

    @Test
    void fiveThousandLinesHoldNothingUp() {
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("opening", this::show);
        ways.put("scrolling", this::scroll);
        ways.put("searching", this::search);
        ways.put("leaving all out and taking all in", this::leaveOut);
        ways.put("printing", this::print);
        ways.put("uploading", this::upload);
        List<String> heldUp = new ArrayList<>();
        ways.forEach((what, way) -> {
            Stall calmest = null;
            for (int round = 0; round < ROUNDS && (calmest == null || calmest.counted() > LONGEST_MILLIS); round++) {
                FxStall stall = new FxStall(new AtomicLong());
                way.run();
                Stall longest = stall.longest(1).getFirst();
                calmest = calmest == null || longest.counted() < calmest.counted() ? longest : calmest;
            }
            System.out.println("A plan of 5,000 lines, " + what + ": longest work on the FX thread " + calmest);
            int most = what.equals("uploading") ? LONGEST_ENDING_MILLIS : LONGEST_MILLIS;
            if (calmest == null || calmest.counted() > most) {
                heldUp.add(what);
            }
        });
        assertTrue(heldUp.isEmpty(), "The FX thread was held up by " + heldUp);
    }

    private void show() {
        interact(() -> view.show(List.of()));
        waitUntil(() -> words("reviewUpload").equals("Upload 5,000 changes to Nordtand") && cards() >= 40);
    }

    private int cards() {
        return lookup(".card").queryAll().size();
    }

    private void scroll() {
        Node scroll = lookup(".scroll-pane").query();
        for (int i = 0; i < 5; i++) {
            int before = cards();
            interact(() -> {
                ((ScrollPane) scroll).setVvalue(0);
                ((ScrollPane) scroll).setVvalue(1);
            });
            waitUntil(() -> cards() >= before + 40);
        }
    }

    private void search() {
        clickOn("#reviewSearch").write("person 499");
        waitUntil(() -> words("reviewFound").endsWith(" of 5,000 found"));
        clickOn("#reviewSearch").eraseText("person 499".length());
        waitUntil(() -> words("reviewFound").isEmpty() && cards() >= 40);
    }

    private void leaveOut() {
        interact(() -> ((ButtonBase) lookup("#reviewAll").query()).fire());
        assertEquals("Nothing to upload", words("reviewUpload"));
        interact(() -> ((ButtonBase) lookup("#reviewAll").query()).fire());
        assertEquals("Upload 5,000 changes to Nordtand", words("reviewUpload"));
    }

    private void print() {
        AtomicInteger pages = new AtomicInteger();
        Printing printing = new Printing(new PlanSheet(to, plan, Map.of(), null), TEXTS, Platform::runLater, page -> {
            page.layout();
            return pages.incrementAndGet() > 0;
        });
        try {
            Printing.Printed printed = printing.run(495, 742, ZonedDateTime.now(), Progress.none());
            assertEquals(new Printing.Printed(pages.get(), true), printed);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void upload() {
        if (there("reviewDone")) {
            show();
        }
        interact(() -> ((ButtonBase) lookup("#reviewUpload").query()).fire());
        waitFor("reviewDone");
        assertEquals("5,000 changes are on the server.", words("reviewDone"));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
