package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Booking rules that contradict each other: something is not allowed, but there are hours within which it would be. */
final class BookingRules implements ResourceRule {
    /** A rule with its place. */
    private record Part(JsonNode value, String path) {}

    @Override
    public List<Breach> check(ObjectNode resource) {
        List<Breach> breaches = new ArrayList<>();
        JsonNode extensions = resource.path("extension");
        for (int i = 0; i < extensions.size(); i++) {
            // Servers use two urls for it, which end in the same way.
            if (extensions.path(i).path("url").asText("").endsWith("/ext-booking-rules")) {
                String path = resource.path("resourceType").asText() + ".extension[" + i + "]";
                Map<String, Part> parts = parts(extensions.path(i).path("extension"), path);
                contradiction(parts, "cancellationAllowed", "allowCancellation", "cancel-hours", breaches);
                contradiction(parts, "reschedulingAllowed", "allowReschedule", "reschedule-hours", breaches);
                parts.forEach((name, part) -> {
                    if (part.value().isNumber() && part.value().asInt() < 0) {
                        breaches.add(new Breach("below-zero", part.path()));
                    }
                });
            }
        }
        return breaches;
    }

    private static Map<String, Part> parts(JsonNode children, String path) {
        Map<String, Part> parts = new HashMap<>();
        for (int i = 0; i < children.size(); i++) {
            JsonNode child = children.get(i);
            for (var member : child.properties()) {
                if (member.getKey().startsWith("value")) {
                    parts.put(
                            child.path("url").asText(""), new Part(member.getValue(), path + ".extension[" + i + "]"));
                }
            }
        }
        return parts;
    }

    private static void contradiction(
            Map<String, Part> parts, String allowed, String hours, String kind, List<Breach> breaches) {
        Part permission = parts.get(allowed);
        if (permission == null
                || !permission.value().isBoolean()
                || permission.value().asBoolean()) {
            return;
        }
        Part found = first(parts, hours + "RemainingHours", hours + "AfterRegistrationHours");
        if (found != null) {
            breaches.add(new Breach(kind, found.path(), found.value().asInt()));
        }
    }

    private static @Nullable Part first(Map<String, Part> parts, String... names) {
        for (String name : names) {
            Part part = parts.get(name);
            if (part != null && part.value().asInt() > 0) {
                return part;
            }
        }
        return null;
    }
}
