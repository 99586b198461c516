package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.Base64;

/** Pieces that several kinds of resources are made of. */
final class Elements {
    private Elements() {}

    /** A resource that says which profile it follows. */
    static ObjectNode resource(String type, String id, String profile) {
        ObjectNode resource = Json.object().put("resourceType", type).put("id", id);
        resource.putObject("meta").putArray("profile").add(profile);
        return resource;
    }

    /** A new extension of {@code on}; its value or children are for the caller to fill in. */
    static ObjectNode extension(ObjectNode on, String url) {
        return on.withArrayProperty("extension").addObject().put("url", url);
    }

    static ObjectNode reference(String reference) {
        return Json.object().put("reference", reference);
    }

    static ObjectNode identifier(String system, String value) {
        return Json.object().put("system", system).put("value", value);
    }

    static ObjectNode concept(String system, String code, String display) {
        ObjectNode concept = Json.object();
        ObjectNode coding =
                concept.putArray("coding").addObject().put("system", system).put("code", code);
        if (!display.isEmpty()) {
            coding.put("display", display);
            concept.put("text", display);
        }
        return concept;
    }

    static void telecom(ObjectNode on, String system, String value, int rank) {
        ArrayNode telecom = on.withArrayProperty("telecom");
        telecom.addObject()
                .put("system", system)
                .put("value", value)
                .put("use", "work")
                .put("rank", rank);
    }

    /** Puts a picture into {@code on} as a contained Binary. */
    static void contain(ObjectNode on, String id, byte[] jpeg) {
        ObjectNode binary = on.withArrayProperty("contained").addObject();
        binary.put("resourceType", "Binary").put("id", id).put("contentType", "image/jpeg");
        binary.put("data", base64(jpeg));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Small letters, digits and hyphens only: {@code Nordtand Bærums Verk} becomes {@code nordtand-baerums-verk}. */
    static String slug(String text) {
        String plain = text.toLowerCase(java.util.Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("é", "e");
        return java.text.Normalizer.normalize(plain, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
