package itb.backoffice.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the download of one type is.
 *
 * @param run counts the full downloads of the type; what the current one has not met is no longer there
 * @param next the page at which a stopped full download goes on, or null
 * @param received how many resources the stopped download had
 * @param complete whether the local copy was whole once
 * @param since the server's clock when the last whole download or refresh began; null where it never told
 */
public record TypeState(
        String type,
        int run,
        @Nullable String next,
        int received,
        boolean complete,
        @Nullable Instant since) {
    static TypeState none(String type) {
        return new TypeState(type, 0, null, 0, false, null);
    }

    TypeState newRun() {
        return new TypeState(type, run + 1, null, 0, complete, null);
    }

    TypeState at(@Nullable String link, int soFar) {
        return new TypeState(type, run, link, soFar, complete, since);
    }

    TypeState begunAt(@Nullable Instant serverTime) {
        return new TypeState(type, run, next, received, complete, serverTime);
    }

    TypeState whole() {
        return new TypeState(type, run, null, received, true, since);
    }
}
