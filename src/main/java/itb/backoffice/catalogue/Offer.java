package itb.backoffice.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Utf8Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server says can be booked: a treatment at a clinic with somebody. It computes that, and nobody can change it
 * here. Texts that it does not give are empty.
 *
 * @param id the server's id for it; often empty
 * @param others what it says besides, by name
 */
public record Offer(
        String id,
        Part treatment,
        Part clinic,
        Part role,
        String duration,
        String price,
        String bookingUrl,
        boolean online,
        String offlineReason,
        Map<String, String> others) {
    /**
     * What an offer is made of.
     *
     * @param reference {@code Type/id}
     * @param name as the server gives it
     */
    public record Part(String reference, String name) {
        static final Part NONE = new Part("", "");
    }

    /** An absolute address, or one with a version, leads to the same resource. */
    private static final Pattern REFERENCE = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+/[^/#]+?)(?:/_history/.*)?");

    /** By which an offer can be told from others where it has no id. */
    public String parts() {
        return treatment.reference() + " " + clinic.reference() + " " + role.reference();
    }

    /** The offers in a resource of the type {@code Parameters}: one, if it follows its profile. */
    static List<Offer> in(Utf8Text json) {
        JsonNode resource = LightTree.read(json);
        List<Offer> found = new ArrayList<>();
        for (JsonNode parameter : resource.path("parameter")) {
            if (parameter.path("name").asText("").equals("offering")) {
                found.add(offer(resource.path("id").asText(""), parameter.path("part")));
            }
        }
        return found;
    }

    private static Offer offer(String id, JsonNode parts) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (JsonNode part : parts) {
            values.putIfAbsent(part.path("name").asText(""), value(part));
        }
        Part treatment = part(values.remove("activityDefinition"));
        Part clinic = part(values.remove("healthcareService"));
        Part role = part(values.remove("practitionerRole"));
        String duration = text(values.remove("duration"));
        String price = text(values.remove("price"));
        String bookingUrl = text(values.remove("bookingUrl"));
        String reason = text(values.remove("offlineReason"));
        String online = text(values.remove("isOnline"));
        Map<String, String> others = new LinkedHashMap<>();
        values.forEach((name, value) -> others.put(name, text(value)));
        return new Offer(
                id,
                treatment,
                clinic,
                role,
                duration,
                price,
                bookingUrl,
                // Where it does not say, a reason against it says enough.
                online.isEmpty() ? reason.isEmpty() : online.equals("true"),
                reason,
                others);
    }

    private static JsonNode value(JsonNode part) {
        for (Iterator<String> names = part.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith("value")) {
                return part.path(name);
            }
        }
        return part.path("value");
    }

    private static Part part(@Nullable JsonNode reference) {
        if (reference == null) {
            return Part.NONE;
        }
        var literal = REFERENCE.matcher(reference.path("reference").asText(""));
        return new Part(
                literal.matches() ? literal.group(1) : "",
                reference.path("display").asText("").strip());
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isValueNode() ? value.asText("").strip() : value.isContainerNode() ? value.toString() : "";
    }
}
