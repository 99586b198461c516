package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Written;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import java.util.List;

/**
 * Brings one locked draft to the server: looks, writes, and looks again where the answer leaves doubt. Looking first is
 * what makes every repetition safe, also on servers that ignore {@code If-Match}.
 */
final class Delivery {
    /** What one attempt led to. */
    sealed interface Step {
        /** It is over. */
        record Over(UploadOutcome outcome) implements Step {}

        /** The server asks us to wait; nothing is lost by looking and writing again. */
        record Wait(Failure failure) implements Step {}
    }

    private final FhirServer server;
    private final Lookout lookout;
    private final Landing landing;
    private final Runnable beforeWrite;

    /**
     * @param beforeWrite tells the journal that a request is about to leave
     */
    Delivery(FhirServer server, Lookout lookout, Landing landing, Runnable beforeWrite) {
        this.server = server;
        this.lookout = lookout;
        this.landing = landing;
        this.beforeWrite = beforeWrite;
    }

    /** Looks and writes once. */
    Step attempt(Draft draft) {
        return switch (lookout.look(draft)) {
            case Look.Free free -> written(draft, write(draft, free));
            case Look.Already already -> new Step.Over(landing.accepted(draft, already.there()));
            case Look.Changed changed -> new Step.Over(landing.changed(draft, changed.theirs()));
            case Look.Blind blind -> notEvenAsked(draft, blind.failure());
        };
    }

    private Step notEvenAsked(Draft draft, Failure failure) {
        return switch (failure.kind()) {
            case TOO_MANY, UNAVAILABLE -> new Step.Wait(failure);
            case FORBIDDEN, INVALID, UNEXPECTED -> new Step.Over(landing.rejected(draft, failure));
            default -> new Step.Over(landing.notReached(draft, failure));
        };
    }

    private Answer<Written> write(Draft draft, Look.Free free) {
        beforeWrite.run();
        return switch (draft.kind()) {
            case UPDATE -> server.update(draft.type(), draft.id(), draft.json(), free.version());
            case DELETE -> server.delete(draft.type(), draft.id(), free.version() == null ? "" : free.version());
            case CREATE ->
                lookout.ownId(draft)
                        ? server.update(draft.type(), draft.id(), draft.json(), null)
                        : server.create(draft.type(), DraftTag.tagged(draft), "_tag=" + DraftTag.of(draft));
        };
    }

    private Step written(Draft draft, Answer<Written> answer) {
        return switch (answer) {
            case Answer.Ok<Written> ok -> new Step.Over(check(draft, ok.value()));
            case Answer.Failed<Written> failed -> failed(draft, failed.failure());
        };
    }

    /** The server says that it took it: see what it has now. */
    private UploadOutcome check(Draft draft, Written written) {
        ServerResource there = written.resource();
        if (draft.kind() != Draft.Kind.DELETE && there != null) {
            return landing.accepted(draft, Lookout.stored(there));
        }
        return switch (lookout.look(draft)) {
            case Look.Already already -> landing.accepted(draft, already.there());
            case Look.Changed changed ->
                draft.kind() == Draft.Kind.DELETE || changed.theirs() == null
                        ? landing.changed(draft, changed.theirs())
                        : landing.accepted(draft, changed.theirs());
            case Look.Blind blind -> unseen(draft, blind.failure());
            case Look.Free free -> landing.rejected(draft, ineffective());
        };
    }

    /** The server said yes and cannot be asked what it made of it. */
    private UploadOutcome unseen(Draft draft, Failure failure) {
        return switch (draft.kind()) {
            case DELETE -> landing.accepted(draft, null);
            case UPDATE -> landing.accepted(draft, asSent(draft));
            case CREATE ->
                lookout.ownId(draft) ? landing.accepted(draft, asSent(draft)) : new UploadOutcome.Unknown(failure);
        };
    }

    private static StoredResource asSent(Draft draft) {
        return new StoredResource(draft.type(), draft.id(), null, null, draft.json());
    }

    private static Failure ineffective() {
        return new Failure(
                Failure.Kind.UNEXPECTED, 200, "The server said yes, but nothing changed there", List.of(), null);
    }

    private Step failed(Draft draft, Failure failure) {
        return switch (failure.kind()) {
            case TOO_MANY, UNAVAILABLE -> new Step.Wait(failure);
            case CONFLICT, NOT_FOUND, GONE, CUT, TIMEOUT, TOO_LARGE, HTML, NOT_FHIR, SERVER_ERROR ->
                new Step.Over(settle(draft, failure));
            case REFUSED, UNKNOWN_HOST, CERTIFICATE, SIGN_IN, NO_SECRET, NOT_R4 ->
                new Step.Over(landing.notReached(draft, failure));
            case FORBIDDEN, INVALID, UNEXPECTED -> new Step.Over(landing.rejected(draft, failure));
        };
    }

    /** Finds out by looking whether a write happened that ended with {@code failure}. */
    UploadOutcome settle(Draft draft, Failure failure) {
        return switch (lookout.look(draft)) {
            case Look.Already already -> landing.accepted(draft, already.there());
            case Look.Changed changed -> landing.changed(draft, changed.theirs());
            case Look.Blind blind -> new UploadOutcome.Unknown(blind.failure());
            case Look.Free free ->
                switch (failure.kind()) {
                    case CUT, TIMEOUT, TOO_LARGE, HTML, NOT_FHIR -> landing.notReached(draft, failure);
                    default -> landing.rejected(draft, failure);
                };
        };
    }
}
