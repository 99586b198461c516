package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the other integration tests build on: that the server there is a real one, with versions and conflicts. */
class HapiServerIT {
    private static final String TYPE = "application/fhir+json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base = HapiServer.shared().base();

    @Test
    void declaresR4AndClientIds() throws Exception {
        ObjectNode metadata = Json.object(send("GET", "/metadata", null, null).body());
        assertEquals("4.0.1", metadata.path("fhirVersion").asText());
    }

    @Test
    void aPutWithTheClientsIdCreatesAndReadsBack() throws Exception {
        String path = "/Organization/" + UUID.randomUUID();
        HttpResponse<String> created = put(path, "Nordtand", null);
        assertEquals(201, created.statusCode());
        assertEquals("W/\"1\"", created.headers().firstValue("ETag").orElse(""));
        assertEquals(
                "Nordtand",
                Json.object(send("GET", path, null, null).body()).path("name").asText());
    }

    @Test
    void aStaleVersionIsRefusedAndTheFirstWriterWins() throws Exception {
        String path = "/Organization/" + UUID.randomUUID();
        put(path, "one", null);
        assertEquals(200, put(path, "two", "W/\"1\"").statusCode());
        int refused = put(path, "three", "W/\"1\"").statusCode();
        assertTrue(Set.of(409, 412).contains(refused), "answered " + refused);
        assertEquals(
                "two",
                Json.object(send("GET", path, null, null).body()).path("name").asText());
    }

    @Test
    void aSearchComesPageByPage() throws Exception {
        String name = "paged" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < 5; i++) {
            put("/Organization/" + UUID.randomUUID(), name + i, null);
        }
        Set<String> seen = new HashSet<>();
        String next = base + "/Organization?_count=2&name=" + name;
        while (!next.isEmpty()) {
            ObjectNode page = Json.object(send("GET", next, null, null).body());
            page.path("entry")
                    .forEach(entry ->
                            seen.add(entry.path("resource").path("name").asText()));
            next = "";
            for (var link : page.path("link")) {
                if (link.path("relation").asText().equals("next")) {
                    next = link.path("url").asText();
                }
            }
        }
        assertEquals(Set.of(name + 0, name + 1, name + 2, name + 3, name + 4), seen);
    }

    @Test
    void historyHoldsEveryVersionAndTheDeletedIsGone() throws Exception {
        String path = "/Organization/" + UUID.randomUUID();
        put(path, "one", null);
        put(path, "two", "W/\"1\"");
        ObjectNode history =
                Json.object(send("GET", path + "/_history", null, null).body());
        assertEquals(2, history.path("entry").size());
        assertEquals(200, send("DELETE", path, null, null).statusCode());
        assertEquals(410, send("GET", path, null, null).statusCode());
    }

    private HttpResponse<String> put(String path, String name, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        String id = path.substring(path.lastIndexOf('/') + 1);
        String json = "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
        return send("PUT", path, json, ifMatch);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .header("Content-Type", TYPE)
                .header("Accept", TYPE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
