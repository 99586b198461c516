package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;

/** One of the things that people do to a resource, for property tests. */
record RandomEdit(Slot slot, int value) {
    enum Slot {
        NAME,
        NO_ACTIVE,
        COMMENT,
        EXTENSION_TEXT,
        EXTENSION_GONE,
        EXTENSION_NEW,
        PHONE,
        MAIL_GONE,
        START,
        END,
        PHOTO,
        ALIAS_NEW,
        MONDAY,
        TAG,
        IDENTIFIER,
        CODE,
        POSITION,
        UNNAMED
    }

    static ObjectNode base() {
        return Json.object("""
                {"resourceType":"X","id":"1","meta":{"versionId":"1","profile":["p"]},
                 "contained":[{"resourceType":"Binary","id":"old","data":"AAAA"}],
                 "extension":[{"url":"u/a","valueString":"a"},{"url":"u/b","valueString":"b"},
                   {"url":"u/photo","valueReference":{"reference":"#old"}}],
                 "identifier":[{"system":"s","value":"1"}],"active":true,"name":"N","alias":["x","y"],
                 "code":[{"coding":[{"system":"c","code":"one"}],"text":"One"}],
                 "telecom":[{"system":"phone","use":"work","value":"1"},{"system":"email","value":"e"}],
                 "period":{"start":"2026","end":"2027"},
                 "availableTime":[{"daysOfWeek":["mon"],"availableStartTime":"08:00:00"},{"daysOfWeek":["tue"]}],
                 "note":[{"text":"one"},{"text":"two"}]}
                """);
    }

    /** Edits of the same place may collide; those of others must not. */
    Object place() {
        return slot;
    }

    void applyTo(ObjectNode json) {
        switch (slot) {
            case NAME -> json.put("name", "name " + value);
            case NO_ACTIVE -> json.remove("active");
            case COMMENT -> json.put("comment", "comment " + value);
            case EXTENSION_TEXT -> item(json, "extension", "url", "u/a").put("valueString", "text " + value);
            case EXTENSION_GONE -> remove(json, "extension", "url", "u/b");
            case EXTENSION_NEW -> {
                remove(json, "extension", "url", "u/new" + value);
                json.withArray("extension").insertObject(0).put("url", "u/new" + value);
            }
            case PHONE -> item(json, "telecom", "system", "phone").put("value", "tel " + value);
            case MAIL_GONE -> remove(json, "telecom", "system", "email");
            case START -> json.withObject("/period").put("start", "202" + value);
            case END -> json.withObject("/period").put("end", "203" + value);
            case PHOTO -> photo(json);
            case ALIAS_NEW -> alias(json);
            case MONDAY -> ((ObjectNode) json.at("/availableTime/0")).put("availableStartTime", "0" + value + ":00:00");
            case TAG -> json.withObject("/meta").put("tagged", value);
            case IDENTIFIER -> item(json, "identifier", "system", "s").put("value", "id " + value);
            case CODE -> ((ObjectNode) json.at("/code/0/coding/0")).put("code", "code " + value);
            case POSITION -> json.withObject("/position").put("latitude", value);
            case UNNAMED -> ((ObjectNode) json.at("/note/1")).put("text", "note " + value);
        }
    }

    private void photo(ObjectNode json) {
        json.putArray("contained").addObject().put("resourceType", "Binary").put("id", "photo" + value);
        item(json, "extension", "url", "u/photo").putObject("valueReference").put("reference", "#photo" + value);
    }

    private void alias(ObjectNode json) {
        ArrayNode alias = json.withArray("alias");
        for (JsonNode one : alias) {
            if (one.asText().equals("alias " + value)) {
                return;
            }
        }
        alias.add("alias " + value);
    }

    private static ObjectNode item(ObjectNode json, String array, String key, String name) {
        for (JsonNode item : json.path(array)) {
            if (item.path(key).asText().equals(name)) {
                return (ObjectNode) item;
            }
        }
        throw new AssertionError("No " + name);
    }

    private static void remove(ObjectNode json, String array, String key, String name) {
        var items = json.path(array).elements();
        while (items.hasNext()) {
            if (items.next().path(key).asText().equals(name)) {
                items.remove();
            }
        }
    }
}
