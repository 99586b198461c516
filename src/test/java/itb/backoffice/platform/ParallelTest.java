package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private final Background background = Background.threaded(Runnable::run, new ErrorReporter());
    private final Parallel two = new Parallel(background, 2);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void resultsComeInTheOrderOfTheThings() {
        List<Integer> results = new ArrayList<>();
        two.<Integer, Integer>each(
                IntStream.range(0, 1000).iterator(), each -> each * 2, (each, twice) -> results.add(twice), none());
        assertEquals(IntStream.range(0, 1000).map(each -> each * 2).boxed().toList(), results);
    }

    @Test
    void asManyAreInWorkAtATimeAsWereAskedFor() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        two.<Integer, Boolean>each(
                IntStream.range(0, 50).iterator(),
                each -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    both.countDown();
                    boolean met = await(both);
                    working.decrementAndGet();
                    return met;
                },
                (each, met) -> assertTrue(met),
                none());
        assertEquals(2, most.get());
    }

    @Test
    void littleIsReadAheadOfWhatWasHandedOut() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger given = new AtomicInteger();
        two.<Integer, Integer>each(
                IntStream.range(0, 500).peek(each -> read.incrementAndGet()).iterator(),
                each -> each,
                (each, same) -> {
                    int ahead = read.get() - given.incrementAndGet();
                    assertTrue(ahead <= 18, () -> ahead + " were read ahead");
                },
                none());
        assertEquals(500, given.get());
    }

    @Test
    void stoppingEndsItWithoutTheRest() {
        AtomicInteger given = new AtomicInteger();
        Job job = new Job("");
        assertThrows(
                CancellationException.class,
                () -> two.<Integer, Integer>each(
                        IntStream.iterate(0, each -> each + 1).iterator(),
                        each -> each,
                        (each, same) -> {
                            if (given.incrementAndGet() == 40) {
                                job.cancel();
                            }
                        },
                        job));
        assertEquals(40, given.get());
    }

    @Test
    void whatTheWorkThrowsComesOut() {
        assertThrows(
                IllegalArgumentException.class,
                () -> two.<Integer, Integer>each(
                        IntStream.range(0, 100).iterator(),
                        each -> {
                            if (each == 30) {
                                throw new IllegalArgumentException();
                            }
                            return each;
                        },
                        (each, same) -> {},
                        none()));
    }

    @Test
    void worksWithExecutorsThatRunAtOnce() {
        Background direct = new Background(Runnable::run, Runnable::run, new ErrorReporter());
        AtomicInteger given = new AtomicInteger();
        new Parallel(direct, 2)
                .<Integer, Integer>each(
                        IntStream.range(0, 100).iterator(),
                        each -> each,
                        (each, same) -> given.incrementAndGet(),
                        none());
        assertEquals(100, given.get());
    }

    private static Progress none() {
        return Progress.none();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
