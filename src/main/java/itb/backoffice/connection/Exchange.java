package itb.backoffice.connection;

import itb.backoffice.connection.Failure.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request to a FHIR server and its answer: addresses, FHIR's headers, the token, and one renewal of it. */
final class Exchange {
    private static final String FHIR_JSON = "application/fhir+json";

    private final String base;
    private final Transport transport;
    private final TokenSource tokens;
    private final Clock clock;

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
        String query = parameters.entrySet().stream()
                .map(one -> escaped(one.getKey()) + "=" + escaped(one.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(address(type) + (query.isEmpty() ? "" : "?" + query));
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
        Answer<Reply> first = once(method, address, extra, body, true);
        return switch (first) {
            case Answer.Ok<Reply>(Reply reply)
            when !reply.ok() -> new Answer.Failed<>(Failures.ofStatus(reply, clock.instant()));
            default -> first;
        };
    }

    private Answer<Reply> once(
            String method, URI address, Map<String, String> extra, @Nullable String body, boolean again) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", FHIR_JSON + ", application/json;q=0.9");
        headers.put("Cache-Control", "no-cache");
        headers.put("User-Agent", "itb-backoffice");
        if (body != null) {
            headers.put("Content-Type", FHIR_JSON + "; charset=UTF-8");
        }
        headers.putAll(extra);
        Optional<String> token;
        switch (tokens.token()) {
            case Answer.Ok<Optional<String>>(Optional<String> current) -> token = current;
            case Answer.Failed<Optional<String>>(Failure failure) -> {
                return new Answer.Failed<>(failure);
            }
        }
        token.ifPresent(current -> headers.put("Authorization", "Bearer " + current));
        Answer<Reply> answer = transport.send(method, address, headers, body);
        boolean refused = answer instanceof Answer.Ok<Reply>(Reply reply) && reply.status() == 401;
        return refused && again && token.isPresent() && tokens.renew(token.get())
                ? once(method, address, extra, body, false)
                : answer;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
