package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final List<ErrorReporter.Report> errors = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Background background = background();
    private final Background part = background.part();

    private Background background() {
        ErrorReporter reporter = new ErrorReporter();
        reporter.onReport(errors::add);
        return Background.threaded(fx::add, reporter);
    }

    @AfterEach
    void close() {
        background.close();
    }

    private void runFx() throws InterruptedException {
        for (Runnable next = fx.take(); next != null; next = fx.poll()) {
            next.run();
        }
    }

    @Test
    void editsGivenBeforeTheEndAreFinishedBeforeItReturns() {
        for (int i = 0; i < 50; i++) {
            String edit = "edit " + i;
            part.inOrder("drafts", () -> told.add(edit), done -> {});
        }
        part.close();
        assertEquals(50, told.size());
    }

    @Test
    void longWorkIsStoppedByTheEndAndNothingOfItComesBack() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        part.run(
                "Checking",
                progress -> {
                    begun.countDown();
                    while (!progress.cancelled()) {
                        Thread.onSpinWait();
                    }
                    stopped.countDown();
                    throw new IllegalStateException("The files were closed");
                },
                result -> told.add("result"));
        begun.await();
        part.close();
        stopped.await();
        background.run(() -> true, done -> told.add("the whole goes on"));
        while (told.isEmpty()) {
            runFx();
        }
        assertEquals(List.of("the whole goes on"), told);
        assertEquals(List.of(), errors);
    }

    @Test
    void theWholeShowsTheJobsOfItsParts() throws InterruptedException {
        background.watch(job -> told.add(job.title() + " " + job.finished()));
        part.run("Checking", progress -> true, result -> {});
        while (!told.contains("Checking true")) {
            runFx();
        }
        assertTrue(errors.isEmpty());
    }

    @Test
    void whatIsAskedForAfterTheEndNeitherRunsNorFails() {
        background.close();
        assertTrue(
                background.inOrder("drafts", () -> told.add("late"), done -> {}).finished());
        assertTrue(
                background.latest("check", () -> told.add("late"), done -> {}).finished());
        assertEquals(List.of(), told);
    }

    @Test
    void whatFailsBeforeTheEndIsReported() throws InterruptedException {
        part.run(
                "Checking",
                progress -> {
                    throw new IllegalStateException("broken");
                },
                result -> {},
                () -> told.add("over"));
        while (told.isEmpty()) {
            runFx();
        }
        assertEquals(1, errors.size());
    }

    @Test
    void whileItWaitsForAServerAJobSaysSo() {
        Job job = new Job("Upload");
        List<Duration> seen = new ArrayList<>();
        job.onChange(() -> seen.add(job.waiting()));
        job.pause(Duration.ofMillis(2));
        assertEquals(Arrays.asList(Duration.ofMillis(2), null), seen);
    }

    @Test
    void aWaitEndsWhenThePartOfTheWorkThatWaitsIsToStop() {
        Job job = new Job("Upload");
        Progress part = new Progress() {
            @Override
            public void report(String text, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }

            @Override
            public void waits(Duration time) {
                job.waits(time);
            }
        };
        part.pause(Duration.ofMinutes(5));
        assertEquals(null, job.waiting());
    }

    @Test
    void whoeverAskedIsToldOfEveryKindOfFailure() throws InterruptedException {
        part.inOrder(
                "opening",
                () -> {
                    throw new ExecutionException(new IllegalStateException("broken"));
                },
                done -> {},
                failed -> told.add("failed"));
        while (told.isEmpty()) {
            runFx();
        }
        assertEquals(List.of("failed"), told);
    }
}
