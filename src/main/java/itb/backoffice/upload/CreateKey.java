package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * By what a new resource is found again where the server chooses its id: its business key where it has one that the
 * server can search for, else a {@code meta.tag} with the draft's UUID, the one thing that every type can have.
 *
 * @param parameter the search parameter
 * @param value {@code system|value}
 */
record CreateKey(String parameter, String value) {
    private static final String TAG = "_tag";
    private static final String TAG_SYSTEM = "urn:itb-backoffice:draft";

    /** The key of a new resource on a server with these rules. */
    static CreateKey of(Draft draft, @Nullable TypeRules rules) {
        ObjectNode json = Json.object(draft.json());
        if (rules != null
                && rules.searchParams().contains("code")
                && draft.type().equals("ActivityDefinition")) {
            JsonNode coding = json.path("code").path("coding").path(0);
            if (coding.hasNonNull("code")) {
                return new CreateKey("code", token(coding.path("system"), coding.path("code")));
            }
        }
        if (rules != null && rules.searchParams().contains("identifier")) {
            for (JsonNode identifier : json.path("identifier")) {
                if (identifier.hasNonNull("system") && identifier.hasNonNull("value")) {
                    return new CreateKey("identifier", token(identifier.path("system"), identifier.path("value")));
                }
            }
        }
        return tag(draft);
    }

    /** The tag, whatever else there is. */
    static CreateKey tag(Draft draft) {
        return new CreateKey(TAG, TAG_SYSTEM + "|" + draft.id());
    }

    private static String token(JsonNode system, JsonNode value) {
        return system.asText("") + "|" + value.asText("");
    }

    /** Whether whatever carries the key was made from this very draft. */
    boolean own() {
        return parameter.equals(TAG);
    }

    /** The value of {@code If-None-Exist}. */
    String condition() {
        String escaped = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("%7C", "|");
        return parameter + "=" + escaped;
    }

    /** What to send: the draft's JSON, with its tag where that is the key. */
    String sent(Draft draft) {
        if (!own()) {
            return draft.json();
        }
        ObjectNode json = Json.object(draft.json());
        ObjectNode tag = json.withObject("/meta").withArray("tag").addObject();
        tag.put("system", TAG_SYSTEM).put("code", draft.id());
        return Json.write(json);
    }

    /** Whether {@code json} carries the key; a server that ignores the search would answer with anything. */
    boolean isOn(ObjectNode json) {
        return switch (parameter) {
            case TAG -> in(json.path("meta").path("tag"), "code");
            case "code" -> in(json.path("code").path("coding"), "code");
            default -> in(json.path("identifier"), "value");
        };
    }

    private boolean in(JsonNode items, String member) {
        for (JsonNode item : items) {
            if (token(item.path("system"), item.path(member)).equals(value)) {
                return true;
            }
        }
        return false;
    }
}
