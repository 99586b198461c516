package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Bundles of requests: a transaction happens whole or not at all, a batch entry by entry. */
final class Transactions {
    /** The order in which FHIR has the entries of a transaction carried out. */
    private static final List<String> ORDER = List.of("DELETE", "POST", "PUT", "GET");

    private final ResourceStore resources;
    private final Reads reads;
    private final Writes writes;

    Transactions(ResourceStore resources, Reads reads, Writes writes) {
        this.resources = resources;
        this.reads = reads;
        this.writes = writes;
    }

    /** Answers a Bundle; {@code alone} answers one entry of a batch like a request of its own. */
    FhirResponse answer(FhirRequest request, Function<FhirRequest, FhirResponse> alone) {
        ObjectNode bundle = request.json();
        if (!bundle.path("resourceType").asText("").equals("Bundle")) {
            throw Refusal.invalid("Only a Bundle can be sent to the base URL");
        }
        List<BundleEntry> entries = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            entries.add(BundleEntry.of(entries.size(), entry, request));
        }
        return switch (bundle.path("type").asText("")) {
            case "transaction" -> {
                String[] answers = resources.write(store -> transaction(store, entries, request));
                yield bundle("transaction-response", List.of(answers));
            }
            case "batch" ->
                bundle(
                        "batch-response",
                        entries.stream()
                                .map(entry -> batched(entry, alone, request))
                                .toList());
            default -> throw Refusal.invalid("The Bundle must be a transaction or a batch");
        };
    }

    private static FhirResponse bundle(String type, List<String> answers) {
        return FhirResponse.of(
                200,
                "{\"resourceType\":\"Bundle\",\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"" + type
                        + "\",\"entry\":[" + String.join(",", answers) + "]}");
    }

    /** An entry of the answer; the resource goes in as the text that it is. */
    private static String entry(String resource, ObjectNode response) {
        String before = resource.isEmpty() ? "{" : "{\"resource\":" + resource + ",";
        return before + "\"response\":" + Json.write(response) + "}";
    }

    private static String batched(BundleEntry entry, Function<FhirRequest, FhirResponse> alone, FhirRequest whole) {
        FhirResponse response = alone.apply(entry.request());
        ObjectNode said = Json.object().put("status", Integer.toString(response.status()));
        if (!response.header("ETag").isEmpty()) {
            said.put("etag", response.header("ETag"));
        }
        if (!response.header("Location").isEmpty()) {
            said.put("location", response.header("Location"));
        }
        boolean wanted =
                entry.request().safe() || whole.preferredReturn("minimal").equals("representation");
        if (response.status() >= 400) {
            said.set("outcome", Json.object(response.body()));
            return entry("", said);
        }
        return entry(wanted ? response.body() : "", said);
    }

    private String[] transaction(OpenStore store, List<BundleEntry> entries, FhirRequest whole) {
        refuseRepeats(entries);
        String[] answers = new String[entries.size()];
        Map<String, String> places = new HashMap<>();
        Map<Integer, String> newIds = new HashMap<>();
        for (String method : ORDER) {
            if (method.equals("POST")) {
                // After the deletes, before the first reference has to be right.
                name(store, entries, places, newIds);
            }
            for (BundleEntry entry : entries) {
                if (entry.request().method().equals(method)) {
                    try {
                        entry.refer(places);
                        answers[entry.index()] =
                                method.equals("GET") ? read(store, entry) : write(store, entry, newIds, whole);
                    } catch (Refusal refused) {
                        throw refused.at("Bundle.entry[" + entry.index() + "]");
                    }
                }
            }
        }
        return answers;
    }

    private static void refuseRepeats(List<BundleEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (BundleEntry entry : entries) {
            String target = String.join("/", entry.request().path());
            boolean named = entry.request().method().matches("PUT|DELETE");
            if (!ORDER.contains(entry.request().method()) || (named && !seen.add(target))) {
                throw Refusal.invalid("A transaction takes each resource once, by GET, POST, PUT or DELETE")
                        .at("Bundle.entry[" + entry.index() + "]");
            }
        }
    }

    /** Decides the ids of all new resources, so that the entries can refer to one another. */
    private void name(
            OpenStore store, List<BundleEntry> entries, Map<String, String> places, Map<Integer, String> newIds) {
        for (BundleEntry entry : entries) {
            String place = String.join("/", entry.request().path());
            if (entry.request().method().equals("POST")) {
                ResourceType type = ResourceType.named(entry.request().path().get(0));
                Optional<String> condition = entry.request().header("if-none-exist");
                StoredVersion existing = condition.isEmpty() ? null : writes.matching(store, type, condition.get());
                String id = existing == null ? UUID.randomUUID().toString() : existing.id();
                newIds.put(entry.index(), id);
                place = type.name() + "/" + id;
            }
            if (!entry.fullUrl().isEmpty()) {
                places.put(entry.fullUrl(), place);
            }
        }
    }

    private String read(OpenStore store, BundleEntry entry) {
        FhirResponse response = reads.answer(store, entry.request());
        return entry(response.body(), Json.object().put("status", Integer.toString(response.status())));
    }

    private String write(OpenStore store, BundleEntry entry, Map<Integer, String> newIds, FhirRequest whole) {
        String newId = newIds.get(entry.index());
        Writes.Done done = writes.perform(store, entry.request(), newId);
        if (newId != null && !newId.equals(done.version().id())) {
            // References were already made to lead to the id that this entry was going to have.
            throw Refusal.invalid("Another entry of the transaction creates the same resource");
        }
        String status = switch (done.status()) {
            case 201 -> "201 Created";
            case 204 -> "204 No Content";
            default -> "200 OK";
        };
        boolean wanted = whole.preferredReturn("minimal").equals("representation")
                && !done.version().deleted();
        return entry(wanted ? done.version().json() : "", Bundles.response(done.version(), status));
    }
}
