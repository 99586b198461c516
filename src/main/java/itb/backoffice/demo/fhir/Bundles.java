package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes lists as Bundles; the resources' texts go in as they are stored. */
final class Bundles {
    private Bundles() {}

    /** A page of a search. */
    static String searchset(FhirRequest request, ListStore.Found found, SearchQuery query) {
        StringBuilder json = opening(request, found, query.page(), "searchset", "");
        if (!found.versions().isEmpty()) {
            json.append(",\"entry\":[");
            String comma = "";
            for (StoredVersion version : found.versions()) {
                json.append(comma).append("{\"fullUrl\":").append(fullUrl(request, version));
                json.append(",\"resource\":").append(elements(version.json(), query.elements()));
                json.append(",\"search\":{\"mode\":\"match\"}}");
                comma = ",";
            }
            json.append(']');
        }
        return json.append('}').toString();
    }

    /** A page of what was computed, with the resources of {@code found} that it refers to. */
    static String computed(
            FhirRequest request, List<String> resources, ListStore.Found found, Page page, String profile) {
        StringBuilder json = opening(request, found, page, "searchset", profile);
        List<String> entries = new ArrayList<>();
        resources.forEach(resource -> entries.add("{\"resource\":" + resource + ",\"search\":{\"mode\":\"match\"}}"));
        found.versions()
                .forEach(version -> entries.add("{\"fullUrl\":" + fullUrl(request, version) + ",\"resource\":"
                        + version.json() + ",\"search\":{\"mode\":\"include\"}}"));
        if (!entries.isEmpty()) {
            json.append(",\"entry\":[").append(String.join(",", entries)).append(']');
        }
        return json.append('}').toString();
    }

    /** A page of a history. */
    static String history(FhirRequest request, ListStore.Found found, Page page) {
        StringBuilder json = opening(request, found, page, "history", "");
        if (!found.versions().isEmpty()) {
            json.append(",\"entry\":[");
            String comma = "";
            for (StoredVersion version : found.versions()) {
                json.append(comma).append("{\"fullUrl\":").append(fullUrl(request, version));
                if (!version.deleted()) {
                    json.append(",\"resource\":").append(version.json());
                }
                boolean created = version.method().equals("POST");
                json.append(",\"request\":{\"method\":\"")
                        .append(version.method())
                        .append("\",\"url\":");
                json.append(text(created ? version.type() : version.reference()))
                        .append('}');
                json.append(",\"response\":")
                        .append(Json.write(response(version, status(version))))
                        .append('}');
                comma = ",";
            }
            json.append(']');
        }
        return json.append('}').toString();
    }

    private static String status(StoredVersion version) {
        if (version.deleted()) {
            return "204 No Content";
        }
        return version.number() == 1 ? "201 Created" : "200 OK";
    }

    /** The {@code response} of an entry about {@code version}. */
    static ObjectNode response(StoredVersion version, String status) {
        return Json.object()
                .put("status", status)
                .put("location", version.versionedReference())
                .put("etag", version.etag())
                .put("lastModified", StoredVersion.instant(version.updated()));
    }

    private static StringBuilder opening(
            FhirRequest request, ListStore.Found found, Page page, String type, String profile) {
        StringBuilder json = new StringBuilder(65_536).append("{\"resourceType\":\"Bundle\",\"id\":\"");
        json.append(UUID.randomUUID()).append("\",\"meta\":{\"lastUpdated\":\"");
        json.append(StoredVersion.instant(found.time()))
                .append(profile.isEmpty() ? "\"" : "\",\"profile\":[" + text(profile) + "]")
                .append("},\"type\":\"")
                .append(type)
                .append('"');
        found.total().ifPresent(total -> json.append(",\"total\":").append(total));
        String url = request.base() + "/" + String.join("/", request.path());
        json.append(",\"link\":[").append(link("self", url, request.query()));
        if (page.offset() > 0) {
            long before = Math.max(0, page.offset() - page.count());
            json.append(',').append(link("previous", url, Page.link(request.query(), found.snapshot(), before)));
        }
        if (found.more()) {
            long after = page.offset() + page.count();
            json.append(',').append(link("next", url, Page.link(request.query(), found.snapshot(), after)));
        }
        return json.append(']');
    }

    private static String link(String relation, String url, String query) {
        String target = query.isEmpty() ? url : url + "?" + query;
        return "{\"relation\":\"" + relation + "\",\"url\":" + text(target) + "}";
    }

    private static String fullUrl(FhirRequest request, StoredVersion version) {
        return text(request.base() + "/" + version.reference());
    }

    private static String text(String text) {
        return Json.write(TextNode.valueOf(text));
    }

    /** The resource with only {@code wanted} and what every resource has, marked as a part; all of it when empty. */
    private static String elements(String json, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return json;
        }
        ObjectNode part = Json.object(json);
        part.retain(java.util.stream.Stream.concat(
                        wanted.stream(), java.util.stream.Stream.of("resourceType", "id", "meta"))
                .toList());
        part.withObjectProperty("meta")
                .withArrayProperty("tag")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
                .put("code", "SUBSETTED");
        return Json.write(part);
    }
}
