package itb.backoffice.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What a {@link FaultRelay} does to an answer. */
enum Fault {
    /** Nothing: the answer as it came. */
    NONE,
    /** The connection is reset before anything is sent, and before the server has seen the request. */
    RESET,
    /** The server has done what it was asked; its answer never arrives. */
    ANSWER_LOST,
    /** The server sees the request a while later, perhaps when whoever sent it is long gone. */
    LATE,
    /** The connection ends in the middle of the promised bytes. */
    CUT_BODY,
    /** Half of the JSON, as if that were all. */
    TRUNCATED_JSON,
    /** A web page with status 200. */
    HTML_200,
    /** A proxy's web page with status 502. */
    HTML_502,
    /** Status 200 and nothing. */
    EMPTY_BODY,
    /** The server's status and nothing else: neither a body nor a word of version or address. */
    BARE,
    /** The right answer, without a header that tells the version or the address. */
    NO_TRACE,
    /** The right answer under a type that is not JSON. */
    WRONG_TYPE,
    STATUS_401,
    STATUS_403,
    STATUS_404,
    STATUS_409,
    STATUS_410,
    STATUS_412,
    STATUS_422,
    /** 429 that asks to wait a second. */
    STATUS_429_RETRY_AFTER,
    STATUS_429,
    STATUS_500,
    STATUS_503,
    /** The body comes a few bytes at a time. */
    SLOW_BODY,
    /** The body never ends. */
    ENDLESS_BODY,
    /** The client is sent elsewhere, where its token must not go. */
    REDIRECT,
    /** The right answer, packed. */
    GZIP,
    /** The right answer from a server whose clock is years off. */
    CLOCK_SKEW;

    private static final String OUTCOME =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"processing\","
                    + "\"diagnostics\":\"Made up for a test\"}]}";
    private static final String PAGE = "<!DOCTYPE html><html><body>Please sign in to this network</body></html>";

    /** Whether the server sees the request at all. */
    boolean reachesTheServer() {
        return switch (this) {
            case NONE,
                    ANSWER_LOST,
                    LATE,
                    CUT_BODY,
                    TRUNCATED_JSON,
                    EMPTY_BODY,
                    BARE,
                    NO_TRACE,
                    WRONG_TYPE,
                    SLOW_BODY,
                    ENDLESS_BODY,
                    GZIP,
                    CLOCK_SKEW -> true;
            default -> false;
        };
    }

    /** Writes the answer {@code real}, with this fault in it, to {@code client}. */
    void answer(Socket client, FaultRelay.Real real) throws IOException, InterruptedException {
        OutputStream out = client.getOutputStream();
        byte[] body = real.body();
        switch (this) {
            case NONE, LATE -> whole(out, real, body);
            case RESET, ANSWER_LOST -> client.setSoLinger(true, 0);
            case CUT_BODY -> {
                head(out, real.status(), real.headers(), body.length);
                out.write(body, 0, body.length / 2);
            }
            case TRUNCATED_JSON -> whole(out, real, Arrays.copyOf(body, body.length / 2));
            case HTML_200 -> text(out, 200, "Content-Type: text/html\r\n", PAGE);
            case HTML_502 -> text(out, 502, "Content-Type: text/html\r\n", PAGE);
            case EMPTY_BODY -> whole(out, real, new byte[0]);
            case BARE -> head(out, real.status(), "", 0);
            case NO_TRACE -> {
                String headers =
                        real.headers().replaceAll("(?im)^(etag|(content-)?location|last-modified):[^\r]*\r\n", "");
                head(out, real.status(), headers, body.length);
                out.write(body);
            }
            case WRONG_TYPE -> {
                String headers = real.headers().replaceAll("(?i)content-type:[^\r]*", "Content-Type: text/plain");
                head(out, real.status(), headers, body.length);
                out.write(body);
            }
            case STATUS_429_RETRY_AFTER -> text(out, 429, "Retry-After: 1\r\n", OUTCOME);
            case REDIRECT -> text(out, 302, "Location: http://127.0.0.1:9/elsewhere\r\n", "");
            case SLOW_BODY -> {
                head(out, real.status(), real.headers(), body.length);
                for (byte one : body) {
                    out.write(one);
                    out.flush();
                    Thread.sleep(20);
                }
            }
            case ENDLESS_BODY -> {
                out.write(("HTTP/1.1 200 OK\r\n" + real.headers() + "\r\n{\"resourceType\":\"Bundle\",\"id\":\"")
                        .getBytes(StandardCharsets.US_ASCII));
                byte[] more = "a".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
                while (!Thread.currentThread().isInterrupted()) {
                    out.write(more);
                }
            }
            case GZIP -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(body);
                }
                head(out, real.status(), real.headers() + "Content-Encoding: gzip\r\n", packed.size());
                packed.writeTo(out);
            }
            case CLOCK_SKEW -> {
                String headers = real.headers().replaceAll("(?im)^date:[^\r]*\r\n", "");
                head(out, real.status(), headers + "Date: Mon, 01 Jan 2035 00:00:00 GMT\r\n", body.length);
                out.write(body);
            }
            default -> text(out, Integer.parseInt(name().substring("STATUS_".length())), "", OUTCOME);
        }
        out.flush();
    }

    private static void whole(OutputStream out, FaultRelay.Real real, byte[] body) throws IOException {
        head(out, real.status(), real.headers(), body.length);
        out.write(body);
    }

    private static void text(OutputStream out, int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String type = headers.contains("Content-Type") ? "" : "Content-Type: application/fhir+json\r\n";
        head(out, status, headers + type, bytes.length);
        out.write(bytes);
    }

    private static void head(OutputStream out, int status, String headers, int length) throws IOException {
        out.write(("HTTP/1.1 " + status + " X\r\n" + headers + "Connection: close\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
