package itb.backoffice.connection;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Small HTTP servers for the tests of this package, and the client that asks them. */
final class Servers {
    static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(700), 1_000_000);
    static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000_000);
    static final FhirContext R4 = FhirContext.forR4();

    private Servers() {}

    /** What a server is to answer. */
    record Reaction(int status, Map<String, String> headers, byte[] body) {
        static Reaction json(int status, String body, String... headers) {
            Map<String, String> all = new java.util.HashMap<>(Map.of("Content-Type", "application/fhir+json"));
            for (int i = 0; i < headers.length; i += 2) {
                all.put(headers[i], headers[i + 1]);
            }
            return new Reaction(status, all, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One request as it arrived. */
    record Request(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? "" : values.getFirst();
        }
    }

    interface Script {
        Reaction answer(Request request);
    }

    /** A server on a free loopback port that answers by a script and remembers what it was asked. */
    static final class Scripted implements AutoCloseable {
        final List<Request> asked = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Scripted(Script script) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, script));
            server.start();
        }

        private void answer(HttpExchange exchange, Script script) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
            asked.add(request);
            Reaction reaction = script.answer(request);
            reaction.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(reaction.status(), reaction.body().length == 0 ? -1 : reaction.body().length);
            if (reaction.body().length > 0) {
                exchange.getResponseBody().write(reaction.body());
            }
            exchange.close();
        }

        URI base() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tenant/1.0/R4/fhir");
        }

        Request last() {
            return asked.getLast();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    static HttpFhirServer client(URI base) {
        return client(base, Connection.SignIn.NONE, null, PATIENT);
    }

    static HttpFhirServer client(URI base, Connection.SignIn signIn, String secret, Timeouts timeouts) {
        Connection connection = new Connection("c1", "Chain", base, Connection.Environment.TEST, signIn);
        return new HttpFhirServer(connection, () -> Optional.ofNullable(secret), () -> R4, timeouts, Clock.systemUTC());
    }

    static Failure failure(Answer<?> answer) {
        if (answer instanceof Answer.Failed<?> failed) {
            return failed.failure();
        }
        throw new AssertionError("Expected a failure, but the server answered as hoped: " + answer);
    }

    static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(Failure failure) -> throw new AssertionError("Failed: " + failure);
        };
    }
}
