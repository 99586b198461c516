package itb.backoffice.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a server and lets nobody in without a token, which is good for a few requests and then no more. */
final class TokenGate implements AutoCloseable {
    static final String KEY = "key-of-the-chain";

    private static final Set<String> NOT_HANDED_ON = Set.of(
            "connection", "content-length", "host", "upgrade", "http2-settings", "authorization", "transfer-encoding");

    private final URI to;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int uses;
    private int given;
    private int left;
    private int last = Integer.MAX_VALUE;

    /** @param uses how many requests a token is good for */
    TokenGate(URI to, int uses) throws IOException {
        this.to = to;
        this.uses = uses;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + to.getPath());
    }

    /** How many tokens were given out. */
    synchronized int given() {
        return given;
    }

    /** After so many more tokens the key is refused. */
    synchronized void closeAfter(int more) {
        last = given + more;
    }

    /** The key is good again. */
    synchronized void open() {
        last = Integer.MAX_VALUE;
    }

    private synchronized boolean in(HttpExchange exchange) {
        boolean good = ("Bearer t" + given).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        return good && left-- > 0;
    }

    private synchronized String token(HttpExchange exchange) {
        if (given >= last || !KEY.equals(exchange.getRequestHeaders().getFirst("X-ApiKey"))) {
            return "";
        }
        left = uses;
        return "{\"access_token\":\"t" + ++given + "\",\"expires_in\":3600}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/auth/system-token")) {
                String token = token(exchange);
                answer(exchange, token.isEmpty() ? 403 : 200, Map.of(), token.getBytes(StandardCharsets.UTF_8));
            } else if (in(exchange)) {
                HttpResponse<byte[]> real = forward(exchange, body);
                Map<String, String> headers = new TreeMap<>();
                real.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
                String here =
                        new String(real.body(), StandardCharsets.ISO_8859_1).replace(to.toString(), base().toString());
                answer(exchange, real.statusCode(), headers, here.getBytes(StandardCharsets.ISO_8859_1));
            } else {
                answer(exchange, 401, Map.of(), new byte[0]);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        headers.forEach((name, value) -> {
            if (!name.startsWith(":") && !NOT_HANDED_ON.contains(name) && !name.equals("date")) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        to.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, values.getFirst());
            }
        });
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
