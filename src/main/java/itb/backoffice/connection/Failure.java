package itb.backoffice.connection;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a server's answer is not what was hoped for. Each kind has its sentence under {@code connection.failure.KIND}
 * and the next step for the user under {@code connection.failure.KIND.next}.
 *
 * @param kind what happened
 * @param status the HTTP status, or 0 where there was none
 * @param details technical words for "details"; never a secret
 * @param issues the server's OperationOutcome, if it sent one
 * @param retryAfter how long the server asks us to wait
 */
public record Failure(
        Kind kind,
        int status,
        String details,
        List<OutcomeIssue> issues,
        @Nullable Duration retryAfter) {

    /** What happened. */
    public enum Kind {
        UNKNOWN_HOST,
        REFUSED,
        TIMEOUT,
        /** The connection broke before the answer was whole: a write may or may not have happened. */
        CUT,
        CERTIFICATE,
        /** More than this program takes in one answer; a smaller page may do. */
        TOO_LARGE,
        HTML,
        NOT_FHIR,
        NOT_R4,
        /** 401. */
        SIGN_IN,
        /** 403. */
        FORBIDDEN,
        /** 404. */
        NOT_FOUND,
        /** 410. */
        GONE,
        /** 409 or 412: somebody changed it meanwhile. */
        CONFLICT,
        /** 400 or 422. */
        INVALID,
        /** 429. */
        TOO_MANY,
        /** 503. */
        UNAVAILABLE,
        /** Any other 5xx. */
        SERVER_ERROR,
        /** A status that FHIR does not foresee here. */
        UNEXPECTED,
        /** No secret in the keychain for this connection. */
        NO_SECRET
    }

    /** One issue of an OperationOutcome: its severity, code, words, and the elements it names. */
    public record OutcomeIssue(String severity, String code, String text, List<String> expressions) {}

    /** A failure of which there is nothing more to tell than what happened. */
    public static Failure of(Kind kind, int status, String details) {
        return new Failure(kind, status, details, List.of(), null);
    }

    /** Whether the same request may succeed a little later. */
    public boolean passing() {
        return switch (kind) {
            case TIMEOUT, CUT, REFUSED, TOO_MANY, UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** Whether a write that ended so may have happened all the same. */
    public boolean maybeDone() {
        return switch (kind) {
            case TIMEOUT, CUT, TOO_LARGE, HTML, NOT_FHIR, UNEXPECTED -> true;
            default -> status >= 500;
        };
    }
}
