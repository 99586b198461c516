package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What real servers get wrong, or do in their own way; about one resource in ten has one of these. */
enum Quirk {
    /** The booking rules under the other of their two URLs. */
    BOOKING_RULES_URL("HealthcareService"),
    /** A way to reach the clinic that leads nowhere. */
    TELECOM_WITHOUT_VALUE("HealthcareService"),
    /** A reference that is neither contained nor relative, with the organisation beside it. */
    PROVIDED_BY("HealthcareService"),
    /** An address whose kind is said in words only, with its area and an organisation contained beside it. */
    PHYSICAL_TYPE_TEXT("HealthcareService"),
    /** The order of treatments under the other of its two URLs. */
    SORT_KEY_URL("ActivityDefinition"),
    /** A treatment code of another system, with a display that the profile forbids. */
    CODE_SYSTEM("ActivityDefinition"),
    /** Tags in a text that patients read. */
    HTML_IN_DESCRIPTION("ActivityDefinition"),
    /** Systems of identifiers without the slash before the endpoint's id. */
    IDENTIFIER_SLASH("PractitionerRole"),
    /** What the server itself keeps about a resource. */
    SERVER_META("PractitionerRole"),
    /** Tags in how somebody presents themselves. */
    HTML_IN_PRESENTATION("PractitionerRole"),
    /** A photo as it comes from a phone; drawn large where the role is made. */
    LARGE_PHOTO("PractitionerRole");

    private final String type;

    Quirk(String type) {
        this.type = type;
    }

    /** The quirk of the {@code index}th resource of a type, or null: most have none. */
    static @Nullable Quirk of(String type, int index) {
        List<Quirk> known =
                Arrays.stream(values()).filter(quirk -> quirk.type.equals(type)).toList();
        // Clinics are few: closer together, so that the usual chain shows every kind.
        int every = type.equals("HealthcareService") ? 6 : 10;
        return known.isEmpty() || index % every != every - 1 ? null : known.get(index / every % known.size());
    }

    /** Gives {@code resource} the quirk of its place, if it has one. */
    static ObjectNode applied(ObjectNode resource, int index) {
        Quirk quirk = of(resource.path("resourceType").asText(), index);
        if (quirk != null) {
            quirk.give(resource);
        }
        return resource;
    }

    private void give(ObjectNode resource) {
        switch (this) {
            case BOOKING_RULES_URL -> url(resource, Urls.BOOKING_RULES, Urls.OTHER_BOOKING_RULES);
            case SORT_KEY_URL -> url(resource, Urls.SORT_KEY, Urls.OTHER_SORT_KEY);
            case TELECOM_WITHOUT_VALUE ->
                resource.withArrayProperty("telecom")
                        .addObject()
                        .put("system", "url")
                        .put("use", "work")
                        .put("rank", 3);
            case PROVIDED_BY -> providedBy(resource);
            case PHYSICAL_TYPE_TEXT -> physicalType(resource);
            case CODE_SYSTEM ->
                ((ObjectNode) resource.path("code").path("coding").path(0))
                        .put("system", Urls.OTHER_SERVICE_TYPE)
                        .put("display", resource.path("title").asText());
            case HTML_IN_DESCRIPTION ->
                resource.put(
                        "description", resource.path("description").asText() + " <b>500 kroner</b> i egenandel.<br/>");
            case IDENTIFIER_SLASH -> identifiers(resource);
            case SERVER_META -> serverMeta(resource);
            case HTML_IN_PRESENTATION -> presentation(resource);
            case LARGE_PHOTO -> {
                // Done where the photo is drawn.
            }
        }
    }

    private static void providedBy(ObjectNode clinic) {
        ObjectNode providedBy = clinic.withObjectProperty("providedBy");
        String id = providedBy.path("reference").asText().replace("Organization/", "");
        contain(clinic, "Organization", id).put("active", true).put("name", Owner.NAME);
        providedBy.put("reference", "Organization/#" + id);
    }

    private static void physicalType(ObjectNode clinic) {
        ObjectNode address = (ObjectNode) clinic.path("contained").path(0);
        address.putObject("physicalType").put("text", "Site");
        String area = address.path("partOf").path("reference").asText().replace("Location/", "");
        ObjectNode contained = contain(clinic, "Location", area);
        contained
                .put("status", "active")
                .put("name", "Area")
                .putObject("physicalType")
                .put("text", "Area");
        contain(clinic, "Organization", "owner").put("active", true).put("name", Owner.NAME);
    }

    private static void identifiers(ObjectNode role) {
        for (String who : List.of("practitioner", "organization")) {
            ObjectNode identifier = (ObjectNode) role.path(who).path("identifier");
            String system = identifier.path("system").asText();
            int slash = system.lastIndexOf('/');
            identifier.put("system", system.substring(0, slash) + system.substring(slash + 1));
        }
    }

    private static void serverMeta(ObjectNode role) {
        ObjectNode own = Elements.extension(role.withObjectProperty("meta"), Urls.SERVER_META);
        Elements.extension(own, "created").put("valueDateTime", "2026-03-09T08:15:42.190+01:00");
        Elements.extension(own, "row-version").put("valueString", "AAAAAAAAB9E=");
        Elements.extension(own, "allowed-actions").put("valueString", "read,update");
    }

    private static void presentation(ObjectNode role) {
        for (JsonNode extension : role.path("extension")) {
            if (extension.path("url").asText().equals(Urls.DESCRIPTION)) {
                String text = extension.path("valueString").asText();
                ((ObjectNode) extension).put("valueString", "<b>" + text.replaceFirst("\\. ", ".</b><br>"));
                return;
            }
        }
        Elements.extension(role, Urls.DESCRIPTION).put("valueString", "<p>Ny hos oss i <i>høst</i>.</p>");
    }

    private static void url(ObjectNode resource, String from, String to) {
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().equals(from)) {
                ((ObjectNode) extension).put("url", to);
            }
        }
    }

    private static ObjectNode contain(ObjectNode resource, String type, String id) {
        ObjectNode contained = Json.object().put("resourceType", type).put("id", id);
        resource.withArrayProperty("contained").add(contained);
        return contained;
    }
}
