package itb.backoffice.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Utf8Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

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
    /** Treatment: the code, the campaign codes, what stands under the title. */
    public static final String CODE = "code", CAMPAIGNS = "campaigns", SUBTITLE = "subtitle";
    /** Treatment and area: the sort key; treatment and others: the status as it is written. */
    public static final String SORT_KEY = "sortKey", STATUS = "status";
    /** Clinic: the id of its area, and the town of its address. */
    public static final String AREA_ID = "areaId", CITY = "city";
    /** Clinic: when it opens and closes on its first day, or {@link #ALL_DAY}; and its part of the web address. */
    public static final String OPENING = "opening", ALL_DAY = "allDay", WEB_NAME = "webName";
    /** Organisation: {@link #BILLING_KIND} for one that sends invoices. */
    public static final String KIND = "kind", BILLING_KIND = "billing";
    /** Everything: each {@code system|value} that it is known by, a line each. */
    public static final String IDENTIFIERS = "identifiers";
    /** Everything: each {@code Type/id} that it refers to, a line each. */
    public static final String REFERS = "refers";
    /** Everything: all that people can read in it, for a search. */
    public static final String WORDS = "words";

    /** Counts up when summaries change, so that those on disk are made anew. */
    static final int VERSION = 3;

    private static final Set<String> HIDDEN = Set.of("inactive", "retired", "suspended", "draft");

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
        String status = json.path("status").asText("active");
        boolean active = json.path("active").asBoolean(true) && !HIDDEN.contains(status);
        String title = switch (type) {
            case "PractitionerRole" -> role(json, facts);
            case "ActivityDefinition" -> treatment(json, facts);
            case "HealthcareService" -> clinic(json, facts);
            case "Practitioner" -> name(json.path("name").path(0));
            case "Organization" -> organisation(json, facts);
            case "Location" -> area(json, facts);
            default -> json.path("name").asText("");
        };
        put(facts, IDENTIFIERS, Mentions.identifiers(json));
        put(facts, REFERS, Mentions.references(json));
        put(facts, WORDS, Mentions.words(json));
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
        put(
                facts,
                DESCRIPTION,
                extension(json, "ext-practitionerrole-description")
                        .path("valueString")
                        .asText(""));
        return facts.getOrDefault(PERSON, "");
    }

    private static String treatment(ObjectNode json, Map<String, String> facts) {
        put(facts, CODE, json.path("code").path("coding").path(0).path("code").asText(""));
        put(
                facts,
                SORT_KEY,
                extension(json, "ext-sort-key").path("valueInteger").asText(""));
        put(facts, STATUS, json.path("status").asText(""));
        put(facts, SUBTITLE, json.path("subtitle").asText(""));
        StringJoiner campaigns = new StringJoiner(", ");
        for (JsonNode campaign : extension(json, "ext-campaigns").path("extension")) {
            campaigns.add(campaign.path("valueCode").asText(""));
        }
        put(facts, CAMPAIGNS, campaigns.toString());
        String title = json.path("title").asText("");
        return title.isBlank() ? json.path("name").asText("") : title;
    }

    private static String clinic(ObjectNode json, Map<String, String> facts) {
        String address = json.path("location").path(0).path("reference").asText("");
        for (JsonNode contained : json.path("contained")) {
            if (address.endsWith("#" + contained.path("id").asText(""))) {
                String area = contained.path("partOf").path("reference").asText("");
                put(facts, AREA_ID, area.substring(area.lastIndexOf('/') + 1));
                put(facts, CITY, contained.path("address").path("city").asText(""));
            }
        }
        for (JsonNode child : extension(json, "ext-clinic-info").path("extension")) {
            if (child.path("url").asText("").equals("urlPlaceholder")) {
                put(facts, WEB_NAME, child.path("valueString").asText(""));
            }
        }
        JsonNode first = json.path("availableTime").path(0);
        String opens = clock(first.path("availableStartTime"));
        String times = opens.isEmpty() ? "" : opens + "–" + clock(first.path("availableEndTime"));
        put(facts, OPENING, first.path("allDay").asBoolean(false) ? ALL_DAY : times);
        return json.path("name").asText("");
    }

    private static String clock(JsonNode time) {
        String text = time.asText("");
        return text.length() < 5 ? "" : text.substring(0, 5);
    }

    private static String organisation(ObjectNode json, Map<String, String> facts) {
        String profiles = json.path("meta").path("profile").toString().toLowerCase(Locale.ROOT);
        String systems = json.path("identifier").toString().toLowerCase(Locale.ROOT);
        boolean portal = profiles.contains("provider")
                || !extension(json, "organization-settings").isMissingNode();
        if (!portal && (profiles.contains("billing") || systems.contains("billingorganization"))) {
            facts.put(KIND, BILLING_KIND);
        }
        return json.path("name").asText("");
    }

    private static String area(ObjectNode json, Map<String, String> facts) {
        put(
                facts,
                SORT_KEY,
                extension(json, "ext-sort-key").path("valueInteger").asText(""));
        return json.path("name").asText("");
    }

    private static JsonNode extension(JsonNode of, String name) {
        for (JsonNode extension : of.path("extension")) {
            if (extension.path("url").asText("").endsWith("/" + name)) {
                return extension;
            }
        }
        return MissingNode.getInstance();
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

    /** The system in {@code system|value}; a value may have such a bar in it, an address cannot. */
    public static String system(String key) {
        return key.substring(0, Math.max(0, key.indexOf('|')));
    }

    /** The value in {@code system|value}. */
    public static String value(String key) {
        return key.substring(key.indexOf('|') + 1);
    }

    static String key(JsonNode identifier) {
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
