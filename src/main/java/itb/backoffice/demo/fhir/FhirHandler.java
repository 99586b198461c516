package itb.backoffice.demo.fhir;

import itb.backoffice.platform.ErrorReporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Between HTTP and {@link FhirApi}: bytes, headers and compression. */
public final class FhirHandler extends Handler.Abstract {
    /** The path under which the API lies. */
    public static final String PATH = "/fhir";

    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final int WORTH_COMPRESSING = 1_400;

    private final FhirApi api;
    private final ErrorReporter errors;

    /** Hands requests to {@code api}; what it does not foresee goes to {@code errors}, and to the client as 500. */
    public FhirHandler(FhirApi api, ErrorReporter errors) {
        this.api = api;
        this.errors = errors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        FhirResponse answer = answer(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        var headers = response.getHeaders();
        response.setStatus(answer.status());
        answer.headers().forEach(headers::put);
        if (body.length > 0) {
            headers.put("Content-Type", "application/fhir+json;charset=UTF-8");
            headers.put("Vary", "Accept, Accept-Encoding");
        }
        if (body.length > WORTH_COMPRESSING && acceptsGzip(request)) {
            body = gzip(body);
            headers.put("Content-Encoding", "gzip");
        }
        if (answer.status() != 204 && answer.status() != 304) {
            headers.put("Content-Length", body.length);
        }
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
        return true;
    }

    private FhirResponse answer(Request request) {
        try {
            return api.answer(received(request));
        } catch (Refusal refused) {
            return refused.response();
        } catch (IOException e) {
            return Refusal.invalid("The body could not be read").response();
        } catch (RuntimeException e) {
            String code = errors.report(e);
            return Refusal.of(500, "exception", "Something unexpected happened; in the log it is " + code)
                    .response();
        }
    }

    private static FhirRequest received(Request request) throws IOException {
        String path = Request.getPathInContext(request);
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            throw Refusal.of(404, "not-found", "The API lies under " + PATH);
        }
        String inside = path.substring(PATH.length()).replaceAll("^/+|/+$", "");
        String query = request.getHttpURI().getQuery();
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName().toLowerCase(Locale.ROOT), field.getValue(), (one, more) -> one + ", " + more);
        }
        String host = Request.getServerName(request);
        return new FhirRequest(
                request.getMethod(),
                "http://" + host + ":" + Request.getServerPort(request) + PATH,
                inside.isEmpty() ? List.of() : List.of(inside.split("/", -1)),
                query == null ? "" : query,
                Map.copyOf(headers),
                body(request, headers.getOrDefault("content-encoding", "identity")));
    }

    private static String body(Request request, String encoding) throws IOException {
        try (InputStream raw = Request.asInputStream(request);
                InputStream in = switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "identity", "" -> raw;
                    case "gzip" -> new GZIPInputStream(raw);
                    default -> throw Refusal.of(415, "not-supported", "Send the body plain or as gzip");
                }) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw Refusal.of(413, "too-long", "The body is larger than 64 megabytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static boolean acceptsGzip(Request request) {
        for (String coding : request.getHeaders().getCSV("Accept-Encoding", false)) {
            if (coding.toLowerCase(Locale.ROOT).matches("(gzip|\\*)(;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?")) {
                return true;
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        // Speed before size: the client sits on the same machine.
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
