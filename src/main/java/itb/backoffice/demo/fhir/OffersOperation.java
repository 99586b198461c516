package itb.backoffice.demo.fhir;

import itb.backoffice.demo.offer.Offer;
import itb.backoffice.demo.offer.Offers;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code $get-offers-context}: what can be booked of all that the server keeps, or of one treatment, clinic or role.
 * Answered in pages like a search, each as of the moment of the first one.
 */
final class OffersOperation {
    static final String NAME = "get-offers-context";
    static final String DEFINITION =
            "https://canonical.fhir.link/servicewell/wof-portal/OperationDefinition/get-offers-context";
    /** On resources of these types it can be called. */
    static final List<String> TYPES = List.of("ActivityDefinition", "HealthcareService", "PractitionerRole");

    private static final String BUNDLE =
            "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/BundleOffersContextPortal";
    private static final int AT_ONCE = 500;

    private record Computed(long snapshot, List<Offer> offers) {}

    private @Nullable Computed latest;

    /** Whether {@code request} calls it. */
    static boolean isCalled(FhirRequest request) {
        List<String> path = request.path();
        return (path.size() == 1 || path.size() == 3) && path.getLast().equals("$" + NAME);
    }

    /** Answers a GET. */
    FhirResponse answer(OpenStore store, FhirRequest request) {
        List<String> path = request.path();
        if (path.size() == 3) {
            refuseUnknown(store, path.get(0), path.get(1));
        }
        Set<String> included = included(request);
        Page page = Page.of(request.parameters(), AT_ONCE);
        ListStore.Found now = store.search(query("ActivityDefinition", new Page(page.snapshot(), 0, 0), List.of()));
        List<Offer> all = offers(store, now.snapshot());
        if (path.size() == 3) {
            all = all.stream()
                    .filter(offer -> offer.has(path.get(0), path.get(1)))
                    .toList();
        }
        int from = (int) Math.min(page.offset(), all.size());
        List<Offer> shown = all.subList(from, Math.min(from + page.count(), all.size()));
        ListStore.Found found = new ListStore.Found(
                others(store, now.snapshot(), shown, included),
                now.snapshot(),
                now.time(),
                OptionalLong.of(all.size()),
                from + shown.size() < all.size() && page.count() > 0);
        List<String> resources =
                shown.stream().map(offer -> Json.write(offer.resource())).toList();
        return FhirResponse.of(200, Bundles.computed(request, resources, found, page, BUNDLE));
    }

    private static void refuseUnknown(OpenStore store, String type, String id) {
        if (!TYPES.contains(type)) {
            throw Refusal.of(404, "not-supported", type + " has no $" + NAME);
        }
        StoredVersion there = store.head(type, id);
        if (there == null) {
            throw Refusal.notFound(type + "/" + id);
        }
        if (there.deleted()) {
            throw Refusal.gone(there.reference());
        }
    }

    /** The types that the client wants beside the offers. */
    private static Set<String> included(FhirRequest request) {
        Set<String> types = new LinkedHashSet<>();
        for (Parameter parameter : request.parameters()) {
            String name = parameter.name();
            String type = name.replaceFirst("^include(.*)Portal$", "$1");
            if (!type.equals(name) && TYPES.contains(type)) {
                if (!parameter.value().matches("true|false")) {
                    throw Refusal.invalid(name + " is true or false");
                }
                if (parameter.value().equals("true")) {
                    types.add(type);
                }
            } else if (!List.of("_count", "_format", "_pretty", Page.PARAMETER).contains(name)) {
                throw Refusal.of(400, "not-supported", "$" + NAME + " does not know «" + name + "»");
            }
        }
        return types;
    }

    private static SearchQuery query(String type, Page page, List<Criterion> criteria) {
        return new SearchQuery(ResourceType.named(type), criteria, List.of(), page, false, false, Set.of());
    }

    /** What was on offer after the change {@code snapshot}; the pages of one answer compute it once. */
    private synchronized List<Offer> offers(OpenStore store, long snapshot) {
        Computed known = latest;
        if (known != null && known.snapshot() == snapshot) {
            return known.offers();
        }
        Offers offers = new Offers();
        for (String type : TYPES) {
            ListStore.Found found;
            long offset = 0;
            do {
                found = store.search(query(type, new Page(OptionalLong.of(snapshot), offset, AT_ONCE), List.of()));
                found.versions().forEach(version -> offers.add(Json.object(version.json())));
                offset += AT_ONCE;
            } while (found.more());
        }
        Computed fresh = new Computed(snapshot, offers.all());
        latest = fresh;
        return fresh.offers();
    }

    /** The resources of the wanted types that {@code shown} offers are made of, each once. */
    private static List<StoredVersion> others(OpenStore store, long snapshot, List<Offer> shown, Set<String> types) {
        List<StoredVersion> found = new ArrayList<>();
        for (String type : types) {
            List<String> ids = shown.stream()
                    .flatMap(offer -> Stream.of(offer.treatment(), offer.clinic(), offer.role()))
                    .filter(part -> part.type().equals(type))
                    .map(Offer.Part::id)
                    .distinct()
                    .toList();
            Page all = new Page(OptionalLong.of(snapshot), 0, AT_ONCE);
            found.addAll(store.search(query(type, all, List.of(new Criterion.Ids(ids))))
                    .versions());
        }
        return found;
    }
}
