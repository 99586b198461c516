package itb.backoffice.integration;

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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between the program and a server: hands everything on, until it is told to fail. */
final class Relay implements AutoCloseable {
    private static final List<String> HANDED_ON =
            List.of("Accept", "Content-Type", "If-Match", "If-None-Exist", "Prefer");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final URI to;
    private final AtomicReference<Runnable> beforeWrite = new AtomicReference<>(() -> {});
    private volatile boolean losing;
    private volatile boolean cut;
    private volatile int lastStatus;

    Relay(URI to) throws IOException {
        this.to = to;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + to.getPath());
    }

    /** The next write reaches the server and its answer is lost; after that nothing gets through. */
    void loseNextAnswer() {
        losing = true;
    }

    /** Everything gets through again. */
    void mend() {
        losing = false;
        cut = false;
    }

    /** Runs once, after the program has sent a write and before the server sees it. */
    void beforeNextWrite(Runnable run) {
        beforeWrite.set(run);
    }

    /** What the server answered to the last write. */
    int lastWrite() {
        return lastStatus;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (cut) {
                return;
            }
            boolean write = !exchange.getRequestMethod().equals("GET");
            if (write) {
                beforeWrite.getAndSet(() -> {}).run();
            }
            HttpResponse<byte[]> answer = forward(exchange);
            if (write) {
                lastStatus = answer.statusCode();
                if (losing) {
                    cut = true;
                    return;
                }
            }
            answer.headers().map().forEach((name, values) -> {
                if (!name.startsWith(":") && !name.matches("(?i)content-length|transfer-encoding|connection|date")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException, InterruptedException {
        URI asked = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(asked.toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : HANDED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
