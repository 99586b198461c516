package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Written;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;

/**
 * Makes a new resource, exactly once: under the program's own id where the server takes that, otherwise by a POST that
 * the server is to ignore where it finds the same already. What a server declares about this is not always true, so the
 * other way is tried where the first is not open.
 */
final class Creation {
    private final FhirServer server;
    private final Lookout lookout;
    private final ServerHabits habits;

    Creation(FhirServer server, Lookout lookout, ServerHabits habits) {
        this.server = server;
        this.lookout = lookout;
        this.habits = habits;
    }

    Answer<Written> create(Draft draft) {
        boolean own = habits.ownId(draft.type());
        Answer<Written> first = own ? put(draft) : post(draft);
        if (!(first instanceof Answer.Failed<Written>(Failure failure)) || !notThisWay(failure)) {
            return first;
        }
        if (own && lookout.lookByKey(draft) instanceof Look.Blind) {
            return first;
        }
        Answer<Written> second = own ? post(draft) : put(draft);
        boolean refused = second instanceof Answer.Failed<Written>(Failure again) && !again.maybeDone();
        if (!refused) {
            habits.turnedOut(draft.type(), !own);
        }
        return refused ? first : second;
    }

    private Answer<Written> put(Draft draft) {
        return server.update(draft.type(), draft.id(), draft.json(), null);
    }

    private Answer<Written> post(Draft draft) {
        CreateKey key = CreateKey.of(draft, habits.rules(draft.type()));
        // A server that refuses the search refuses a condition made of it as well.
        String condition = habits.searchable(draft.type(), key.parameter()) ? key.condition() : null;
        return server.create(draft.type(), key.sent(draft), condition);
    }

    /** Whether the refusal is about the way, not about the content. */
    private static boolean notThisWay(Failure failure) {
        return switch (failure.status()) {
            case 400, 404, 405, 501 -> failure.kind() != Failure.Kind.CONFLICT;
            default -> false;
        };
    }

    /** What it means that the server answered a creation with {@code there}. */
    Verdict judge(Draft draft, StoredResource there, boolean created) {
        if (created || there.id().equals(draft.id())) {
            return new Verdict.Accepted(there);
        }
        // It was there already. By its tag it came from here; by its business key it may be anybody's.
        ObjectNode theirs = Json.object(there.json());
        theirs.put("id", draft.id());
        boolean ours = CreateKey.tag(draft).isOn(theirs) || Lookout.sameContent(Json.object(draft.json()), theirs);
        return ours ? new Verdict.Accepted(there) : new Verdict.Duplicate(there);
    }
}
