package itb.backoffice.upload;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.JournalEntry.End;
import itb.backoffice.upload.VersionPage.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions of a resource as the journal remembers them: what each upload found and left, and what came in between. */
final class JournalVersions {
    private final Journal journal;
    private final LocalCopy catalogue;

    JournalVersions(Journal journal, LocalCopy catalogue) {
        this.journal = journal;
        this.catalogue = catalogue;
    }

    VersionPage newest(String type, String id, @Nullable Failure failure) {
        StoredResource now = catalogue.get(type, id).orElse(null);
        List<JournalEntry> entries = entries(type, id);
        List<KnownVersion> versions = new ArrayList<>();
        String left =
                entries.isEmpty() ? null : journal.texts(entries.getFirst()).after();
        boolean news = now == null ? left != null : left == null || !same(now.json(), left);
        if (news) {
            versions.add(new KnownVersion(
                    now == null ? null : now.version(),
                    now == null ? null : now.lastUpdated(),
                    null,
                    now == null ? null : now.json()));
        }
        return page(entries, versions, failure);
    }

    VersionPage older(String type, String id, String next, @Nullable Failure failure) {
        long last = Long.parseLong(next);
        List<JournalEntry> rest = entries(type, id).stream()
                .filter(entry -> entry.number() < last)
                .toList();
        return page(rest, new ArrayList<>(), failure);
    }

    private List<JournalEntry> entries(String type, String id) {
        return journal.of(type, id).stream()
                .filter(entry -> entry.end() == End.ACCEPTED)
                .toList();
    }

    /** The newest of {@code entries}, after {@code versions}. */
    private VersionPage page(List<JournalEntry> entries, List<KnownVersion> versions, @Nullable Failure failure) {
        int most = Math.min(ResourceHistory.PAGE, entries.size());
        JournalTexts earlier = most == 0 ? null : journal.texts(entries.getFirst());
        for (int i = 0; i < most; i++) {
            JournalEntry entry = entries.get(i);
            JournalTexts texts = Objects.requireNonNull(earlier);
            String version = texts.after() == null ? null : entry.version();
            versions.add(new KnownVersion(version, entry.started(), entry.who(), texts.after()));
            boolean last = i + 1 == entries.size();
            String before = texts.before();
            earlier = last ? null : journal.texts(entries.get(i + 1));
            String left = earlier == null ? null : earlier.after();
            // What nobody here wrote came about some time before.
            if (last ? before != null : before == null ? left != null : left == null || !same(before, left)) {
                versions.add(new KnownVersion(null, null, null, before));
            }
        }
        boolean more = most < entries.size();
        return new VersionPage(
                Source.JOURNAL,
                versions,
                more ? Long.toString(entries.get(most - 1).number()) : null,
                failure);
    }

    private static boolean same(String one, String other) {
        return Lookout.sameContent(Json.object(one), Json.object(other));
    }
}
