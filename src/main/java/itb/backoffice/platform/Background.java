package itb.backoffice.platform;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only owner of threads. Work that may wait runs here and its result comes back on the FX thread; what the work
 * throws goes to the {@link ErrorReporter}. Tests give executors that run at once.
 */
public final class Background implements AutoCloseable {
    /** Work that tells how far it is. */
    @FunctionalInterface
    public interface Tracked<T extends @Nullable Object> {
        /** Does the work; leaves by {@link CancellationException} when {@code progress} says so. */
        T run(Progress progress) throws Exception;
    }

    /** Told on the FX thread of work that has a title: where it stands, and when it is over. */
    public interface Watcher {
        /** A titled job began, moved on, or ended ({@link Job#finished()}). */
        void changed(Job job);
    }

    private static final int LONGEST_END_SECONDS = 3;

    private final Executor workers;
    private final Executor fx;
    private final ErrorReporter errors;
    private final CopyOnWriteArrayList<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Map<Object, AtomicLong> latest = new ConcurrentHashMap<>();
    private final Map<Object, Executor> lanes = new ConcurrentHashMap<>();
    private final Set<Job> unfinished = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Runs work on {@code workers} and answers on {@code fx}. */
    public Background(Executor workers, Executor fx, ErrorReporter errors) {
        this.workers = workers;
        this.fx = fx;
        this.errors = errors;
    }

    /** The program's own: daemon threads that grow and shrink with the work. */
    public static Background threaded(Executor fx, ErrorReporter errors) {
        return new Background(
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().name("background-", 1).daemon().factory()),
                fx,
                errors);
    }

    /** Shows titled jobs to {@code watcher} from now on. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Runs {@code work}, then gives its result to {@code then} on the FX thread. */
    public <T extends @Nullable Object> Job run(Callable<T> work, Consumer<? super T> then) {
        return start(workers, new Job(null), progress -> work.call(), then, job -> {});
    }

    /** As {@link #run(Callable, Consumer)}, shown to the user under {@code title}, with progress and cancel. */
    public <T extends @Nullable Object> Job run(String title, Tracked<T> work, Consumer<? super T> then) {
        return run(title, work, then, () -> {});
    }

    /** As above; {@code always} runs on the FX thread when the work ended in whatever way, also cancelled or failed. */
    public <T extends @Nullable Object> Job run(
            String title, Tracked<T> work, Consumer<? super T> then, Runnable always) {
        return start(workers, new Job(title), work, then, job -> always.run());
    }

    /** Runs pieces of work of the same {@code lane} one after the other, in the order they were given. */
    public <T extends @Nullable Object> Job inOrder(Object lane, Callable<T> work, Consumer<? super T> then) {
        Executor one = lanes.computeIfAbsent(lane, key -> new SerialExecutor(workers));
        return start(one, new Job(null), progress -> work.call(), then, job -> {});
    }

    /** As above, shown to the user under {@code title}, with progress and cancel. */
    public <T extends @Nullable Object> Job inOrder(
            Object lane, String title, Tracked<T> work, Consumer<? super T> then) {
        Executor one = lanes.computeIfAbsent(lane, key -> new SerialExecutor(workers));
        return start(one, new Job(title), work, then, job -> {});
    }

    /** As above; {@code failed} is told on the FX thread of what the work threw, after it was reported. */
    public <T extends @Nullable Object> Job inOrder(
            Object lane, Callable<T> work, Consumer<? super T> then, Consumer<Throwable> failed) {
        return inOrder(
                lane,
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        fx.execute(() -> guarded(() -> failed.accept(e)));
                        throw e;
                    }
                },
                then);
    }

    /** Runs {@code work}; its result counts only if nothing newer was asked for under the same {@code topic}. */
    public <T extends @Nullable Object> Job latest(Object topic, Callable<T> work, Consumer<? super T> then) {
        AtomicLong newest = latest.computeIfAbsent(topic, key -> new AtomicLong());
        long mine = newest.incrementAndGet();
        Executor one = lanes.computeIfAbsent(topic, key -> new SerialExecutor(workers));
        return start(
                one,
                new Job(null),
                progress -> {
                    if (newest.get() != mine) {
                        throw new CancellationException();
                    }
                    return work.call();
                },
                result -> {
                    if (newest.get() == mine) {
                        then.accept(result);
                    }
                },
                job -> {});
    }

    /**
     * Starts a part of work that is itself in the background, to go on beside it. The caller waits for the future, and
     * handles what it throws; cancelling it interrupts the part.
     */
    public <T extends @Nullable Object> Future<T> beside(Callable<T> part) {
        FutureTask<T> task = new FutureTask<>(part);
        workers.execute(task);
        return task;
    }

    /**
     * A part with an end of its own, on the same threads: closing it stops its titled jobs, lets the others end, and
     * nothing of it comes back to the FX thread any more.
     */
    public Background part() {
        Background part = new Background(workers::execute, fx, errors);
        part.watch(job -> watchers.forEach(watcher -> watcher.changed(job)));
        return part;
    }

    private <T extends @Nullable Object> Job start(
            Executor on, Job job, Tracked<T> work, Consumer<? super T> then, Consumer<Job> always) {
        if (closed) {
            // What a timer or a late answer still asks for when the window has gone.
            job.finish();
            return job;
        }
        job.onChange(() -> tell(job));
        tell(job);
        unfinished.add(job);
        on.execute(() -> {
            try {
                job.check();
                T result = work.run(job);
                job.finish();
                fx.execute(() -> guarded(() -> {
                    then.accept(result);
                    always.accept(job);
                }));
            } catch (CancellationException stopped) {
                job.finish();
                fx.execute(() -> guarded(() -> always.accept(job)));
            } catch (Throwable e) {
                job.finish();
                reportUnlessClosed(e);
                fx.execute(() -> guarded(() -> always.accept(job)));
            } finally {
                ended(job);
                tell(job);
            }
        });
        return job;
    }

    private void guarded(Runnable onFx) {
        if (closed) {
            return;
        }
        try {
            onFx.run();
        } catch (RuntimeException e) {
            errors.report(e);
        }
    }

    /** After the end, work may well find closed what it worked on. */
    private void reportUnlessClosed(Throwable e) {
        if (!closed) {
            errors.report(e);
        }
    }

    private void ended(Job job) {
        synchronized (unfinished) {
            unfinished.remove(job);
            unfinished.notifyAll();
        }
    }

    private void awaitUnfinished() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_END_SECONDS);
        synchronized (unfinished) {
            for (long left = 1; !unfinished.isEmpty() && left > 0; ) {
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                unfinished.wait(Math.max(1, left));
            }
        }
    }

    private void tell(Job job) {
        if (job.title() != null) {
            fx.execute(() -> watchers.forEach(watcher -> watcher.changed(job)));
        }
    }

    /** From now on nothing new begins here, and nothing comes back to the FX thread; what was begun goes on. */
    public void silence() {
        closed = true;
    }

    @Override
    public void close() {
        silence();
        unfinished.stream().filter(job -> job.title() != null).forEach(Job::cancel);
        try {
            awaitUnfinished();
            if (workers instanceof ExecutorService service) {
                service.shutdown();
                service.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
