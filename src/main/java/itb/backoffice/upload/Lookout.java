package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Etag;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at the server before a draft is written, and when it is unclear whether it was. */
final class Lookout {
    private static final int MOST_PAGES = 10;

    private final FhirServer server;
    private final ServerHabits habits;
    private final KeySearch keys;

    Lookout(FhirServer server, ServerHabits habits) {
        this.server = server;
        this.habits = habits;
        this.keys = new KeySearch(server, habits);
    }

    /** What the server has, compared with what {@code draft} began with and what it wants. */
    Look look(Draft draft) {
        return draft.kind() == Draft.Kind.CREATE && !habits.ownId(draft.type()) ? keys.look(draft) : byId(draft, false);
    }

    /** The same after {@code draft} was, or may have been, sent: what is under its own new id came from here. */
    Look lookAgain(Draft draft) {
        if (draft.kind() == Draft.Kind.CREATE && !habits.ownId(draft.type())) {
            return keys.lookAgain(draft);
        }
        return byId(draft, true);
    }

    /** The same where nobody remembers in which way {@code draft} was sent. */
    Look lookEverywhere(Draft draft) {
        Look byId = byId(draft, true);
        return byId instanceof Look.Free && draft.kind() == Draft.Kind.CREATE ? keys.lookAgain(draft) : byId;
    }

    /** Whether something with the key of a new resource is there already. */
    Look lookByKey(Draft draft) {
        return keys.look(draft);
    }

    /** Looks at many at once where a search is as good as reading each; by {@code Type/id}. */
    Map<String, Look> look(List<Draft> drafts, boolean sent) {
        Map<String, Look> looks = new HashMap<>();
        drafts.stream()
                .filter(draft -> draft.kind() != Draft.Kind.CREATE || habits.ownId(draft.type()))
                .filter(draft -> habits.checksVersions(draft.type()) && habits.searchable(draft.type(), "_id"))
                .collect(Collectors.groupingBy(Draft::type))
                .forEach((type, some) -> {
                    if (some.size() > 1) {
                        looks.putAll(bySearch(type, some, sent));
                    }
                });
        drafts.forEach(draft -> looks.computeIfAbsent(draft.reference(), key -> sent ? lookAgain(draft) : look(draft)));
        return looks;
    }

    private Map<String, Look> bySearch(String type, List<Draft> drafts, boolean sent) {
        Map<String, Draft> byId = new HashMap<>();
        drafts.forEach(draft -> byId.put(draft.id(), draft));
        Map<String, Look> looks = new HashMap<>();
        Map<String, String> parameters =
                Map.of("_id", String.join(",", byId.keySet()), "_count", String.valueOf(drafts.size()));
        Answer<FhirServer.Page> answer = server.search(type, parameters);
        // Many servers put fewer on a page than they are asked for.
        for (int pages = 1; answer instanceof Answer.Ok<FhirServer.Page>(FhirServer.Page page); pages++) {
            page.resources().forEach(there -> {
                Draft draft = byId.get(there.id());
                if (draft != null && there.version() != null) {
                    looks.put(draft.reference(), compare(draft, stored(there), sent));
                }
            });
            String next = page.next();
            if (next == null || looks.size() == drafts.size() || pages == MOST_PAGES) {
                return looks;
            }
            answer = server.next(next);
        }
        if (answer instanceof Answer.Failed<FhirServer.Page>(Failure failure)
                && (failure.passing() || failure.kind() == Failure.Kind.SIGN_IN)) {
            drafts.forEach(draft -> looks.putIfAbsent(draft.reference(), new Look.Blind(failure)));
        }
        return looks;
    }

    private Look byId(Draft draft, boolean sent) {
        return switch (server.read(draft.type(), draft.id())) {
            case Answer.Ok<ServerResource> there -> compare(draft, stored(there.value()), sent);
            case Answer.Failed<ServerResource> failed ->
                switch (failed.failure().kind()) {
                    case NOT_FOUND, GONE -> absent(draft);
                    default -> new Look.Blind(failed.failure());
                };
        };
    }

    private static Look absent(Draft draft) {
        return switch (draft.kind()) {
            case CREATE -> new Look.Free(null);
            case UPDATE -> new Look.Changed(null);
            case DELETE -> new Look.Already(null);
        };
    }

    private static Look compare(Draft draft, StoredResource there, boolean sent) {
        boolean sameVersion = Etag.same(draft.baseVersion(), there.version());
        if (sameVersion && there.json().equals(draft.baseJson())) {
            return new Look.Free(there.version());
        }
        ObjectNode theirs = Json.object(there.json());
        if (draft.kind() == Draft.Kind.CREATE) {
            return sent || sameContent(Json.object(draft.json()), theirs)
                    ? new Look.Already(there)
                    : new Look.Changed(there);
        }
        if (draft.kind() == Draft.Kind.UPDATE && isMine(draft, theirs)) {
            return new Look.Already(there);
        }
        boolean unchanged =
                sameVersion || (draft.baseJson() != null && sameContent(Json.object(draft.baseJson()), theirs));
        return unchanged ? new Look.Free(there.version()) : new Look.Changed(there);
    }

    /** Whether {@code theirs} is what an update wants; {@code meta} counts only where the user changed it. */
    static boolean isMine(Draft draft, ObjectNode theirs) {
        ObjectNode mine = Json.object(draft.json());
        String base = draft.baseJson();
        boolean metaEdited = base != null
                && !Changes.between(Json.object(base), mine).isEmpty()
                && sameContent(Json.object(base), mine);
        return metaEdited ? Changes.between(mine, theirs).isEmpty() : sameContent(mine, theirs);
    }

    /** Whether the content is the same; servers write {@code meta} as they like. */
    static boolean sameContent(ObjectNode one, ObjectNode other) {
        return Changes.apartFromMeta(one, other).isEmpty();
    }

    static StoredResource stored(ServerResource resource) {
        return new StoredResource(
                resource.type(), resource.id(), resource.version(), resource.lastUpdated(), resource.text());
    }
}
