package itb.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Another client of the demo server: shows what is really there, and changes it behind the program's back. */
record DemoHttp(String baseUrl) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String JSON = "application/fhir+json";

    /** {@code Type/id}. */
    static String reference(ObjectNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    static String version(ObjectNode resource) {
        return resource.path("meta").path("versionId").asText();
    }

    /** All roles that the server has, by {@code Type/id}. */
    Map<String, ObjectNode> roles() {
        return all("PractitionerRole");
    }

    /** All resources of a type that the server has, by {@code Type/id}. */
    Map<String, ObjectNode> all(String type) {
        Map<String, ObjectNode> all = new TreeMap<>();
        String url = baseUrl + "/" + type + "?_count=200";
        while (!url.isEmpty()) {
            ObjectNode bundle = body(HttpRequest.newBuilder(URI.create(url)), 200);
            for (JsonNode entry : bundle.path("entry")) {
                ObjectNode resource = (ObjectNode) entry.path("resource");
                all.put(reference(resource), resource);
            }
            url = "";
            for (JsonNode link : bundle.path("link")) {
                url = link.path("relation").asText().equals("next")
                        ? link.path("url").asText()
                        : url;
            }
        }
        return all;
    }

    /** An active role with a plain presentation text, as most have. */
    ObjectNode usualRole() {
        return roles().values().stream()
                .filter(role -> !presentation(role).isEmpty()
                        && !presentation(role).contains("<")
                        && role.path("active").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    static String presentation(ObjectNode role) {
        for (JsonNode extension : role.path("extension")) {
            if (extension.path("url").asText().equals(RoleForm.DESCRIPTION_URL)) {
                return extension.path("valueString").asText();
            }
        }
        return "";
    }

    /** The same with another presentation text. */
    static ObjectNode presented(ObjectNode role, String text) {
        ObjectNode copy = role.deepCopy();
        for (JsonNode extension : copy.path("extension")) {
            if (extension.path("url").asText().equals(RoleForm.DESCRIPTION_URL)) {
                ((ObjectNode) extension).put("valueString", text);
            }
        }
        return copy;
    }

    /** The same without what the server itself counts up. */
    static ObjectNode unversioned(ObjectNode role) {
        ObjectNode copy = role.deepCopy();
        if (copy.get("meta") instanceof ObjectNode meta) {
            meta.remove("versionId");
            meta.remove("lastUpdated");
        }
        return copy;
    }

    ObjectNode get(String reference) {
        return body(HttpRequest.newBuilder(URI.create(baseUrl + "/" + reference)), 200);
    }

    /** Writes a new {@code resource} under its own id. */
    void create(ObjectNode resource) {
        body(
                HttpRequest.newBuilder(URI.create(baseUrl + "/" + reference(resource)))
                        .header("Content-Type", JSON)
                        .PUT(HttpRequest.BodyPublishers.ofString(Json.write(resource))),
                201);
    }

    /** Writes {@code resource} on top of {@code version}. */
    void put(ObjectNode resource, String version) {
        body(
                HttpRequest.newBuilder(URI.create(baseUrl + "/" + reference(resource)))
                        .header("Content-Type", JSON)
                        .header("If-Match", "W/\"" + version + "\"")
                        .PUT(HttpRequest.BodyPublishers.ofString(Json.write(resource))),
                200);
    }

    /** Deletes a resource. */
    void delete(String reference) {
        send(HttpRequest.newBuilder(URI.create(baseUrl + "/" + reference)).DELETE(), 204);
    }

    private static ObjectNode body(HttpRequest.Builder request, int expected) {
        return Json.object(send(request, expected));
    }

    private static String send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.header("Accept", JSON).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
