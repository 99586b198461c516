package itb.backoffice.integration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody else at the same server, by plain HTTP: what it finds there owes nothing to the program. */
record PlainClient(HttpClient http, URI base) {
    private static final String TYPE = "application/fhir+json";

    PlainClient(URI base) {
        this(HttpClient.newHttpClient(), base);
    }

    /** What is under {@code path} now. */
    ObjectNode get(String path) {
        HttpResponse<String> answer = send("GET", path, "");
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.object(answer.body());
    }

    int status(String path) {
        return send("GET", path, "").statusCode();
    }

    /** Writes {@code resource} whatever is there; null where the server took it, else what it said. */
    @org.jspecify.annotations.Nullable
    String refusal(ObjectNode resource) {
        HttpResponse<String> answer = send("PUT", path(resource), Json.write(resource));
        return answer.statusCode() < 300 ? null : path(resource) + ": " + answer.statusCode() + " " + answer.body();
    }

    void put(ObjectNode resource) {
        String refusal = refusal(resource);
        if (refusal != null) {
            throw new AssertionError(refusal);
        }
    }

    void delete(String path) {
        int status = send("DELETE", path, "").statusCode();
        if (status >= 300) {
            throw new AssertionError("DELETE " + path + ": " + status);
        }
    }

    /** How many a search finds. */
    int count(String search) {
        return get(search + (search.contains("?") ? "&" : "?") + "_summary=count")
                .path("total")
                .asInt(-1);
    }

    static String path(ObjectNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + path))
                .header("Content-Type", TYPE)
                .header("Accept", TYPE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
