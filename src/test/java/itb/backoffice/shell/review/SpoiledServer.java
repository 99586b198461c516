package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A demo server that does to chosen requests what servers and networks do to them, over real HTTP. */
final class SpoiledServer implements AutoCloseable {
    private static final String TYPE = "application/fhir+json";

    /** A request under way; what is done to its headers and body is what the demo server sees. */
    static final class Call {
        final String method;
        final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String body;

        Call(String method, String body) {
            this.method = method;
            this.body = body;
        }

        boolean writes() {
            return !method.equals("GET");
        }
    }

    /** What comes back; null in place of the demo server's own answer, status 0 for none at all. */
    record Told(int status, String body) {}

    /** Decides about a request. */
    interface Spoil {
        @Nullable
        Told spoil(Call call) throws Exception;
    }

    private final DemoServer demo;
    private final HttpServer between;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Spoil> spoils = new ConcurrentHashMap<>();
    private volatile Consumer<ObjectNode> declares = metadata -> {};

    SpoiledServer(Path folder) throws Exception {
        demo = DemoServer.start(folder, 0, 2, new ErrorReporter());
        between = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        between.createContext("/", this::serve);
        between.setExecutor(threads);
        between.start();
    }

    /** The address of the spoiled one. */
    URI base() {
        return URI.create("http://127.0.0.1:" + between.getAddress().getPort()
                + demo.baseUrl().getPath());
    }

    /** The write to {@code reference} gets there, and then neither its answer nor any other does. */
    void loseTheAnswer(String reference) {
        AtomicBoolean written = new AtomicBoolean();
        spoil(reference, call -> {
            if (call.writes()) {
                send(call.method, reference, call.body, call.headers);
                written.set(true);
            }
            return written.get() ? new Told(0, "") : null;
        });
    }

    /** Does {@code how} to every request whose path begins with {@code what}, e.g. {@code PractitionerRole/1}; "" for all. */
    void spoil(String what, Spoil how) {
        spoils.put(what, how);
    }

    /** Everything goes through again. */
    void mend() {
        spoils.clear();
    }

    /** Changes what the server says of itself. */
    void declare(Consumer<ObjectNode> change) {
        declares = change;
    }

    /** Every type's rules in a CapabilityStatement. */
    static void eachType(ObjectNode metadata, Consumer<ObjectNode> change) {
        metadata.path("rest").path(0).path("resource").forEach(type -> change.accept((ObjectNode) type));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI()
                    .toString()
                    .substring(demo.baseUrl().getPath().length())
                    .replaceFirst("^/", "");
            Call call = new Call(
                    exchange.getRequestMethod(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getRequestHeaders().forEach((name, values) -> call.headers.put(name, values.getFirst()));
            Told told = null;
            for (var spoil : spoils.entrySet()) {
                if (told == null && path.startsWith(spoil.getKey())) {
                    told = spoil.getValue().spoil(call);
                }
            }
            if (told == null) {
                HttpResponse<String> real = send(call.method, path, call.body, call.headers);
                real.headers().map().forEach((name, values) -> {
                    if (name.matches("(?i)etag|location|last-modified|content-type")) {
                        exchange.getResponseHeaders().set(name, values.getFirst());
                    }
                });
                String body = real.body().replace(demo.baseUrl().toString(), base().toString());
                told = new Told(real.statusCode(), path.startsWith("metadata") ? declared(body) : body);
            } else {
                exchange.getResponseHeaders().set("Content-Type", TYPE);
            }
            if (told.status() != 0) {
                byte[] bytes = told.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(told.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private String declared(String body) {
        ObjectNode metadata = Json.object(body);
        declares.accept(metadata);
        return Json.write(metadata);
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(demo.baseUrl() + (path.isEmpty() ? "" : "/" + path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (name.matches("(?i)accept|content-type|if-match|if-none-exist|prefer")) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What the demo server has under {@code path}. */
    ObjectNode get(String path) {
        try {
            return Json.object(send("GET", path, "", Map.of()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody else changes a resource on the demo server. */
    void elsewhere(String reference, Consumer<ObjectNode> change) throws Exception {
        ObjectNode now = get(reference);
        change.accept(now);
        send("PUT", reference, Json.write(now), Map.of("Content-Type", TYPE));
    }

    /** Somebody else deletes it. */
    void deleteElsewhere(String reference) throws Exception {
        send("DELETE", reference, "", Map.of());
    }

    /** An OperationOutcome with one issue. */
    static Told refusal(int status, String words, String... elements) {
        ObjectNode outcome = Json.object().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject();
        issue.put("severity", "error").put("code", "business-rule").put("diagnostics", words);
        if (elements.length > 0) {
            var expressions = issue.putArray("expression");
            for (String element : elements) {
                expressions.add(element);
            }
        }
        return new Told(status, Json.write(outcome));
    }

    @Override
    public void close() {
        between.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
        demo.close();
    }
}
