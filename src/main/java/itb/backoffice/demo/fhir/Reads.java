package itb.backoffice.demo.fhir;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read, vread, search, history, and what is computed. */
final class Reads {
    private final OffersOperation offers = new OffersOperation();

    /** Answers a GET: {@code Type}, {@code Type/id}, either with {@code _history}, or one version. */
    FhirResponse answer(OpenStore store, FhirRequest request) {
        List<String> path = request.path();
        if (OffersOperation.isCalled(request)) {
            return offers.answer(store, request);
        }
        ResourceType type = ResourceType.named(path.get(0));
        boolean history = path.size() > 1 && path.get(path.size() == 2 ? 1 : 2).equals("_history");
        return switch (path.size()) {
            case 1 -> search(store, type, request);
            case 2 -> history ? history(store, type, null, request) : read(store, type.name(), path.get(1), request);
            case 3 -> history ? history(store, type, path.get(1), request) : unknown(request);
            case 4 -> history ? vread(store, type.name(), path.get(1), path.get(3)) : unknown(request);
            default -> unknown(request);
        };
    }

    private static FhirResponse unknown(FhirRequest request) {
        throw Refusal.of(404, "not-supported", "There is nothing at " + String.join("/", request.path()));
    }

    /** A search; also under {@code _search} with the parameters in a form. */
    FhirResponse search(OpenStore store, ResourceType type, FhirRequest request) {
        SearchQuery query = SearchQuery.parse(type, request.parameters());
        return FhirResponse.of(200, Bundles.searchset(request, store.search(query), query));
    }

    private FhirResponse read(OpenStore store, String type, String id, FhirRequest request) {
        StoredVersion current = store.current(type, id);
        if (current == null) {
            throw Refusal.notFound(type + "/" + id);
        }
        if (current.deleted()) {
            throw Refusal.gone(current.reference());
        }
        if (request.header("if-none-match").filter(current::namedBy).isPresent()) {
            return FhirResponse.of(304, current, "");
        }
        return FhirResponse.of(200, current, current.json());
    }

    private FhirResponse vread(OpenStore store, String type, String id, String number) {
        StoredVersion version = store.version(type, id, number);
        if (version == null) {
            throw Refusal.notFound(type + "/" + id + "/_history/" + number);
        }
        if (version.deleted()) {
            throw Refusal.gone(version.reference());
        }
        return FhirResponse.of(200, version, version.json());
    }

    private FhirResponse history(OpenStore store, ResourceType type, @Nullable String id, FhirRequest request) {
        if (id != null && store.current(type.name(), id) == null) {
            throw Refusal.notFound(type.name() + "/" + id);
        }
        Instant since = null;
        for (Parameter parameter : request.parameters()) {
            switch (parameter.name()) {
                case "_count", "_format", "_pretty", Page.PARAMETER -> {
                    // Read where they matter.
                }
                case "_since" -> since = TimeRange.parse(parameter.value()).start();
                default ->
                    throw Refusal.of(400, "not-supported", "A history cannot be asked for «" + parameter.name() + "»");
            }
        }
        Page page = Page.of(request.parameters());
        return FhirResponse.of(200, Bundles.history(request, store.history(type.name(), id, since, page), page));
    }
}
