package itb.backoffice.connection;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.platform.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token that requests to one connection carry. An exchanged token lives in memory only. Neither token nor secret
 * appears in any message, and this class has no readable form.
 */
final class TokenSource {
    private static final Duration EARLY = Duration.ofSeconds(15);

    private final Connection connection;
    private final Supplier<Optional<String>> secret;
    private final Transport transport;
    private final Clock clock;
    private @Nullable String token;
    private @Nullable Instant expires;

    TokenSource(Connection connection, Supplier<Optional<String>> secret, Transport transport, Clock clock) {
        this.connection = connection;
        this.secret = secret;
        this.transport = transport;
        this.clock = clock;
    }

    /** Whether requests carry a token at all. */
    boolean needed() {
        return connection.signIn() != Connection.SignIn.NONE;
    }

    /** The token to send, fetched where there is none yet; empty where none is needed. */
    synchronized Answer<Optional<String>> token() {
        if (!needed()) {
            return new Answer.Ok<>(Optional.empty());
        }
        if (token != null && (expires == null || clock.instant().isBefore(expires))) {
            return new Answer.Ok<>(Optional.of(token));
        }
        String kept = secret.get().map(String::strip).orElse("");
        if (kept.isEmpty()) {
            return failed(Kind.NO_SECRET, 0, "Nothing in the key store for this connection");
        }
        if (!sendable(kept)) {
            return failed(Kind.SIGN_IN, 0, "The secret has characters that cannot be sent");
        }
        if (connection.signIn() == Connection.SignIn.BEARER_TOKEN) {
            token = kept;
            return new Answer.Ok<>(Optional.of(kept));
        }
        return switch (transport.send("POST", endpoint(), Map.of("X-ApiKey", kept, "Accept", "application/json"), "")) {
            case Answer.Ok<Reply>(Reply reply) -> exchanged(reply);
            case Answer.Failed<Reply>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    /** Forgets {@code refused}, if it is still the current one; true where a new one can be had. */
    synchronized boolean renew(String refused) {
        if (connection.signIn() != Connection.SignIn.API_KEY) {
            return false;
        }
        if (refused.equals(token)) {
            token = null;
        }
        return true;
    }

    private Answer<Optional<String>> exchanged(Reply reply) {
        if (!reply.ok()) {
            Failure failure = Failures.ofStatus(reply, clock.instant());
            boolean refused = failure.kind() == Kind.FORBIDDEN || failure.kind() == Kind.INVALID;
            return refused ? failed(Kind.SIGN_IN, failure.status(), failure.details()) : new Answer.Failed<>(failure);
        }
        if (reply.html()) {
            return failed(Kind.HTML, reply.status(), reply.details());
        }
        try {
            JsonNode json = Json.node(new String(reply.body(), StandardCharsets.UTF_8));
            String came = json.path("access_token").asText("");
            if (came.isBlank() || !sendable(came)) {
                return failed(Kind.SIGN_IN, reply.status(), reply.details() + ": no access_token in the answer");
            }
            long seconds = json.path("expires_in").asLong(0);
            token = came;
            // Renewed a little early, but a token that lives for seconds only is still used once.
            expires = seconds <= 0
                    ? null
                    : clock.instant()
                            .plusSeconds(seconds)
                            .minus(seconds > 2 * EARLY.toSeconds() ? EARLY : Duration.ZERO);
            return new Answer.Ok<>(Optional.of(came));
        } catch (Json.NotJson e) {
            return failed(Kind.SIGN_IN, reply.status(), reply.details() + ": not JSON");
        }
    }

    /** {@code …/auth/system-token} beside {@code …/fhir}. */
    private URI endpoint() {
        String base = connection.baseUrl().toString().replaceAll("/+$", "");
        String parent = base.endsWith("/fhir") ? base.substring(0, base.length() - "/fhir".length()) : base;
        return URI.create(parent + "/auth/system-token");
    }

    private static boolean sendable(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static Answer<Optional<String>> failed(Kind kind, int status, String details) {
        return new Answer.Failed<>(Failure.of(kind, status, details));
    }
}
