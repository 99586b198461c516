package itb.backoffice.platform;

import java.util.concurrent.CancellationException;

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
