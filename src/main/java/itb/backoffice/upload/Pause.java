package itb.backoffice.upload;

import itb.backoffice.platform.Progress;
import java.time.Duration;

/** Waits, because a server asked for it. */
@FunctionalInterface
public interface Pause {
    /** Waits for {@code time}, or until {@code progress} is cancelled. */
    void await(Duration time, Progress progress);

    /** Really waits, on the thread that calls. */
    static Pause real() {
        return (time, progress) -> progress.pause(time);
    }
}
