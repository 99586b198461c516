package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Etag;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether somebody else wrote between our look and our write, on servers that let the later write win: the
 * version names have a gap, the history holds a version that we did not know, or what should have been changed was
 * made anew.
 */
final class Race {
    private static final int MOST_VERSIONS = 10;

    private final FhirServer server;
    private final ServerHabits habits;

    Race(FhirServer server, ServerHabits habits) {
        this.server = server;
        this.habits = habits;
    }

    /**
     * Judges an update that the server took.
     *
     * @param before the version that we looked at
     * @param there what the server has after it
     * @param created whether the server says that it is new
     */
    Verdict updated(Draft draft, @Nullable String before, StoredResource there, boolean created) {
        if (created) {
            return new Verdict.Raced(there, null, true);
        }
        if (habits.checksVersions(draft.type())) {
            return new Verdict.Accepted(there);
        }
        Optional<Long> from = number(before);
        Optional<Long> to = number(there.version());
        if (from.isPresent() && to.isPresent() && to.get() - from.get() <= 1) {
            return new Verdict.Accepted(there);
        }
        StoredResource theirs = between(draft, before, there.version());
        if (theirs != null) {
            return new Verdict.Raced(there, theirs, false);
        }
        boolean told = habits.history(draft.type()) || from.isEmpty() || to.isEmpty();
        return told ? new Verdict.Accepted(there) : new Verdict.Raced(there, null, false);
    }

    /** Judges a delete that the server took; hardly any looks at {@code If-Match} there. */
    Verdict deleted(Draft draft, @Nullable String before) {
        StoredResource theirs = between(draft, before, null);
        return theirs == null ? new Verdict.Accepted(null) : new Verdict.Raced(null, theirs, false);
    }

    /** Whether somebody wrote right after us; on a server that lets the later write win, ours may then be gone. */
    Verdict after(Draft draft, StoredResource there) {
        return switch (server.read(draft.type(), draft.id())) {
            case Answer.Ok<ServerResource>(ServerResource read) -> {
                StoredResource now = Lookout.stored(read);
                boolean still = Etag.same(now.version(), there.version()) || sameContent(now, there);
                yield still ? new Verdict.Accepted(there) : new Verdict.Changed(now);
            }
            case Answer.Failed<ServerResource>(Failure failure) ->
                failure.kind() == Failure.Kind.NOT_FOUND || failure.kind() == Failure.Kind.GONE
                        ? new Verdict.Changed(null)
                        : new Verdict.Accepted(there);
        };
    }

    private static boolean sameContent(StoredResource one, StoredResource other) {
        return Lookout.sameContent(Json.object(one.json()), Json.object(other.json()));
    }

    /** What somebody else wrote after {@code before} and before {@code mine}; null where nobody did, or nobody can tell. */
    private @Nullable StoredResource between(Draft draft, @Nullable String before, @Nullable String mine) {
        if (!habits.history(draft.type())
                || !(server.newest(draft.type(), draft.id(), MOST_VERSIONS)
                        instanceof Answer.Ok<List<ServerResource>>(List<ServerResource> versions))) {
            return null;
        }
        boolean behind = mine == null;
        for (ServerResource version : versions) {
            StoredResource one = Lookout.stored(version);
            if (behind && (Etag.same(one.version(), before) || sameAs(draft.baseJson(), one))) {
                return null;
            }
            // The same content twice is our own request, sent again.
            if (behind && (mine == null || !sameAs(draft.json(), one))) {
                return one;
            }
            behind |= Etag.same(one.version(), mine);
        }
        return null;
    }

    private static boolean sameAs(@Nullable String json, StoredResource other) {
        return json != null && Lookout.sameContent(Json.object(json), Json.object(other.json()));
    }

    private static Optional<Long> number(@Nullable String version) {
        String digits = version == null ? "" : version.replaceAll("^W/|\"", "");
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
