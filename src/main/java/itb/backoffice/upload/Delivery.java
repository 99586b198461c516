package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Etag;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Written;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings one locked draft to the server: looks, writes, and looks again where the answer leaves doubt. Looking first is
 * what makes every repetition safe, also on servers that ignore {@code If-Match}.
 */
final class Delivery {
    /** What one attempt led to. */
    private sealed interface Step {
        record Over(Verdict verdict) implements Step {}

        /** Nothing happened; the same may succeed a little later. */
        record Wait(Failure failure) implements Step {}
    }

    private final Lookout lookout;
    private final Creation creation;
    private final FhirServer server;
    private final Race race;
    private final ServerHabits habits;

    Delivery(FhirServer server, Lookout lookout, ServerHabits habits) {
        this.server = server;
        this.lookout = lookout;
        this.habits = habits;
        this.creation = new Creation(server, lookout, habits);
        this.race = new Race(server, habits);
    }

    /** What the server is known to do. */
    ServerHabits habits() {
        return habits;
    }

    /** Looks at many drafts at once; {@code sent} where they may have been sent. By {@code Type/id}. */
    Map<String, Look> look(List<Draft> drafts, boolean sent) {
        return lookout.look(drafts, sent);
    }

    /** Sends a transaction. */
    Answer<List<Written>> transaction(List<FhirServer.Entry> entries) {
        return server.transaction(entries);
    }

    /** Sends {@code draft}, again where that helps; {@code seen} is what the server had a moment ago. */
    Verdict deliver(Draft draft, Look seen, Patience patience) {
        Look look = seen;
        for (int attempts = 1; ; attempts++) {
            switch (attempt(draft, look)) {
                case Step.Over(Verdict verdict) -> {
                    return verdict;
                }
                case Step.Wait(Failure failure) -> {
                    if (!patience.again(failure, attempts)) {
                        return Verdict.notReached(failure);
                    }
                }
            }
            look = lookout.lookAgain(draft);
        }
    }

    private Step attempt(Draft draft, Look look) {
        return switch (look) {
            case Look.Free free -> written(draft, free, write(draft, free));
            case Look.Blind(Failure failure) when failure.passing() -> new Step.Wait(failure);
            default -> new Step.Over(unsent(look));
        };
    }

    /** What a look means for a draft that is not free to go. */
    static Verdict unsent(Look look) {
        return switch (look) {
            case Look.Already(StoredResource there) -> new Verdict.Accepted(there);
            case Look.Changed(StoredResource theirs) -> new Verdict.Changed(theirs);
            case Look.Taken(StoredResource there) -> new Verdict.Duplicate(there);
            case Look.Blind(Failure failure) ->
                switch (failure.kind()) {
                    case FORBIDDEN, INVALID, UNEXPECTED -> new Verdict.Rejected(failure);
                    default -> Verdict.notReached(failure);
                };
            case Look.Free free -> throw new IllegalStateException("It can go");
        };
    }

    private Answer<Written> write(Draft draft, Look.Free free) {
        return switch (draft.kind()) {
            case UPDATE -> server.update(draft.type(), draft.id(), draft.json(), free.toMatch());
            case DELETE -> server.delete(draft.type(), draft.id(), free.toMatch());
            case CREATE -> creation.create(draft);
        };
    }

    private Step written(Draft draft, Look.Free free, Answer<Written> answer) {
        return switch (answer) {
            case Answer.Ok<Written>(Written written) -> new Step.Over(check(draft, free, written));
            case Answer.Failed<Written>(Failure failure) -> failed(draft, failure);
        };
    }

    /** The server says that it took it: see what it has now. */
    Verdict check(Draft draft, Look.Free free, Written written) {
        if (draft.kind() == Draft.Kind.DELETE) {
            Look now = lookout.lookAgain(draft);
            return now instanceof Look.Already || now instanceof Look.Blind
                    ? race.deleted(draft, free.version())
                    : now instanceof Look.Free ? ineffective() : unsent(now);
        }
        StoredResource there = written.resource() == null ? null : Lookout.stored(written.resource());
        if (there == null) {
            return unanswered(draft, free, written.created());
        }
        if (draft.kind() == Draft.Kind.CREATE) {
            return creation.judge(draft, there, written.created());
        }
        if (draft.baseVersion() != null
                && Etag.same(free.version(), there.version())
                && !Lookout.isMine(draft, Json.object(there.json()))) {
            return ineffective();
        }
        Verdict verdict = race.updated(draft, free.version(), there, written.created());
        return verdict instanceof Verdict.Accepted && !habits.checksVersions(draft.type())
                ? race.after(draft, there)
                : verdict;
    }

