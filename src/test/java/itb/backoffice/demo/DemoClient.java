package itb.backoffice.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A plain HTTP client, as unknowing of the server as curl. */
public final class DemoClient {
    /** An answer with its body as text. */
    public record Reply(int status, String body, HttpResponse<byte[]> http) {
        /** The body as JSON. */
        public ObjectNode json() {
            return Json.object(body);
        }

        /** A header, or an empty text. */
        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** The texts at {@code path} in each entry of a Bundle. */
        public List<String> each(String... path) {
            List<String> found = new ArrayList<>();
            for (JsonNode entry : json().path("entry")) {
                JsonNode node = entry;
                for (String step : path) {
                    node = node.path(step);
                }
                found.add(node.asText());
            }
            return found;
        }

        /** The link of this relation, or an empty text. */
        public String link(String relation) {
            for (JsonNode link : json().path("link")) {
                if (link.path("relation").asText().equals(relation)) {
                    return link.path("url").asText();
                }
            }
            return "";
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public DemoClient(DemoServer server) {
        this.base = server.baseUrl().toString();
    }

    /** Sends a request; {@code headers} are names and values in turn. */
    public Reply send(String method, String path, String body, String... headers) throws Exception {
        String address = path.startsWith("http") ? path : path.isEmpty() ? base : base + "/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/fhir+json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Reply(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer);
    }

    public Reply get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    public Reply put(String path, String body, String... headers) throws Exception {
        return send("PUT", path, body, headers);
    }

    public Reply post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    public Reply delete(String path, String... headers) throws Exception {
        return send("DELETE", path, "", headers);
    }

    /** A role, as small as it gets. */
    public static String role(String id, String person) {
        return """
                {"resourceType":"PractitionerRole","id":"%s","active":true,"practitioner":{"identifier":\
                {"system":"urn:p","value":"%s"},"display":"%s"},"organization":{"identifier":{"system":"urn:b",\
                "value":"9"}},"healthcareService":[{"reference":"HealthcareService/c1"}]}""".formatted(id, person, person);
    }

    /** An organisation of this name. */
    public static String organisation(String id, String name) {
        return "{\"resourceType\":\"Organization\",\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name);
    }
}
