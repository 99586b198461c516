package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Collision;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.Merge;
import itb.backoffice.platform.Json;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises on the server what this program sent itself: a request can be held up on its way, be given up here, and
 * arrive after all, when the draft has been edited on. What it wrote is nobody else's change.
 */
final class Latecomers {
    /**
     * What this program sent.
     *
     * @param entry null where the journal does not know of it
     */
    record Sent(@Nullable JournalEntry entry, String after) {}

    private final Journal journal;

    Latecomers(Journal journal) {
        this.journal = journal;
    }

    /**
     * The earlier request, begun on what {@code draft} begins with, that left {@code there} on the server. One that was
     * answered cannot still arrive: who has the same there again is somebody else.
     *
     * @param now the number of the request that is being judged; null where none left
     */
    Optional<Sent> find(Draft draft, StoredResource there, @Nullable Long now) {
        ObjectNode found = named(there.json(), draft.id());
        for (JournalEntry entry : journal.of(draft.type(), draft.id())) {
            JournalTexts texts = journal.texts(entry);
            String after = texts.after();
            if ((now == null || entry.number() != now)
                    && entry.end() != JournalEntry.End.ACCEPTED
                    && after != null
                    && sameBase(texts.before(), draft.baseJson())
                    && Lookout.sameContent(named(after, draft.id()), found)) {
                return Optional.of(new Sent(entry, after));
            }
        }
        return Optional.empty();
    }

    /**
     * The request that made {@code there}, which is known to come from {@code draft}, whatever has been edited there since.
     * Where nobody remembers it, all that differs counts as the draft's.
     */
    Sent creation(Draft draft, StoredResource there) {
        return Stream.of(draft.id(), there.id())
                .flatMap(id -> journal.of(draft.type(), id).stream())
                .filter(entry -> entry.kind() == Draft.Kind.CREATE)
                .flatMap(
                        entry -> Stream.ofNullable(journal.texts(entry).after()).map(after -> new Sent(entry, after)))
                .findFirst()
                .orElseGet(() -> new Sent(null, there.json()));
    }

    /** Puts right what the journal said of it. */
    void arrived(Sent sent, StoredResource there) {
        JournalEntry entry = sent.entry();
        if (entry != null && entry.end() != JournalEntry.End.ACCEPTED) {
            journal.accepted(entry.number(), there.id(), there.version(), there.json());
        }
    }

    /** What {@code draft} says, on top of what {@code sent} became on the server. */
    static String onTop(Draft draft, Sent sent, StoredResource there) {
        ObjectNode mine = named(draft.json(), there.id());
        Merge merge = Merge.ofType(draft.type(), named(sent.after(), there.id()), mine, Json.object(there.json()));
        var choices = merge.collisions().stream()
                .collect(Collectors.toMap(Collision::path, one -> (Choice) new Choice.Mine()));
        return Json.write(merge.resolve(choices));
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
