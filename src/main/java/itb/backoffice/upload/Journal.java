package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.LongTexts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param words parts of what the thing is or was called and of the person's name, or a {@code Type/id}
     * @param from the first instant
     * @param until the first instant no longer wanted
     * @param older only entries older than this one, by its number: the way to the next page
     */
    public record Search(
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long older) {
        /** A search from the newest entry on. */
        public Search(@Nullable String words, @Nullable Instant from, @Nullable Instant until) {
            this(words, from, until, null);
        }

        /** The page after {@code last}. */
        public Search after(JournalEntry last) {
            return new Search(words, from, until, last.number());
        }
    }

    /** What an entry says before its request leaves: made beforehand, because that takes longer than to write it down. */
    public record Line(Signature signature, Draft draft, Words words, Texts texts) {
        /**
         * What the thing is called.
         *
         * @param place tells namesakes apart
         * @param look by which it is found
         */
        public record Words(String title, String place, String look) {}

        /** What is there, and what is to be; pictures of the first are not repeated in the second. */
        public record Texts(LongTexts.@Nullable Short before, LongTexts.@Nullable Short after) {
            /** The pictures of both, by their hashes. */
            Map<String, String> pictures() {
                Map<String, String> pictures = new HashMap<>();
                Stream.of(before, after).filter(Objects::nonNull).forEach(text -> pictures.putAll(text.literals()));
                return pictures;
            }
        }
    }

    private final JournalStore store;
    private final JournalSearch search;

    /** The journal in {@code database}, which was opened with {@link #SCHEMA}. */
    public Journal(Database database, InstantSource clock) {
        this.store = new JournalStore(database, clock);
        this.search = new JournalSearch(store);
    }

    /** Says that a request for {@code draft} is about to leave; returns its number. */
    public long begin(Signature signature, Draft draft, String title) {
        return begin(line(signature, draft, title));
    }

    /** What {@link #begin(Line)} will write. */
    public Line line(Signature signature, Draft draft, String title) {
        return JournalStore.line(signature, draft, title);
    }

    /** Says that the request is about to leave; returns its number. */
    public long begin(Line line) {
        return store.begin(line);
    }

    /** Says that the server took it; {@code id}, {@code version} and {@code after} are what it has now. */
    public void accepted(long number, String id, @Nullable String version, @Nullable String after) {
        store.accepted(number, id, version, after == null ? null : LongTexts.shorten(after));
    }

    /**
     * The same of a text that is shortened already.
     *
     * @param after without pictures that the entry had when it began
     */
    void took(long number, String id, @Nullable String version, LongTexts.Short after) {
        store.accepted(number, id, version, after);
    }

    /** Says how else it ended. */
    public void ended(long number, JournalEntry.End end, @Nullable String note) {
        store.ended(number, end, note);
    }

    /** The last request for a resource whose end is not known. */
    public Optional<JournalEntry> open(String type, String id) {
        return store
                .entries("outcome = 'SENDING' and type = ? and id = ? order by number desc limit 1", type, id)
                .stream()
                .findFirst();
    }

    /** The newest entries that match, newest first. */
    public List<JournalEntry> find(Search wanted, int most) {
        return search.find(wanted, most);
    }

    /** Everything about one resource, newest first. */
    public List<JournalEntry> of(String type, String id) {
        return store.entries("type = ? and id = ? order by number desc", type, id);
    }

    /** The lines of one upload that are, or may be, on the server, the last one first: the order in which they are taken back. */
    public List<JournalEntry> upload(String upload) {
        return store.entries("upload = ? and " + JournalStore.THERE + " order by number desc", upload);
    }

    /**
     * How large an upload was.
     *
     * @param lines all that was sent
     * @param there those of which the server has something to take back, or may have
     */
    public record Size(int lines, int there) {}

    /** How large each of these uploads was, whatever was searched for. */
    public Map<String, Size> sizes(Collection<String> uploads) {
        return search.sizes(uploads);
    }

    /** What was before and after. */
    public JournalTexts texts(JournalEntry entry) {
        return store.texts(entry.number());
    }
}
