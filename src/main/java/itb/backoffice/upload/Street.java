package itb.backoffice.upload;

import itb.backoffice.connection.Failure;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the waves of one upload share on their way to the server: two transactions under way at a time, or the single
 * requests of one wave, and nothing more once the server turned out to be out of reach.
 */
final class Street {
    private static final int WIDTH = 2;

    private final Semaphore free = new Semaphore(WIDTH, true);
    private final AtomicReference<@Nullable Failure> closed = new AtomicReference<>();

    /** Runs {@code requests}, beside at most one other wave. */
    void beside(Runnable requests) {
        pass(1, requests);
    }

    /** Runs {@code requests} while no other wave has any under way. */
    void alone(Runnable requests) {
        pass(WIDTH, requests);
    }

    private void pass(int width, Runnable requests) {
        free.acquireUninterruptibly(width);
        try {
            requests.run();
        } finally {
            free.release(width);
        }
    }

    /** Nothing more is sent, for this reason; null changes nothing. */
    void close(@Nullable Failure failure) {
        closed.compareAndSet(null, failure);
    }

    /** Why nothing more is sent; null where it can go on. */
    @Nullable
    Failure closed() {
        return closed.get();
    }
}
