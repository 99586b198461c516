package itb.backoffice.demo.fhir;

import itb.backoffice.platform.Json;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** FHIR's RESTful API over a {@link ResourceStore}: which request goes where, and in what formats we speak. */
public final class FhirApi {
    private static final List<String> JSON_TYPES =
            List.of("application/fhir+json", "application/json", "text/json", "application/json+fhir");

    private final ResourceStore resources;
    private final Reads reads;
    private final Writes writes;
    private final Transactions transactions;
    private final Metadata metadata;

    /** Serves what is in {@code resources}. */
    public FhirApi(ResourceStore resources, Clock clock) {
        this.resources = resources;
        this.reads = new Reads();
        this.writes = new Writes();
        this.transactions = new Transactions(resources, reads, writes);
        this.metadata = new Metadata(clock.instant());
    }

    /** Answers a request that came over HTTP; a refusal is an answer as well. */
    FhirResponse answer(FhirRequest request) {
        try {
            checkFormats(request);
            FhirResponse response = route(request);
            boolean pretty = request.parameter("_pretty").filter("true"::equals).isPresent();
            return pretty && !response.body().isEmpty()
                    ? new FhirResponse(response.status(), Json.pretty(Json.object(response.body())), response.headers())
                    : response;
        } catch (Refusal refused) {
            return refused.response();
        }
    }

    private FhirResponse alone(FhirRequest entry) {
        try {
            return route(entry);
        } catch (Refusal refused) {
            return refused.response();
        }
    }

    private FhirResponse route(FhirRequest request) {
        List<String> path = request.path();
        if (path.isEmpty()) {
            if (!request.method().equals("POST")) {
                throw Refusal.methodNotAllowed(request);
            }
            return transactions.answer(request, this::alone);
        }
        if (path.get(0).equals("metadata") && path.size() == 1 && request.safe()) {
            return metadata.answer(request);
        }
        if (request.safe()) {
            return resources.read(store -> reads.answer(store, request));
        }
        if (request.method().equals("POST") && path.size() == 2 && path.get(1).equals("_search")) {
            FhirRequest form =
                    new FhirRequest("GET", request.base(), path.subList(0, 1), query(request), request.headers(), "");
            return resources.read(store -> reads.answer(store, form));
        }
        // Reading the body takes time that others need not wait for.
        FhirRequest read = request.read();
        return resources.write(store -> writes.answer(store, read));
    }

    private static String query(FhirRequest request) {
        return request.query().isEmpty()
                ? request.body().strip()
                : request.query() + "&" + request.body().strip();
    }

    private static void checkFormats(FhirRequest request) {
        String wanted = request.parameter("_format").orElse("");
        boolean json = wanted.isEmpty() ? accepted(request.header("accept").orElse("*/*")) : spoken(wanted);
        if (!json) {
            throw Refusal.of(406, "not-supported", "This server speaks application/fhir+json only");
        }
        boolean form = request.path().size() == 2 && request.path().get(1).equals("_search");
        String sent = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!request.body().isEmpty() && !sent.isEmpty() && !form && !JSON_TYPES.contains(lower(sent))) {
            throw Refusal.of(415, "not-supported", "Send the body as Content-Type: application/fhir+json");
        }
    }

    private static boolean spoken(String format) {
        String plain = lower(format.replace(' ', '+').split(";", 2)[0].strip());
        return plain.equals("json") || JSON_TYPES.contains(plain);
    }

    private static boolean accepted(String header) {
        for (String one : header.split(",", -1)) {
            String type = lower(one.split(";", 2)[0].strip());
            boolean refused = one.matches(".*;\\s*q=0(\\.0*)?\\s*");
            if (!refused && (JSON_TYPES.contains(type) || type.equals("*/*") || type.equals("application/*"))) {
                return true;
            }
        }
        return header.isBlank();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
