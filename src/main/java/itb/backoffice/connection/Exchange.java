package itb.backoffice.connection;

import itb.backoffice.connection.Failure.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request to a FHIR server and its answer: addresses, FHIR's headers, the token, and one renewal of it. */
final class Exchange {
    private static final String FHIR_JSON = "application/fhir+json";

    private final String base;
    private final Transport transport;
    private final TokenSource tokens;
    private final Clock clock;
    private final AtomicReference<Transport.@Nullable Sent> ahead = new AtomicReference<>();

    Exchange(URI baseUrl, Transport transport, TokenSource tokens, Clock clock) {
        this.base = baseUrl.toString().replaceAll("/+$", "");
        this.transport = transport;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The address of {@code path} below the base; the parts are escaped. */
    URI address(String... path) {
        StringBuilder address = new StringBuilder(base);
        for (String part : path) {
            address.append('/').append(escaped(part));
        }
        return URI.create(address.toString());
    }

    /** The same with parameters. */
    URI address(String type, Map<String, String> parameters) {
        return URI.create(address(type) + query(parameters));
    }

    private static String query(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> escaped(one.getKey()) + "=" + escaped(one.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The address of an operation, {@code $name} or {@code Type/id/$name}, with parameters. */
    URI operation(String path, Map<String, String> parameters) {
        // Not every server knows an operation whose dollar sign is escaped.
        String address = address(path.split("/", -1)).toString().replace("%24", "$");
        return URI.create(address + query(parameters));
    }

    /** The address of a link that the server gave, which may be relative to the base. */
    Answer<URI> link(String link) {
        URI address;
        try {
            address = URI.create(base + "/").resolve(readable(link));
        } catch (IllegalArgumentException e) {
            return new Answer.Failed<>(
                    Failure.of(Kind.UNEXPECTED, 0, "The link to the next page is not a web address"));
        }
        Origin origin = Origin.of(address);
        if (!origin.scheme().matches("https?") || origin.host().isEmpty()) {
            return new Answer.Failed<>(
                    Failure.of(Kind.UNEXPECTED, 0, "The link to the next page is not a web address"));
        }
        if (tokens.needed() && !origin.equals(Origin.of(URI.create(base)))) {
            return new Answer.Failed<>(Failure.of(
                    Kind.UNEXPECTED,
                    0,
                    "The link to the next page leads to another server (" + origin.scheme() + "://" + origin.host()
                            + ":" + origin.port() + "), where the sign-in is not sent"));
        }
        return new Answer.Ok<>(address);
    }

    /** Some servers leave {@code |} and spaces as they are, which an address may not hold. */
    private static String readable(String link) {
        return link.strip().replace(" ", "%20").replace("|", "%7C").replace("\"", "%22");
    }

    /** Sends a request; an answer other than 2xx is a failure. */
    Answer<Reply> send(String method, URI address, Map<String, String> extra, @Nullable String body) {
        return judged(once(method, address, extra, body, true));
    }

    /**
     * Asks for a page that will be wanted next, so that it travels while the one before is being read. Only the last one
     * is kept; what goes wrong shows when it is fetched.
     */
    void ahead(URI address) {
        if (tokens.token() instanceof Answer.Ok<Optional<String>>(Optional<String> token)) {
            drop(ahead.getAndSet(transport.begin("GET", address, headers(Map.of(), token, false), null)));
        }
    }

    /** Fetches a page, by the request that is already on its way where there is one. */
    Answer<Reply> page(URI address) {
        Transport.Sent sent = ahead.getAndSet(null);
        if (sent != null && sent.uri().equals(address)) {
            Answer<Reply> answer = transport.await(sent);
            boolean refused = answer instanceof Answer.Ok<Reply>(Reply reply) && reply.status() == 401;
            return refused ? send("GET", address, Map.of(), null) : judged(answer);
        }
        drop(sent);
        return send("GET", address, Map.of(), null);
    }

    private static void drop(Transport.@Nullable Sent sent) {
        if (sent != null && sent.coming() != null) {
            sent.coming().cancel(true);
        }
    }

    private Answer<Reply> judged(Answer<Reply> answer) {
        return switch (answer) {
            case Answer.Ok<Reply>(Reply reply)
            when !reply.ok() -> new Answer.Failed<>(Failures.ofStatus(reply, clock.instant()));
            default -> answer;
        };
    }

    private Answer<Reply> once(
            String method, URI address, Map<String, String> extra, @Nullable String body, boolean again) {
        Optional<String> token;
        switch (tokens.token()) {
            case Answer.Ok<Optional<String>>(Optional<String> current) -> token = current;
            case Answer.Failed<Optional<String>>(Failure failure) -> {
                return new Answer.Failed<>(failure);
            }
        }
        Answer<Reply> answer = transport.send(method, address, headers(extra, token, body != null), body);
        boolean refused = answer instanceof Answer.Ok<Reply>(Reply reply) && reply.status() == 401;
        return refused && again && token.isPresent() && tokens.renew(token.get())
                ? once(method, address, extra, body, false)
                : answer;
    }

    private static Map<String, String> headers(Map<String, String> extra, Optional<String> token, boolean hasBody) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", FHIR_JSON + ", application/json;q=0.9");
        headers.put("Cache-Control", "no-cache");
        headers.put("User-Agent", "itb-backoffice");
        if (hasBody) {
            headers.put("Content-Type", FHIR_JSON + "; charset=UTF-8");
        }
        headers.putAll(extra);
        token.ifPresent(current -> headers.put("Authorization", "Bearer " + current));
        return headers;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
