package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Etag;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import java.util.Map;

/** Looks at the server before a draft is written, and when it is unclear whether it was. */
final class Lookout {
    private final FhirServer server;
    private final Capabilities capabilities;

    Lookout(FhirServer server, Capabilities capabilities) {
        this.server = server;
        this.capabilities = capabilities;
    }

    /** Whether a new resource goes up under the id that the program chose. */
    boolean ownId(Draft draft) {
        Capabilities.TypeRules rules = capabilities.types().get(draft.type());
        return rules != null && rules.updateCreate();
    }

    /** What the server has, compared with what {@code draft} began with and what it wants. */
    Look look(Draft draft) {
        return draft.kind() == Draft.Kind.CREATE && !ownId(draft) ? byTag(draft) : byId(draft);
    }

    private Look byId(Draft draft) {
        return switch (server.read(draft.type(), draft.id())) {
            case Answer.Ok<ServerResource> there -> compare(draft, stored(there.value()));
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

    private static Look compare(Draft draft, StoredResource there) {
        ObjectNode theirs = Json.object(there.json());
        if (draft.kind() == Draft.Kind.CREATE) {
            return sameContent(Json.object(draft.json()), theirs) ? new Look.Already(there) : new Look.Changed(there);
        }
        if (draft.kind() == Draft.Kind.UPDATE && isMine(draft, theirs)) {
            return new Look.Already(there);
        }
        boolean sameVersion = Etag.same(draft.baseVersion(), there.version());
        boolean unchanged =
                sameVersion || (draft.baseJson() != null && sameContent(Json.object(draft.baseJson()), theirs));
        return unchanged ? new Look.Free(there.version()) : new Look.Changed(there);
    }

    private Look byTag(Draft draft) {
        return switch (server.search(draft.type(), Map.of("_tag", DraftTag.of(draft)))) {
            case Answer.Ok<FhirServer.Page> page ->
                page.value().resources().stream()
                        .filter(resource -> DraftTag.isOn(draft, resource.json()))
                        .<Look>map(resource -> {
                            StoredResource there = stored(resource);
                            ObjectNode json = Json.object(there.json());
                            json.put("id", draft.id());
                            return sameContent(Json.object(draft.json()), json)
                                    ? new Look.Already(there)
                                    : new Look.Changed(there);
                        })
                        .findFirst()
                        .orElse(new Look.Free(null));
            case Answer.Failed<FhirServer.Page> failed -> new Look.Blind(failed.failure());
        };
    }

    /** Whether {@code theirs} is what an update wants; {@code meta} counts only where the user changed it. */
    private static boolean isMine(Draft draft, ObjectNode theirs) {
        ObjectNode mine = Json.object(draft.json());
        String base = draft.baseJson();
        boolean metaEdited = base != null
                && !Changes.between(Json.object(base), mine).isEmpty()
                && sameContent(Json.object(base), mine);
        return metaEdited ? Changes.between(mine, theirs).isEmpty() : sameContent(mine, theirs);
    }

    /** Whether the content is the same; servers write {@code meta} as they like. */
    private static boolean sameContent(ObjectNode one, ObjectNode other) {
        return Changes.apartFromMeta(one, other).isEmpty();
    }

    static StoredResource stored(ServerResource resource) {
        return new StoredResource(
                resource.type(), resource.id(), resource.version(), resource.lastUpdated(), resource.text());
    }
}
