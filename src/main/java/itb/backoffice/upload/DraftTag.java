package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;

/**
 * The mark by which a new resource is found again where the server chooses its id: a {@code meta.tag} with the draft's
 * UUID. A role has no business key of its own, and a tag is the one thing every type can be searched by.
 */
final class DraftTag {
    private static final String SYSTEM = "urn:itb-backoffice:draft";

    private DraftTag() {}

    /** The tag as a search token. */
    static String of(Draft draft) {
        return SYSTEM + "|" + draft.id();
    }

    /** The draft's JSON with its tag. */
    static String tagged(Draft draft) {
        ObjectNode json = Json.object(draft.json());
        ObjectNode tag = json.withObject("/meta").withArray("tag").addObject();
        tag.put("system", SYSTEM).put("code", draft.id());
        return Json.write(json);
    }

    /** Whether {@code json} carries the draft's tag; a server that ignores the search would answer with anything. */
    static boolean isOn(Draft draft, String json) {
        for (JsonNode tag : Json.object(json).path("meta").path("tag")) {
            if (tag.path("system").asText().equals(SYSTEM)
                    && tag.path("code").asText().equals(draft.id())) {
                return true;
            }
        }
        return false;
    }
}
