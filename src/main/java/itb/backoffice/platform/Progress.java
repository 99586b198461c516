package itb.backoffice.platform;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** How far a long piece of work has come, told by the work, and whether it should stop. */
public interface Progress {
    /**
     * Tells how far the work is.
     *
     * @param text what is going on, ready to be read by the user
     * @param done finished units
     * @param total all units, or 0 where nobody knows yet
     */
    void report(String text, long done, long total);

    /** Whether the user asked to stop. */
    boolean cancelled();

    /** Leaves by a {@link CancellationException} where the user asked to stop. */
    default void check() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }

    /** Tells that the work waits for {@code time} because a server asked for it; null when it goes on. */
    default void waits(@Nullable Duration time) {}

    /** Waits for {@code time}, or until the work is to stop. */
    default void pause(Duration time) {
        waits(time);
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !cancelled(); left = end - System.nanoTime()) {
            try {
                Thread.sleep(Math.clamp(left / 1_000_000, 1, 100));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        waits(null);
    }

    /** Progress that nobody looks at and nobody stops. */
    static Progress none() {
        return new Progress() {
            @Override
            public void report(String text, long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
