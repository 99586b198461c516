package itb.backoffice.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on many things, several at a time, and hands out what came of them in their order. Little waits at any time, so
 * there may be any number of them.
 */
public final class Parallel {
    private static final int WAITING_FOR_EACH = 8;
    private static final long LOOK_AROUND_MILLIS = 100;

    private final Background background;
    private final int atOnce;

    /** Works on as many at a time as the machine has cores. */
    public Parallel(Background background) {
        this(background, Runtime.getRuntime().availableProcessors());
    }

    /** Works on {@code atOnce} at a time. */
    public Parallel(Background background, int atOnce) {
        this.background = background;
        this.atOnce = Math.max(1, atOnce);
    }

    /**
     * Does {@code work} with each of {@code items} and gives the results to {@code then}, in order, on this thread, which
     * must be one that may wait. What items or work throw ends it all and comes out here.
     *
     * @param items read by one thread at a time, not always the same
     * @param progress asked whether to stop; what is in work then still ends, but counts for nothing
     * @throws CancellationException if it was stopped
     */
    public <T, R> void each(
            Iterator<? extends T> items,
            Function<? super T, ? extends R> work,
            BiConsumer<? super T, ? super R> then,
            Progress progress) {
        Round<T, R> round = new Round<>(items, work, atOnce);
        try {
            for (int i = 0; i < atOnce; i++) {
                background.beside(round::help);
            }
            for (Item<T, R> item = round.next(progress); item != null; item = round.next(progress)) {
                item.give(then);
            }
        } finally {
            round.stop();
        }
    }

    /** One thing, and what came of it. */
    private static final class Item<T, R> {
        private final T given;
        private @Nullable R result;

        Item(T given) {
            this.given = given;
        }

        void give(BiConsumer<? super T, ? super R> then) {
            R done = result;
            if (done != null) {
                then.accept(given, done);
            }
        }
    }

    /** What those who help with one call share; its lock guards everything in it. */
    private static final class Round<T, R> {
        private final Iterator<? extends T> items;
        private final Function<? super T, ? extends R> work;
        private final Deque<Item<T, R>> waiting = new ArrayDeque<>();
        private final Thread owner = Thread.currentThread();
        private final int most;
        private int helping;
        private @Nullable Throwable failure;
        private boolean stopped;

        Round(Iterator<? extends T> items, Function<? super T, ? extends R> work, int helping) {
            this.items = items;
            this.work = work;
            this.helping = helping;
            most = helping * WAITING_FOR_EACH;
        }

        boolean help() {
            try {
                for (Item<T, R> item = take(); item != null; item = take()) {
                    R result = work.apply(item.given);
                    synchronized (this) {
                        item.result = result;
                        notifyAll();
                    }
                }
            } catch (Throwable e) {
                fail(e);
            }
            synchronized (this) {
                helping--;
                notifyAll();
            }
            return true;
        }

        private synchronized @Nullable Item<T, R> take() throws InterruptedException {
            // An executor that runs work at once has nobody who would make room meanwhile.
            while (!stopped && waiting.size() >= most && Thread.currentThread() != owner) {
                wait();
            }
            if (stopped || !items.hasNext()) {
                return null;
            }
            Item<T, R> item = new Item<>(items.next());
            waiting.add(item);
            return item;
        }

        private synchronized void fail(Throwable e) {
            failure = failure == null ? e : failure;
            stopped = true;
        }

        /** The next one in order, as soon as it is done; null after the last. */
        synchronized @Nullable Item<T, R> next(Progress progress) {
            while (true) {
                progress.check();
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure != null) {
                    throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
                }
                Item<T, R> first = waiting.peek();
                if (first == null ? helping == 0 : first.result != null) {
                    notifyAll();
                    return waiting.poll();
                }
                try {
                    wait(LOOK_AROUND_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException();
                }
            }
        }

        synchronized void stop() {
            stopped = true;
            notifyAll();
        }
    }
}
