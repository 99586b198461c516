package itb.backoffice.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Utf8Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the {@link Summary} of any resource; also of drafts, so that tables show what the user typed. */
public final class Summaries {
    /** Role: the practitioner's display; {@code system|value} of the identifier; the same for the billing organisation. */
    public static final String PERSON = "person", PERSON_KEY = "personKey";

    public static final String BILLING = "billing", BILLING_KEY = "billingKey";
    /** Role: the clinic's id, and the clinic's name as the role has it. */
    public static final String CLINIC_ID = "clinicId", CLINIC = "clinic";
    /** Role: the role's name in words; specialties; the presentation text. */
    public static final String ROLE = "role", SPECIALTY = "specialty", DESCRIPTION = "description";
    /** Role: the codes and the specialties as JSON arrays, for picking them again elsewhere. */
    public static final String ROLE_CONCEPTS = "roleConcepts", SPECIALTY_CONCEPTS = "specialtyConcepts";
    /** Treatment and others: the code, and the sort key. */
    public static final String CODE = "code", SORT_KEY = "sortKey";
    /** Clinic: the id of its area, and the town of its address. */
    public static final String AREA_ID = "areaId", CITY = "city";
    /** Clinic: its part of the web address. */
    public static final String WEB_NAME = "webName";

    private Summaries() {}

    /** The same of a text in memory. */
    public static Summary of(String type, String id, String json) {
        return of(type, id, Utf8Text.of(json));
    }

    /** The same of a resource's text, without decoding its pictures; for a text that is not JSON, little more than its id. */
    public static Summary of(String type, String id, Utf8Text json) {
        return of(type, id, LightTree.read(json));
    }

    /** Reads what can be read; whatever is malformed is left out, nothing is thrown. */
    public static Summary of(String type, String id, ObjectNode json) {
        Map<String, String> facts = new LinkedHashMap<>();
        boolean active = json.path("active").asBoolean(true)
                && !json.path("status").asText("active").matches("inactive|retired|suspended");
        String title = switch (type) {
            case "PractitionerRole" -> role(json, facts);
            case "ActivityDefinition" -> treatment(json, facts);
            case "HealthcareService" -> clinic(json, facts);
            case "Practitioner" -> name(json.path("name").path(0));
            default -> json.path("name").asText("");
        };
        return new Summary(type, id, title.isBlank() ? id : title, active, facts);
    }

    private static String role(ObjectNode json, Map<String, String> facts) {
        put(facts, PERSON, json.path("practitioner").path("display").asText(""));
        put(facts, PERSON_KEY, key(json.path("practitioner").path("identifier")));
        put(facts, BILLING, json.path("organization").path("display").asText(""));
        put(facts, BILLING_KEY, key(json.path("organization").path("identifier")));
        JsonNode clinic = json.path("healthcareService").path(0);
        String reference = clinic.path("reference").asText("");
        put(facts, CLINIC_ID, reference.substring(reference.lastIndexOf('/') + 1));
        put(facts, CLINIC, clinic.path("display").asText(""));
        put(facts, ROLE, words(json.path("code").path(0)));
        put(facts, SPECIALTY, words(json.path("specialty").path(0)));
        put(
                facts,
                ROLE_CONCEPTS,
                json.path("code").isArray() ? json.path("code").toString() : "");
        put(
                facts,
                SPECIALTY_CONCEPTS,
                json.path("specialty").isArray() ? json.path("specialty").toString() : "");
        for (JsonNode extension : json.path("extension")) {
            if (extension.path("url").asText("").endsWith("/ext-practitionerrole-description")) {
                put(facts, DESCRIPTION, extension.path("valueString").asText(""));
            }
        }
        return facts.getOrDefault(PERSON, "");
    }

    private static String treatment(ObjectNode json, Map<String, String> facts) {
        put(facts, CODE, json.path("code").path("coding").path(0).path("code").asText(""));
        for (JsonNode extension : json.path("extension")) {
            if (extension.path("url").asText("").endsWith("/ext-sort-key")) {
                put(facts, SORT_KEY, extension.path("valueInteger").asText(""));
            }
        }
        String title = json.path("title").asText("");
        return title.isBlank() ? json.path("name").asText("") : title;
    }

    private static String clinic(ObjectNode json, Map<String, String> facts) {
        for (JsonNode extension : json.path("extension")) {
            for (JsonNode child : extension.path("extension")) {
                if (child.path("url").asText("").equals("urlPlaceholder")) {
                    put(facts, WEB_NAME, child.path("valueString").asText(""));
                }
            }
        }
        String address = json.path("location").path(0).path("reference").asText("");
        for (JsonNode contained : json.path("contained")) {
            if (address.endsWith("#" + contained.path("id").asText(""))) {
                String area = contained.path("partOf").path("reference").asText("");
                put(facts, AREA_ID, area.substring(area.lastIndexOf('/') + 1));
                put(facts, CITY, contained.path("address").path("city").asText(""));
            }
        }
        return json.path("name").asText("");
    }

    private static String name(JsonNode name) {
        String text = name.path("text").asText("");
        if (!text.isBlank()) {
            return text;
        }
        StringBuilder parts = new StringBuilder();
        name.path("given").forEach(given -> parts.append(given.asText("")).append(' '));
        return parts.append(name.path("family").asText("")).toString().strip();
    }

    private static String key(JsonNode identifier) {
        String value = identifier.path("value").asText("");
        return value.isEmpty() ? "" : identifier.path("system").asText("") + "|" + value;
    }

    /** A CodeableConcept in words: its text, else its display, else its code. */
    public static String words(JsonNode concept) {
        String text = concept.path("text").asText("");
        if (!text.isBlank()) {
            return text;
        }
        String display = concept.path("coding").path(0).path("display").asText("");
        return display.isBlank() ? concept.path("coding").path(0).path("code").asText("") : display;
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.put(name, value.strip());
        }
    }
}
