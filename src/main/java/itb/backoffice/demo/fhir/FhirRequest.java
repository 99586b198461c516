package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as FHIR sees it: one that came over HTTP, or one entry of a Bundle.
 *
 * @param base the base URL under which the client reached us, without a slash at the end
 * @param path what follows the base, split at slashes
 * @param query the undecoded query, for the links of a search
 * @param headers by lower-case name
 * @param parsed the body where it has been read already, as in a Bundle; {@code body} is empty then
 */
record FhirRequest(
        String method,
        String base,
        List<String> path,
        String query,
        Map<String, String> headers,
        String body,
        @Nullable ObjectNode parsed) {
    /** A request whose body nobody has read yet. */
    FhirRequest(String method, String base, List<String> path, String query, Map<String, String> headers, String body) {
        this(method, base, path, query, headers, body, null);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    List<Parameter> parameters() {
        return Parameter.parse(query);
    }

    Optional<String> parameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** Whether it changes nothing. */
    boolean safe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** What the client wants back from a write: {@code minimal}, {@code representation} or {@code OperationOutcome}. */
    String preferredReturn(String fallback) {
        String prefer = header("prefer").orElse("");
        int at = prefer.indexOf("return=");
        return at < 0 ? fallback : prefer.substring(at + 7).split("[;, ]", 2)[0];
    }

    /** The body as a JSON object. */
    ObjectNode json() {
        if (parsed != null) {
            return parsed;
        }
        try {
            return Json.object(body);
        } catch (Json.NotJson e) {
            throw Refusal.of(400, "structure", "The body is not a JSON object: " + e.getMessage());
        }
    }

    /** The same with its body read, if that is a JSON object; otherwise whoever needs it will say what is wrong. */
    FhirRequest read() {
        try {
            return body.isEmpty() ? this : new FhirRequest(method, base, path, query, headers, "", Json.object(body));
        } catch (Json.NotJson unreadable) {
            return this;
        }
    }

    /** The same request with another query, for a search whose parameters came in a form. */
    FhirRequest withQuery(String other) {
        return new FhirRequest(method, base, path, other, headers, "");
    }
}
