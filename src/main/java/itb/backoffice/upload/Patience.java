package itb.backoffice.upload;

import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Progress;
import java.time.Duration;

/** Waits as a server asks, or a little longer each time, and gives up in the end. */
final class Patience {
    private static final int MOST_WHEN_ASKED = 5;
    private static final int MOST_OTHERWISE = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Pause pause;
    private final Progress progress;

    Patience(Pause pause, Progress progress) {
        this.pause = pause;
        this.progress = progress;
    }

    /** Whether the user wants to stop. */
    boolean cancelled() {
        return progress.cancelled();
    }

    /**
     * Waits after {@code failure}; false where it is time to give up.
     *
     * @param attempts how many there were
     */
    boolean again(Failure failure, int attempts) {
        int most = switch (failure.kind()) {
            case TOO_MANY, UNAVAILABLE -> MOST_WHEN_ASKED;
            // Each of these has taken minutes already.
            case TIMEOUT -> 2;
            default -> MOST_OTHERWISE;
        };
        Duration asked = failure.retryAfter();
        Duration wait = asked == null ? Duration.ofSeconds(1L << (attempts - 1)) : asked;
        if (attempts >= most || wait.compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        pause.await(wait, progress);
        return !progress.cancelled();
    }
}
