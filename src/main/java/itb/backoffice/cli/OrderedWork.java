package itb.backoffice.cli;

import itb.backoffice.platform.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does several pieces of work at a time and gives their results in the order in which the pieces came. */
final class OrderedWork<T> {
    private final Background background;
    private final int atOnce;
    private final Consumer<T> results;
    private final Deque<Future<T>> running = new ArrayDeque<>();

    /** {@code results} is called by the thread that adds the work. */
    OrderedWork(Background background, int atOnce, Consumer<T> results) {
        this.background = background;
        this.atOnce = atOnce;
        this.results = results;
    }

    /** Starts {@code work}; waits while there is as much under way as there may be. */
    void add(Callable<T> work) {
        while (running.size() >= atOnce) {
            next();
        }
        running.add(background.beside(work));
    }

    /** Waits for the rest. */
    void finish() {
        while (!running.isEmpty()) {
            next();
        }
    }

    private void next() {
        try {
            results.accept(running.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
