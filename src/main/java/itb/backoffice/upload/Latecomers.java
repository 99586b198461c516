package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.Merge;
import itb.backoffice.platform.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises on the server what this program sent itself: a request can be held up on its way, be given up here, and
 * arrive after all, when the draft has been edited on. What it wrote is nobody else's change.
 */
final class Latecomers {
    /** A request of this program that left what is now on the server. */
    record Sent(JournalEntry entry, String after) {}

    private final Journal journal;

    Latecomers(Journal journal) {
        this.journal = journal;
    }

    /**
     * The earlier request, begun on what {@code draft} begins with, that left {@code there} on the server.
     *
     * @param now the number of the request that is being judged; null where none left
     */
    Optional<Sent> find(Draft draft, StoredResource there, @Nullable Long now) {
        ObjectNode found = named(there.json(), draft.id());
        for (JournalEntry entry : journal.of(draft.type(), draft.id())) {
            JournalTexts texts = journal.texts(entry);
            String after = texts.after();
            if ((now == null || entry.number() != now)
                    && after != null
                    && sameBase(texts.before(), draft.baseJson())
                    && Lookout.sameContent(named(after, draft.id()), found)) {
                return Optional.of(new Sent(entry, after));
            }
        }
        return Optional.empty();
    }

    /** Puts right what the journal said of it. */
    void arrived(Sent sent, StoredResource there) {
        if (sent.entry().end() != JournalEntry.End.ACCEPTED) {
            journal.accepted(sent.entry().number(), there.id(), there.version(), there.json());
        }
    }

    /** What {@code draft} says, on top of what {@code sent} became on the server. */
    static String onTop(Draft draft, Sent sent, StoredResource there) {
        ObjectNode mine = named(draft.json(), there.id());
        Merge merge = Merge.ofType(draft.type(), named(sent.after(), there.id()), mine, Json.object(there.json()));
        return Json.write(merge.clean() ? merge.merged() : mine);
    }

    private static boolean sameBase(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? one == null && other == null
                : one.equals(other) || Lookout.sameContent(Json.object(one), Json.object(other));
    }

    private static ObjectNode named(String json, String id) {
        return Json.object(json).put("id", id);
    }
}