    /** The server said yes and nothing else, and it was not possible to read what it made of it. */
    private Verdict unanswered(Draft draft, Look.Free free, boolean created) {
        return switch (lookout.lookAgain(draft)) {
            case Look.Already(StoredResource there)
            when there != null && draft.kind() == Draft.Kind.UPDATE ->
                race.updated(draft, free.version(), there, created);
            case Look.Already(StoredResource there) -> new Verdict.Accepted(there);
            case Look.Changed(StoredResource theirs)
            when theirs != null && draft.kind() == Draft.Kind.CREATE -> new Verdict.Accepted(theirs);
            case Look.Changed(StoredResource theirs) -> new Verdict.Changed(theirs);
            case Look.Taken(StoredResource there) -> new Verdict.Duplicate(there);
            case Look.Blind(Failure failure) ->
                draft.kind() == Draft.Kind.CREATE && !habits.ownId(draft.type())
                        ? new Verdict.Unknown(failure)
                        : new Verdict.Accepted(asSent(draft));
            case Look.Free again -> ineffective();
        };
    }

    private static StoredResource asSent(Draft draft) {
        return new StoredResource(draft.type(), draft.id(), null, null, draft.json());
    }

    private static Verdict ineffective() {
        return new Verdict.Rejected(new Failure(
                Failure.Kind.UNEXPECTED, 200, "The server said yes, but nothing changed there", List.of(), null));
    }

    private Step failed(Draft draft, Failure failure) {
        return switch (failure.kind()) {
            case TOO_MANY, UNAVAILABLE, REFUSED -> new Step.Wait(failure);
            case CONFLICT, NOT_FOUND, GONE, CUT, TIMEOUT, TOO_LARGE, HTML, NOT_FHIR, SERVER_ERROR ->
                settled(draft, failure);
            case UNKNOWN_HOST, CERTIFICATE, SIGN_IN, NO_SECRET, NOT_R4 -> new Step.Over(Verdict.notReached(failure));
            case FORBIDDEN, INVALID, UNEXPECTED -> new Step.Over(new Verdict.Rejected(failure));
        };
    }

    /** Finds out by looking whether a write happened that ended with {@code failure}. */
    private Step settled(Draft draft, Failure failure) {
        Look look = failure.maybeDone() ? lookout.lookAgain(draft) : lookout.look(draft);
        if (look instanceof Look.Blind(Failure blind)) {
            return new Step.Over(new Verdict.Unknown(blind));
        }
        if (!(look instanceof Look.Free)) {
            return new Step.Over(afterDoubt(draft, look));
        }
        boolean underWay = failure.kind() == Failure.Kind.CUT || failure.kind() == Failure.Kind.TIMEOUT;
        if (underWay && draft.kind() == Draft.Kind.CREATE && !habits.ownId(draft.type())) {
            // It may still be on its way: sent again, it could be made twice.
            return new Step.Over(new Verdict.Unknown(failure));
        }
        return passing(failure) ? new Step.Wait(failure) : new Step.Over(new Verdict.Rejected(failure));
    }

    /** What a look means for a draft that may have been written. */
    Verdict afterDoubt(Draft draft, Look look) {
        return look instanceof Look.Already(StoredResource there) && there != null && draft.kind() == Draft.Kind.UPDATE
                ? race.updated(draft, draft.baseVersion(), there, false)
                : unsent(look);
    }

    /** Whether the same may succeed a little later. */
    static boolean passing(Failure failure) {
        return switch (failure.kind()) {
            case TOO_MANY, UNAVAILABLE, REFUSED, CUT, TIMEOUT, HTML, NOT_FHIR, TOO_LARGE -> true;
            default -> failure.status() == 502 || failure.status() == 504;
        };
    }

    /** Finds out what became of drafts whose answer was lost, perhaps in an earlier run of the program. */
    Map<Draft, Verdict> settle(List<Draft> drafts) {
        Failure lost = new Failure(Failure.Kind.CUT, 0, "The answer was lost", List.of(), null);
        // Nobody remembers in which way a new thing was sent.
        Map<String, Look> looks = lookout.look(
                drafts.stream()
                        .filter(draft -> draft.kind() != Draft.Kind.CREATE)
                        .toList(),
                true);
        Map<Draft, Verdict> verdicts = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Look known = looks.get(draft.reference());
            Look look = known == null ? lookout.lookEverywhere(draft) : known;
            verdicts.put(
                    draft,
                    switch (look) {
                        case Look.Free free -> Verdict.notReached(lost);
                        case Look.Blind(Failure failure) -> new Verdict.Unknown(failure);
                        default -> afterDoubt(draft, look);
                    });
        }
        return verdicts;
    }
}
