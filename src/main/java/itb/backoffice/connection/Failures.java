package itb.backoffice.connection;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.Failure.OutcomeIssue;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Says which kind of failure an exception or an unwelcome answer is. */
final class Failures {
    /** How the JDK's client begins the message when a body passes its limit. */
    static final String OVER_LIMIT = "body exceeds capacity: ";

    private static final int LARGEST_OUTCOME = 1024 * 1024;

    private Failures() {}

    /** What ended an exchange before an answer was whole. */
    static Failure ofThrown(String where, Throwable thrown) {
        Kind kind = null;
        for (Throwable e = thrown; e != null && kind == null; e = e.getCause()) {
            kind = kind(e);
        }
        if (kind == null && !(thrown instanceof IOException)) {
            throw new IllegalStateException("The HTTP client failed", thrown);
        }
        String name = thrown.getClass().getSimpleName();
        String said = thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
        return Failure.of(kind == null ? Kind.CUT : kind, 0, where + ": " + said);
    }

    private static @Nullable Kind kind(Throwable e) {
        return switch (e) {
            case HttpTimeoutException timeout -> Kind.TIMEOUT;
            case UnresolvedAddressException unknown -> Kind.UNKNOWN_HOST;
            case UnknownHostException unknown -> Kind.UNKNOWN_HOST;
            // An unknown host arrives as a ConnectException with the real reason as its cause.
            case ConnectException refused
            when refused.getCause() instanceof UnresolvedAddressException -> Kind.UNKNOWN_HOST;
            case ConnectException refused -> Kind.REFUSED;
            case NoRouteToHostException none -> Kind.REFUSED;
            case SSLHandshakeException bad when !(bad.getCause() instanceof IOException) -> Kind.CERTIFICATE;
            case CertificateException bad -> Kind.CERTIFICATE;
            case SSLException bad when bad.getCause() == null -> Kind.CERTIFICATE;
            case ProtocolException notHttp -> Kind.NOT_FHIR;
            case IOException large
            when large.getMessage() != null && large.getMessage().startsWith(OVER_LIMIT) -> Kind.TOO_LARGE;
            default -> null;
        };
    }

    /** What an answer with another status than 2xx means. */
    static Failure ofStatus(Reply reply, Instant now) {
        List<OutcomeIssue> issues = issues(reply);
        int status = reply.status();
        boolean conflict = issues.stream().anyMatch(issue -> issue.code().equals("conflict"));
        Kind kind = switch (status) {
            case 401 -> Kind.SIGN_IN;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409, 412 -> Kind.CONFLICT;
            case 410 -> Kind.GONE;
            case 429 -> Kind.TOO_MANY;
            case 400, 422 -> conflict ? Kind.CONFLICT : reply.html() ? Kind.HTML : Kind.INVALID;
            case 503 -> Kind.UNAVAILABLE;
            default -> status >= 500 ? Kind.SERVER_ERROR : reply.html() ? Kind.HTML : Kind.UNEXPECTED;
        };
        String moved = reply.header("Location").map(to -> ", moved to " + to).orElse("");
        return new Failure(
                kind,
                status,
                reply.details() + (status / 100 == 3 ? moved : ""),
                issues,
                retryAfter(reply.header("Retry-After"), now).orElse(null));
    }

    /** A 2xx answer whose content is not what FHIR says. */
    static Failure notFhir(Reply reply, String why) {
        if (reply.html()) {
            return Failure.of(Kind.HTML, reply.status(), reply.details());
        }
        return new Failure(Kind.NOT_FHIR, reply.status(), reply.details() + ": " + why, issues(reply), null);
    }

    /** {@code Retry-After} in either of its forms, seconds or a date. */
    static Optional<Duration> retryAfter(Optional<String> header, Instant now) {
        return header.map(String::strip).map(text -> {
            if (text.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Instant at = Reply.httpDate(text);
            return at == null ? null : at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        });
    }

    private static List<OutcomeIssue> issues(Reply reply) {
        if (reply.body().length == 0 || reply.body().length > LARGEST_OUTCOME || reply.html()) {
            return List.of();
        }
        try {
            return issues(Json.object(new String(reply.body(), StandardCharsets.UTF_8)));
        } catch (Json.NotJson e) {
            return List.of();
        }
    }

    /** The issues of an OperationOutcome; none for any other resource. */
    static List<OutcomeIssue> issues(JsonNode outcome) {
        if (!outcome.path("resourceType").asText("").equals("OperationOutcome")) {
            return List.of();
        }
        List<OutcomeIssue> issues = new ArrayList<>();
        for (JsonNode issue : outcome.path("issue")) {
            String text = issue.path("diagnostics").asText("");
            JsonNode details = issue.path("details");
            if (text.isBlank()) {
                text = details.path("text").asText("");
            }
            if (text.isBlank()) {
                text = details.path("coding").path(0).path("display").asText("");
            }
            List<String> expressions = new ArrayList<>();
            JsonNode named = issue.path("expression").isEmpty() ? issue.path("location") : issue.path("expression");
            named.forEach(expression -> expressions.add(expression.asText("")));
            issues.add(new OutcomeIssue(
                    issue.path("severity").asText("error"),
                    issue.path("code").asText(""),
                    text,
                    List.copyOf(expressions)));
        }
        return List.copyOf(issues);
    }
}
