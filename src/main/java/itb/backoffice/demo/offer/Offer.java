package itb.backoffice.demo.offer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One person who does one treatment at one clinic. Texts that there are none of are empty.
 *
 * @param offlineReason why it cannot be booked online; empty where it can
 */
public record Offer(
        Part treatment,
        Part clinic,
        Part role,
        String duration,
        String price,
        String bookingUrl,
        String offlineReason) {
    /** A resource that the offer is made of, and what it is called. */
    public record Part(String type, String id, String name) {
        boolean is(String otherType, String otherId) {
            return type.equals(otherType) && id.equals(otherId);
        }
    }

    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";

    /** Whether the resource {@code type/id} is part of it. */
    public boolean has(String type, String id) {
        return treatment.is(type, id) || clinic.is(type, id) || role.is(type, id);
    }

    /** The same for the same three resources. */
    public String id() {
        String key = treatment.id() + "/" + clinic.id() + "/" + role.id();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** As a resource that follows OfferPortal. */
    public ObjectNode resource() {
        ObjectNode resource = Json.object().put("resourceType", "Parameters").put("id", id());
        resource.putObject("meta").putArray("profile").add(PORTAL + "offer-portal");
        ObjectNode offering = resource.putArray("parameter").addObject().put("name", "offering");
        ArrayNode parts = offering.putArray("part");
        reference(parts, "activityDefinition", treatment);
        reference(parts, "healthcareService", clinic);
        reference(parts, "practitionerRole", role);
        text(parts, "duration", "valueString", duration);
        text(parts, "price", "valueString", price);
        text(parts, "bookingUrl", "valueUrl", bookingUrl);
        parts.addObject().put("name", "isOnline").put("valueBoolean", offlineReason.isEmpty());
        text(parts, "offlineReason", "valueString", offlineReason);
        return resource;
    }

    private static void reference(ArrayNode parts, String name, Part to) {
        ObjectNode reference = parts.addObject().put("name", name).putObject("valueReference");
        reference.put("reference", to.type() + "/" + to.id());
        text(reference, to.name());
    }

    private static void text(ObjectNode reference, String display) {
        if (!display.isEmpty()) {
            reference.put("display", display);
        }
    }

    private static void text(ArrayNode parts, String name, String value, String text) {
        if (!text.isEmpty()) {
            parts.addObject().put("name", name).put(value, text);
        }
    }
}
