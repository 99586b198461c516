package itb.backoffice.demo.fhir;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One version of a resource.
 *
 * @param seq its place in the order of all changes
 * @param number the version id, 1 being the first
 * @param method how it came about: POST, PUT or DELETE
 * @param json the text with id, version and time filled in; empty for a deletion
 */
record StoredVersion(long seq, String type, String id, long number, Instant updated, String method, String json) {
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
}
