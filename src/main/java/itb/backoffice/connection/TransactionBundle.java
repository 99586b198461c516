package itb.backoffice.connection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.FhirServer.Entry;
import itb.backoffice.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Bundle of a transaction, holding each resource exactly as given. */
final class TransactionBundle {
    private TransactionBundle() {}

    static String of(List<Entry> entries) {
        ObjectNode bundle = Json.object();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "transaction");
        ArrayNode list = bundle.putArray("entry");
        for (Entry entry : entries) {
            ObjectNode one = list.addObject();
            boolean post = entry.method().equals("POST");
            if (post && entry.id().startsWith("urn:")) {
                one.put("fullUrl", entry.id());
            }
            if (entry.json() != null) {
                one.set("resource", Json.object(entry.json()));
            }
            ObjectNode request = one.putObject("request");
            request.put("method", entry.method());
            request.put("url", post ? entry.type() : entry.type() + "/" + entry.id());
            put(request, "ifMatch", entry.ifMatch() == null ? null : Etag.header(entry.ifMatch()));
            put(request, "ifNoneExist", entry.ifNoneExist());
        }
        return Json.write(bundle);
    }

    private static void put(ObjectNode to, String name, @Nullable String value) {
        if (value != null) {
            to.put(name, value);
        }
    }
}
