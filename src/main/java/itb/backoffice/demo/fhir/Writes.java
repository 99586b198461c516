package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Create, update and delete, each only if its conditions hold at the moment when it happens. */
final class Writes {
    /** What a write left: the version, and 200, 201 or 204. */
    record Done(StoredVersion version, int status) {}

    /** Answers a POST, PUT or DELETE that came alone. */
    FhirResponse answer(OpenStore store, FhirRequest request) {
        Done done = perform(store, request, null);
        StoredVersion version = done.version();
        String body = body(request, done);
        FhirResponse response =
                FhirResponse.of(done.status() == 204 && !body.isEmpty() ? 200 : done.status(), version, body);
        return version.deleted()
                ? response
                : response.with("Location", request.base() + "/" + version.versionedReference());
    }

    private static String body(FhirRequest request, Done done) {
        StoredVersion version = done.version();
        return switch (request.preferredReturn("representation")) {
            case "minimal" -> "";
            case "OperationOutcome" ->
                Json.write(Refusal.outcome("information", "informational", "Now " + version.versionedReference(), ""));
            default -> version.json();
        };
    }

    /** Does what {@code request} says; {@code newId} is the id for a resource that it creates, or null for any. */
    Done perform(OpenStore store, FhirRequest request, @Nullable String newId) {
        List<String> path = request.path();
        ResourceType type = ResourceType.named(path.get(0));
        return switch (request.method() + path.size()) {
            case "POST1" -> create(store, type, request, newId);
            case "PUT2" -> update(store, type.name(), path.get(1), request);
            case "DELETE2" -> delete(store, type.name(), path.get(1), request);
            default -> throw Refusal.methodNotAllowed(request);
        };
    }

    private Done create(OpenStore store, ResourceType type, FhirRequest request, @Nullable String newId) {
        ObjectNode resource = resource(type.name(), request);
        Optional<String> condition = request.header("if-none-exist");
        if (condition.isPresent()) {
            StoredVersion existing = matching(store, type, condition.get());
            if (existing != null) {
                return new Done(existing, 200);
            }
        }
        String id = newId == null ? UUID.randomUUID().toString() : newId;
        return new Done(store.put(type.name(), id, resource, "POST"), 201);
    }

    /** The only resource that {@code query} finds, or null; refuses where there are several. */
    @Nullable
    StoredVersion matching(OpenStore store, ResourceType type, String query) {
        SearchQuery search = SearchQuery.parse(type, Parameter.parse(query));
        if (search.criteria().isEmpty()) {
            throw Refusal.invalid("If-None-Exist names no criterion");
        }
        List<StoredVersion> found = store.search(search).versions();
        if (found.size() > 1) {
            throw Refusal.of(412, "multiple-matches", "If-None-Exist finds more than one " + type.name());
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private Done update(OpenStore store, String type, String id, FhirRequest request) {
        ObjectNode resource = resource(type, request);
        if (!id.matches("[A-Za-z0-9\\-.]{1,64}")) {
            throw Refusal.invalid("«" + id + "» cannot be an id");
        }
        if (!resource.path("id").asText("").equals(id)) {
            throw Refusal.invalid("The resource must carry the id that the URL names");
        }
        StoredVersion current = store.head(type, id);
        boolean exists = current != null && !current.deleted();
        check(current, request);
        if (exists && request.header("if-none-match").filter("*"::equals).isPresent()) {
            throw Refusal.stale(type + "/" + id + " is there already");
        }
        return new Done(store.put(type, id, resource, "PUT"), exists ? 200 : 201);
    }

    private Done delete(OpenStore store, String type, String id, FhirRequest request) {
        StoredVersion current = store.head(type, id);
        if (current == null) {
            throw Refusal.notFound(type + "/" + id);
        }
        check(current, request);
        return new Done(current.deleted() ? current : store.delete(type, id), 204);
    }

    private static void check(@Nullable StoredVersion current, FhirRequest request) {
        Optional<String> wanted = request.header("if-match");
        if (wanted.isEmpty()) {
            return;
        }
        if (current == null || current.deleted()) {
            throw Refusal.stale("If-Match names a version, but there is no such resource now");
        }
        if (!current.namedBy(wanted.get())) {
            throw Refusal.stale("If-Match does not name the current version, which is " + current.etag());
        }
    }

    private static ObjectNode resource(String type, FhirRequest request) {
        ObjectNode resource = request.json();
        if (!resource.path("resourceType").asText("").equals(type)) {
            throw Refusal.invalid("The body is not a " + type);
        }
        if (resource.has("meta") && !resource.get("meta").isObject()) {
            throw Refusal.of(400, "structure", "meta must be an object");
        }
        return resource;
    }
}
