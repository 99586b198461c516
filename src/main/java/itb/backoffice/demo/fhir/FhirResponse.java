package itb.backoffice.demo.fhir;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param body JSON text, or an empty text where there is none
 */
record FhirResponse(int status, String body, Map<String, String> headers) {
    static FhirResponse of(int status, String body) {
        return new FhirResponse(status, body, Map.of());
    }

    /** An answer about one version of a resource: with its ETag and time. */
    static FhirResponse of(int status, StoredVersion version, String body) {
        return of(status, body).with("ETag", version.etag()).with("Last-Modified", version.httpDate());
    }

    FhirResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new FhirResponse(status, body, Map.copyOf(more));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
