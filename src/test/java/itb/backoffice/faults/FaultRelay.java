package itb.backoffice.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands between the program and a server, on sockets of its own, so that it can do to an answer what no HTTP library
 * would: cut it, reset it, let it drip. Which answers, a {@link Choice} says for each request.
 */
final class FaultRelay implements AutoCloseable {
    /** Says what is to happen to the answer of a request, e.g. {@code PUT /fhir/PractitionerRole/1}. */
    interface Choice {
        Fault of(String method, String pathAndQuery);
    }

    /** What the server really answered; headers as lines, without those that say how long it is. */
    record Real(int status, String headers, byte[] body) {}

    private static final int LATE_MILLIS = 2_500;
    private static final Set<String> OWN_HEADERS = Set.of(
            "content-length", "transfer-encoding", "connection", "keep-alive", "host", "upgrade", "http2-settings");

    private final URI to;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Choice choice = (method, path) -> Fault.NONE;
    private volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

    FaultRelay(URI to) throws IOException {
        this.to = to;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The address to use in place of the server's. */
    URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + to.getPath());
    }

    /** From now on. */
    void choose(Choice now) {
        choice = now;
    }

    /** What becomes of the bodies of all answers from now on; they come as ISO-8859-1. */
    void rewrite(UnaryOperator<String> now) {
        rewriting = now;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            List<String> head = head(in);
            if (head.isEmpty()) {
                return;
            }
            String[] first = head.getFirst().split(" ");
            Fault fault = choice.of(first[0], first[1]);
            Real real = fault.reachesTheServer() ? forward(fault, first, head, in) : new Real(200, "", new byte[0]);
            fault.answer(client, real);
        } catch (IOException gone) {
            // The client hung up, or was hung up on: both are what this is for.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (open) {
                open.remove(client);
                open.notifyAll();
            }
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = 0;
        for (int one = in.read(); one >= 0; one = in.read()) {
            bytes.write(one);
            last = one == '\n' ? last + 1 : one == '\r' ? last : 0;
            if (last == 2) {
                break;
            }
        }
        String text = bytes.toString(StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\r\n"));
    }

    private Real forward(Fault fault, String[] first, List<String> head, InputStream in)
            throws IOException, InterruptedException {
        int length = 0;
        List<String> headers = new ArrayList<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (name.equalsIgnoreCase("content-length")) {
                length = Integer.parseInt(value);
            } else if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(name);
                headers.add(value);
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The client is gone");
        }
        if (fault == Fault.LATE) {
            Thread.sleep(LATE_MILLIS);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(first[1].replace("|", "%7C")))
                .method(first[0], length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        StringBuilder lines = new StringBuilder();
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(
                        value -> lines.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        return new Real(answer.statusCode(), lines.toString(), linkedHere(answer.body()));
    }

    /** The server's own links must lead back through here. */
    private byte[] linkedHere(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return rewriting.apply(text.replace(to.toString(), base().toString())).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Waits until nothing is under way. */
    void awaitQuiet() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                open.wait();
            }
        }
    }

    /** Takes no connections any more, and ends those that there are. */
    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
        threads.shutdownNow();
        http.shutdownNow();
    }
}
