package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every request that changed, or may have changed, the server: written before it leaves and again when its end is known. */
public final class Journal {
    /** The tables that the journal needs. */
    public static final Database.Schema SCHEMA = JournalStore.SCHEMA;

    /**
     * Who uploads, where to.
     *
     * @param upload groups the lines of one upload
     */
    public record Signature(String upload, String who, String server) {}

    /**
     * What to look for; null means any.
     *
     * @param words part of the title, of the person's name, or a {@code Type/id}
     * @param from the first instant
     * @param until the first instant no longer wanted
     */
    public record Search(
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private final JournalStore store;

    /** The journal in {@code database}, which was opened with {@link #SCHEMA}. */
    public Journal(Database database, InstantSource clock) {
        this.store = new JournalStore(database, clock);
    }

    /** Says that a request for {@code draft} is about to leave; returns its number. */
    public long begin(Signature signature, Draft draft, String title) {
        return store.begin(signature, draft, title);
    }

    /** Says that the server took it; {@code id} and {@code after} are what it has now. */
    public void accepted(long number, String id, @Nullable String after) {
        store.accepted(number, id, after);
    }

    /** Says how else it ended. */
    public void ended(long number, JournalEntry.End end, @Nullable String note) {
        store.ended(number, end, note);
    }

    /** The last request for a resource whose end is not known. */
    public Optional<JournalEntry> open(String type, String id) {
        return store.open(type, id);
    }

    /** The newest entries that match, newest first. */
    public List<JournalEntry> find(Search search, int most) {
        return store.find(search, most);
    }

    /** Everything about one resource, newest first. */
    public List<JournalEntry> of(String type, String id) {
        return store.of(type, id);
    }
}
