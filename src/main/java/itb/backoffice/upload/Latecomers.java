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
    private final Journal journal;

    Latecomers(Journal journal) {
        this.journal = journal;
    }

    /**
     * The earlier request, begun on what {@code draft} begins with, that left {@code there} on the server.
     *
     * @param now the number of the request that is being judged; null where none left
     */
    Optional<JournalEntry> find(Draft draft, StoredResource there, @Nullable Long now) {
        ObjectNode found = named(there.json(), draft.id());
        return journal.of(draft.type(), draft.id()).stream()
                .filter(entry -> now == null || entry.number() != now)
                .filter(entry -> sameBase(entry.before(), draft.baseJson()))
                .filter(entry -> entry.after() != null && Lookout.sameContent(named(entry.after(), draft.id()), found))
                .findFirst();
    }

    /** Puts right what the journal said of it. */
    void arrived(JournalEntry entry, StoredResource there) {
        if (entry.end() != JournalEntry.End.ACCEPTED) {
            journal.accepted(entry.number(), there.id(), there.json());
        }
    }

    /** What {@code draft} says, on top of what {@code sent} became on the server. */
    static String onTop(Draft draft, JournalEntry sent, StoredResource there) {
        ObjectNode theirs = Json.object(there.json());
        ObjectNode base = sent.after() == null ? theirs.deepCopy() : named(sent.after(), there.id());
        Merge merge = Merge.ofType(draft.type(), base, named(draft.json(), there.id()), theirs);
        return Json.write(merge.clean() ? merge.merged() : named(draft.json(), there.id()));
    }

    private static boolean sameBase(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? one == other
                : one.equals(other) || Lookout.sameContent(Json.object(one), Json.object(other));
    }

    private static ObjectNode named(String json, String id) {
        return Json.object(json).put("id", id);
    }
}
