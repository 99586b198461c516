package itb.backoffice.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.FhirServer.Entry;
import itb.backoffice.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Bundle of a transaction; each resource goes in as the text that it is. */
final class TransactionBundle {
    private TransactionBundle() {}

    static String of(List<Entry> entries) {
        StringBuilder bundle =
                new StringBuilder(1024).append("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
        String comma = "";
        for (Entry entry : entries) {
            boolean post = entry.method().equals("POST");
            ObjectNode request = Json.object();
            request.put("method", entry.method());
            request.put("url", post ? entry.type() : entry.type() + "/" + entry.id());
            String version = entry.ifMatch();
            put(request, "ifMatch", version == null || version.isEmpty() ? null : Etag.header(version));
            put(request, "ifNoneMatch", entry.method().equals("PUT") && version == null ? "*" : null);
            put(request, "ifNoneExist", entry.ifNoneExist());
            bundle.append(comma).append('{');
            if (post && entry.id().startsWith("urn:")) {
                bundle.append("\"fullUrl\":\"").append(entry.id()).append("\",");
            }
            if (entry.json() != null) {
                bundle.append("\"resource\":").append(entry.json()).append(',');
            }
            bundle.append("\"request\":").append(Json.write(request)).append('}');
            comma = ",";
        }
        return bundle.append("]}").toString();
    }

    private static void put(ObjectNode to, String name, @Nullable String value) {
        if (value != null) {
            to.put(name, value);
        }
    }
}
