package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;

/** A request that is not carried out, and why; thrown inside a transaction it undoes the transaction. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String expression;

    private Refusal(int status, String code, String text, String expression) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.expression = expression;
    }

    /** A refusal with an HTTP status, a code of FHIR's issue types, and words for the client's developer. */
    static Refusal of(int status, String code, String text) {
        return new Refusal(status, code, text, "");
    }

    static Refusal invalid(String text) {
        return of(400, "invalid", text);
    }

    static Refusal notFound(String reference) {
        return of(404, "not-found", reference + " is not known here");
    }

    static Refusal gone(String reference) {
        return of(410, "deleted", reference + " was deleted");
    }

    static Refusal stale(String text) {
        return of(412, "conflict", text);
    }

    static Refusal methodNotAllowed(FhirRequest request) {
        return of(405, "not-supported", request.method() + " is not supported here");
    }

    /** The same, said of an element of the request's body. */
    Refusal at(String element) {
        return new Refusal(status, code, message(), element);
    }

    int status() {
        return status;
    }

    private String message() {
        String text = getMessage();
        return text == null ? "" : text;
    }

    FhirResponse response() {
        return FhirResponse.of(status, Json.write(outcome("error", code, message(), expression)));
    }

    ObjectNode outcome() {
        return outcome("error", code, message(), expression);
    }

    /** An OperationOutcome with one issue. */
    static ObjectNode outcome(String severity, String code, String text, String expression) {
        ObjectNode outcome = Json.object().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", severity).put("code", code).put("diagnostics", text);
        if (!expression.isEmpty()) {
            issue.putArray("expression").add(expression);
        }
        return outcome;
    }
}
