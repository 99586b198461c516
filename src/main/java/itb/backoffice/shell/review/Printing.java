package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Worded;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/**
 * A plan on its way to paper. Pictures are decoded in the background, a line's at a time; only the laying out is done on the
 * FX thread, line by line, so that a plan with a thousand photos neither holds up the window nor fills the memory.
 */
final class Printing {
    private static final long LOOK_AROUND_MILLIS = 100;

    private final PlanSheet sheet;
    private final Messages texts;
    private final Executor fx;
    private final Predicate<Parent> paper;
    private final Map<Worded.Picture, PrintBlocks.Seen> seen = new HashMap<>();

    /** {@code paper} takes each page, on the FX thread, and says whether the printer did. */
    Printing(PlanSheet sheet, Messages texts, Executor fx, Predicate<Parent> paper) {
        this.sheet = sheet;
        this.texts = texts;
        this.fx = fx;
        this.paper = paper;
    }

    /**
     * How it went.
     *
     * @param pages how many the printer took
     * @param whole whether those are all
     */
    record Printed(int pages, boolean whole) {}

    /** Prints sheets of this size, in points; waits for each line. */
    Printed run(double width, double height, ZonedDateTime made, Progress progress) throws Exception {
        List<PlanLine> lines = sheet.lines();
        PrintBlocks blocks = new PrintBlocks(sheet, texts, seen);
        PrintPages pages = onFx(
                () -> {
                    PrintPages first = new PrintPages(width, height);
                    first.add(blocks.head(made));
                    return first;
                },
                progress);
        int done = 0;
        for (PlanLine line : lines) {
            progress.report("", done++, lines.size());
            Map<Worded.Picture, PrintBlocks.Seen> its = PrintBlocks.pictures(line);
            boolean taken = onFx(
                    () -> {
                        seen.putAll(its);
                        boolean all = put(blocks.line(line), pages);
                        seen.clear();
                        return all;
                    },
                    progress);
            if (!taken) {
                return new Printed(pages.number() - 1, false);
            }
        }
        boolean last = onFx(() -> paper.test(pages.finished()), progress);
        return new Printed(last ? pages.number() : pages.number() - 1, last);
    }

    private boolean put(List<Region> blocks, PrintPages pages) {
        for (Region block : blocks) {
            Parent full = pages.add(block).orElse(null);
            if (full != null && !paper.test(full)) {
                return false;
            }
        }
        return true;
    }

    private <T> T onFx(Callable<T> work, Progress progress) throws Exception {
        progress.check();
        FutureTask<T> task = new FutureTask<>(work);
        fx.execute(task);
        while (true) {
            try {
                return task.get(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWaiting) {
                progress.check();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
