package itb.backoffice.catalogue;

import itb.backoffice.connection.Failure;
import java.util.Map;

/** How a download or refresh ended. What had arrived is kept and can be used in either case. */
public sealed interface DownloadOutcome {
    /**
     * What it did.
     *
     * @param received resources that came, whether or not they were known
     * @param changed those that were new or different
     * @param removed those that are no longer on the server
     * @param unreadable entries that had no type or id and were left out
     */
    record Counts(int received, int changed, int removed, int unreadable) {
        /** Nothing yet. */
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    received + more.received,
                    changed + more.changed,
                    removed + more.removed,
                    unreadable + more.unreadable);
        }
    }

    /**
     * All that the server lets us read is here.
     *
     * @param leftOut types that the server refuses to this sign-in, with its reason
     */
    record Complete(Counts counts, Map<String, Failure> leftOut) implements DownloadOutcome {}

    /**
     * It stopped; the next download goes on from here.
     *
     * @param type at which type it stopped, or empty where not even the first answer came
     */
    record Stopped(Failure failure, String type, Counts counts) implements DownloadOutcome {}
}
