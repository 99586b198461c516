package itb.backoffice.upload;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Etag;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.upload.JournalEntry.End;
import itb.backoffice.upload.VersionPage.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a resource: from the server where it keeps a history and can be asked, with the names of those who
 * uploaded from here; else from the journal. Calls may wait.
 */
public final class ResourceHistory {
    /** How many versions come at a time; each may hold pictures. */
    public static final int PAGE = 20;

    private final FhirServer server;
    private final Supplier<Optional<Capabilities>> declared;
    private final Journal journal;
    private final JournalVersions remembered;

    /**
     * @param declared what the server said last, where it was ever asked
     * @param catalogue what the server has now
     */
    public ResourceHistory(
            FhirServer server, Supplier<Optional<Capabilities>> declared, Journal journal, LocalCopy catalogue) {
        this.server = server;
        this.declared = declared;
        this.journal = journal;
        this.remembered = new JournalVersions(journal, catalogue);
    }

    /** The newest versions. */
    public VersionPage newest(String type, String id) {
        if (declared.get().filter(known -> !known.allows(type, Action.HISTORY)).isPresent()) {
            return remembered.newest(type, id, null);
        }
        return switch (server.history(type, id, PAGE)) {
            case Answer.Ok<FhirServer.Versions>(FhirServer.Versions page) -> named(type, id, fromServer(page));
            case Answer.Failed<FhirServer.Versions>(Failure failure)
            when keepsNone(failure) -> remembered.newest(type, id, null);
            case Answer.Failed<FhirServer.Versions>(Failure failure) -> remembered.newest(type, id, failure);
        };
    }

    /** {@code known} and the versions before them; its failure tells where those cannot be had. */
    public VersionPage older(String type, String id, VersionPage known) {
        String next = known.next();
        if (next == null) {
            return known;
        }
        if (known.source() == Source.JOURNAL) {
            return known.with(remembered.older(type, id, next, known.failure()));
        }
        return switch (server.older(next)) {
            case Answer.Ok<FhirServer.Versions>(FhirServer.Versions page) ->
                named(type, id, known.with(fromServer(page)));
            case Answer.Failed<FhirServer.Versions>(Failure failure) ->
                new VersionPage(known.source(), known.versions(), next, failure);
        };
    }

    /** Whether the answer means that there is nothing to tell, or nobody to tell it, rather than that something went wrong. */
    private static boolean keepsNone(Failure failure) {
        return switch (failure.status()) {
            case 400, 404, 405, 410, 501 -> true;
            default -> false;
        };
    }

    private static VersionPage fromServer(FhirServer.Versions page) {
        return new VersionPage(
                Source.SERVER,
                page.versions().stream().map(ResourceHistory::known).toList(),
                page.next(),
                null);
    }

    private static KnownVersion known(FhirServer.Version version) {
        ServerResource resource = version.resource();
        return new KnownVersion(version.name(), version.when(), null, resource == null ? null : resource.json());
    }

    /** The same with the names of those who uploaded a version from here. */
    private VersionPage named(String type, String id, VersionPage page) {
        List<JournalEntry> entries = journal.of(type, id).stream()
                .filter(entry -> entry.end() == End.ACCEPTED)
                .toList();
        List<KnownVersion> versions = new ArrayList<>();
        for (int i = 0; i < page.versions().size(); i++) {
            KnownVersion version = page.versions().get(i);
            // A deletion is told by what it deleted: the answer to one names no version.
            KnownVersion told = !version.deletion()
                    ? version
                    : i + 1 < page.versions().size() ? page.versions().get(i + 1) : null;
            versions.add(version.by(told == null ? null : who(entries, told.name(), version.deletion())));
        }
        return new VersionPage(page.source(), versions, page.next(), page.failure());
    }

    private static @Nullable String who(List<JournalEntry> entries, @Nullable String version, boolean deletion) {
        return entries.stream()
                .filter(entry -> (entry.kind() == Draft.Kind.DELETE) == deletion)
                .filter(entry -> Etag.same(entry.version(), version))
                .map(JournalEntry::who)
                .findFirst()
                .orElse(null);
    }
}
