package itb.backoffice.connection;

import itb.backoffice.connection.Failure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and waits for whole answers. It is the JDK's client rather than HAPI's: that one's time limit holds
 * for each read only, so a dripping body never ends, and it cannot be interrupted. Redirects are not followed: they
 * could carry a token elsewhere.
 */
final class Transport implements AutoCloseable {
    private final Timeouts timeouts;
    private @Nullable HttpClient client;
    private boolean closed;

    Transport(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** Made at the first request: reading the system's certificates takes a moment, which the start of the program lacks. */
    private synchronized HttpClient client() {
        HttpClient there = client;
        if (there == null) {
            there = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeouts.connect())
                    .build();
            client = there;
            if (closed) {
                there.shutdownNow();
            }
        }
        return there;
    }

    /** A request that was sent, whose answer is not yet waited for; {@code coming} is null where it could not be sent. */
    record Sent(String where, URI uri, @Nullable CompletableFuture<HttpResponse<byte[]>> coming) {}

    /** Sends one request and waits for its answer; leaves by a {@link CancellationException} when interrupted. */
    Answer<Reply> send(String method, URI uri, Map<String, String> headers, @Nullable String body) {
        return await(begin(method, uri, headers, body));
    }

    /** Sends one request. */
    Sent begin(String method, URI uri, Map<String, String> headers, @Nullable String body) {
        String where = method + " " + uri;
        HttpRequest request;
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            headers.forEach(builder::setHeader);
            if (!Origin.of(uri).loopback()) {
                builder.setHeader("Accept-Encoding", "gzip");
            }
            request = builder.build();
        } catch (IllegalArgumentException unsendable) {
            // The message would repeat the header, which may be a secret.
            return new Sent(where, uri, null);
        }
        return new Sent(
                where,
                uri,
                client().sendAsync(
                                request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), timeouts.largestAnswer())));
    }

    /** Waits for the answer; leaves by a {@link CancellationException} when interrupted. */
    Answer<Reply> await(Sent sent) {
        String where = sent.where();
        CompletableFuture<HttpResponse<byte[]>> coming = sent.coming();
        if (coming == null) {
            return failed(Kind.UNEXPECTED, where + ": the address or a header has characters that cannot be sent");
        }
        try {
            HttpResponse<byte[]> came = coming.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Ok<>(
                    new Reply(where, sent.uri(), came.statusCode(), came.headers(), utf8(came, unpacked(came))));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return failed(
                    Kind.TIMEOUT,
                    where + ": no whole answer within " + timeouts.answer().toSeconds() + " s");
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            return new Answer.Failed<>(Failures.ofThrown(where, e.getCause() == null ? e : e.getCause()));
        } catch (IOException broken) {
            return new Answer.Failed<>(Failures.ofThrown(where, broken));
        }
    }

    private static <T> Answer<T> failed(Kind kind, String details) {
        return new Answer.Failed<>(Failure.of(kind, 0, details));
    }

    private byte[] unpacked(HttpResponse<byte[]> came) throws IOException {
        boolean packed = came.headers()
                .firstValue("Content-Encoding")
                .filter(encoding -> encoding.toLowerCase(Locale.ROOT).contains("gzip"))
                .isPresent();
        if (!packed || came.body().length == 0) {
            return came.body();
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(came.body()), 64 * 1024)) {
            byte[] all = in.readNBytes(timeouts.largestAnswer() + 1);
            if (all.length > timeouts.largestAnswer()) {
                throw new IOException(Failures.OVER_LIMIT + timeouts.largestAnswer());
            }
            return all;
        }
    }

    private static byte[] utf8(HttpResponse<byte[]> came, byte[] body) throws IOException {
        String type = came.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int at = type.indexOf("charset=");
        if (at < 0) {
            return body;
        }
        String name =
                type.substring(at + "charset=".length()).split("[;,\\s]", -1)[0].replace("\"", "");
        if (name.isEmpty() || name.equals("utf-8") || name.equals("utf8")) {
            return body;
        }
        try {
            return new String(body, Charset.forName(name)).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return body;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
    }
}
