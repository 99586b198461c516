package itb.backoffice.connection;

import java.time.Duration;

/**
 * How long and how much may come. The times hold for a whole answer, so that a body that drips for ever ends too.
 *
 * @param connect until the connection stands
 * @param answer from the request to the last byte; generous, since pictures can take their time
 * @param largestAnswer bytes of one answer, after unpacking
 */
public record Timeouts(Duration connect, Duration answer, int largestAnswer) {
    /** For servers far away with large pictures. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(120), 64 * 1024 * 1024);
}
