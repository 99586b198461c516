package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One version of a resource.
 *
 * @param seq its place in the order of all changes
 * @param number the version id, 1 being the first
 * @param method how it came about: POST, PUT or DELETE
 * @param json the text with id, version and time filled in; empty for a deletion
 */
record StoredVersion(long seq, String type, String id, long number, Instant updated, String method, String json) {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    boolean deleted() {
        return method.equals("DELETE");
    }

    String reference() {
        return type + "/" + id;
    }

    String versionedReference() {
        return reference() + "/_history/" + number;
    }

    String etag() {
        return "W/\"" + number + "\"";
    }

    String httpDate() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(updated.atOffset(ZoneOffset.UTC));
    }

    /** Whether an {@code If-Match} or {@code If-None-Match} header names this version; {@code *} names any. */
    boolean namedBy(String header) {
        for (String tag : header.split(",", -1)) {
            String plain = tag.strip().replaceFirst("^W/", "").replace("\"", "");
            if (plain.equals("*") || plain.equals(Long.toString(number))) {
                return true;
            }
        }
        return false;
    }

    StoredVersion withJson(String text) {
        return new StoredVersion(seq, type, id, number, updated, method, text);
    }

    /** The resource with what the server decides filled in, and everything else as and where it was. */
    ObjectNode stamped(ObjectNode resource) {
        ObjectNode meta = resource.get("meta") instanceof ObjectNode given ? given : Json.object();
        meta.put("versionId", Long.toString(number)).put("lastUpdated", instant(updated));
        ObjectNode stamped = resource;
        if (!resource.has("id") || !resource.has("meta")) {
            stamped = Json.object();
            for (String first : List.of("resourceType", "id", "meta")) {
                stamped.set(first, resource.get(first));
            }
            for (var member : resource.properties()) {
                stamped.set(member.getKey(), member.getValue());
            }
        }
        stamped.put("id", id);
        stamped.set("meta", meta);
        return stamped;
    }

    /** A time in FHIR's words, always with milliseconds. */
    static String instant(Instant time) {
        return INSTANT.format(time);
    }
}
