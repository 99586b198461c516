package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One entry of a Bundle of requests.
 *
 * @param index its place, from 0
 * @param fullUrl what other entries call its resource; may be empty
 * @param request the entry as a request of its own
 */
record BundleEntry(int index, String fullUrl, FhirRequest request) {
    private static final Map<String, String> CONDITIONS =
            Map.of("ifMatch", "if-match", "ifNoneMatch", "if-none-match", "ifNoneExist", "if-none-exist");

    static BundleEntry of(int index, JsonNode entry, FhirRequest whole) {
        JsonNode said = entry.path("request");
        String url = said.path("url").asText("");
        if (url.startsWith(whole.base() + "/")) {
            url = url.substring(whole.base().length() + 1);
        }
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        if (path.isEmpty()) {
            throw Refusal.invalid("An entry has no request.url").at("Bundle.entry[" + index + "]");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        whole.header("prefer").ifPresent(prefer -> headers.put("prefer", prefer));
        CONDITIONS.forEach((member, header) -> {
            if (said.path(member).isTextual()) {
                headers.put(header, said.path(member).asText());
            }
        });
        JsonNode resource = entry.get("resource");
        return new BundleEntry(
                index,
                entry.path("fullUrl").asText(""),
                new FhirRequest(
                        said.path("method").asText("").toUpperCase(Locale.ROOT),
                        whole.base(),
                        List.of(path.replaceFirst("^/", "").split("/", -1)),
                        question < 0 ? "" : url.substring(question + 1),
                        Map.copyOf(headers),
                        "",
                        resource instanceof ObjectNode object ? object : null));
    }

    /** Makes references to other entries into references to where their resources now are. */
    void refer(Map<String, String> places) {
        if (request.parsed() != null) {
            rewrite(request.parsed(), places);
        }
    }

    private static void rewrite(JsonNode node, Map<String, String> places) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            String reference = object.path("reference").asText();
            String place = places.get(reference);
            if (place != null) {
                object.set("reference", TextNode.valueOf(place));
            } else if (reference.startsWith("urn:uuid:")) {
                throw Refusal.invalid("No entry of the transaction has the fullUrl " + reference);
            }
        }
        for (JsonNode child : node) {
            rewrite(child, places);
        }
    }
}
