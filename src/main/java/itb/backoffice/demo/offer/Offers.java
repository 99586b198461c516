package itb.backoffice.demo.offer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes what a chain offers from its resources: the treatments of every active role, at the role's clinic. */
public final class Offers {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private record Treatment(Offer.Part part, String code, int minutes, boolean active) {}

    private record Clinic(Offer.Part part, boolean swedish, boolean active, boolean elsewhere, String web) {}

    private record Role(Offer.Part part, String clinic, List<String> professions, String system) {}

    private final List<Treatment> treatments = new ArrayList<>();
    private final Map<String, Clinic> clinics = new HashMap<>();
    private final List<Role> roles = new ArrayList<>();

    /** Takes a resource into account; only what the offers depend on is kept of it. */
    public void add(JsonNode resource) {
        switch (resource.path("resourceType").asText()) {
            case "ActivityDefinition" -> treatments.add(treatment(resource));
            case "HealthcareService" -> {
                Clinic clinic = clinic(resource);
                clinics.put(clinic.part().id(), clinic);
            }
            case "PractitionerRole" -> {
                if (resource.path("active").asBoolean()) {
                    roles.add(role(resource));
                }
            }
            default -> {
                // Nothing else has to do with what is offered.
            }
        }
    }

    private static Treatment treatment(JsonNode resource) {
        Matcher number = NUMBER.matcher(resource.path("subtitle").asText());
        return new Treatment(
                part(resource, resource.path("title").asText()),
                resource.path("code").path("coding").path(0).path("code").asText(),
                number.find() ? Integer.parseInt(number.group()) : 0,
                resource.path("status").asText().equals("active"));
    }

    private static Clinic clinic(JsonNode resource) {
        boolean swedish = false;
        for (JsonNode contained : resource.path("contained")) {
            swedish |= contained.path("address").path("country").asText().equals("SE");
        }
        boolean elsewhere = false;
        for (JsonNode extension : resource.path("extension")) {
            for (JsonNode child : extension.path("extension")) {
                elsewhere |= child.path("url").asText().equals("hasExternalBooking")
                        && child.path("valueBoolean").asBoolean();
            }
        }
        String web = "";
        for (JsonNode contact : resource.path("telecom")) {
            web = web.isEmpty() && contact.path("system").asText().equals("url")
                    ? contact.path("value").asText()
                    : web;
        }
        return new Clinic(
                part(resource, resource.path("name").asText()),
                swedish,
                resource.path("active").asBoolean(),
                elsewhere,
                web);
    }

    private static Role role(JsonNode resource) {
        List<String> professions = new ArrayList<>();
        for (JsonNode concept : resource.path("code")) {
            concept.path("coding")
                    .forEach(coding -> professions.add(coding.path("code").asText()));
        }
        JsonNode person = resource.path("practitioner");
        String clinic =
                resource.path("healthcareService").path(0).path("reference").asText();
        return new Role(
                part(resource, person.path("display").asText()),
                clinic.substring(clinic.lastIndexOf('/') + 1),
                professions,
                person.path("identifier").path("system").asText());
    }

    private static Offer.Part part(JsonNode resource, String name) {
        return new Offer.Part(
                resource.path("resourceType").asText(), resource.path("id").asText(), name);
    }

    /** What is offered, role by role. */
    public List<Offer> all() {
        Set<String> systems = new HashSet<>();
        roles.forEach(role -> systems.add(role.system()));
        Practice practice = new Practice(systems);
        // People of the same profession in the same system do the same: long chains are worked out once for each.
        Map<String, List<Treatment>> known = new HashMap<>();
        List<Offer> offers = new ArrayList<>();
        for (Role role : roles) {
            Clinic clinic = clinics.get(role.clinic());
            if (clinic == null) {
                continue;
            }
            Set<Treatment> done = new HashSet<>();
            for (String profession : role.professions()) {
                known
                        .computeIfAbsent(
                                profession + " " + role.system() + " " + clinic.swedish(),
                                any -> treatments.stream()
                                        .filter(treatment -> practice.does(
                                                profession, role.system(), treatment.code(), clinic.swedish()))
                                        .toList())
                        .stream()
                        .filter(done::add)
                        .forEach(treatment -> offers.add(offer(treatment, clinic, role, profession)));
            }
        }
        return List.copyOf(offers);
    }

    private static Offer offer(Treatment treatment, Clinic clinic, Role role, String profession) {
        int minutes = treatment.minutes();
        int price = Practice.price(profession, minutes);
        return new Offer(
                treatment.part(),
                clinic.part(),
                role.part(),
                minutes == 0 ? "" : minutes + " min",
                price == 0 ? "" : (clinic.swedish() ? "från " : "fra ") + price + " kr",
                clinic.elsewhere() ? clinic.web() : "",
                offlineReason(treatment, clinic));
    }

    private static String offlineReason(Treatment treatment, Clinic clinic) {
        boolean swedish = clinic.swedish();
        if (!clinic.active()) {
            return swedish ? "Kliniken är inte aktiv" : "Klinikken er ikke aktiv";
        }
        if (!treatment.active()) {
            return swedish ? "Behandlingen är arkiverad" : "Behandlingen er arkivert";
        }
        if (clinic.elsewhere()) {
            return swedish
                    ? "Kliniken tar emot bokningar på sin egen webbplats"
                    : "Klinikken tar imot bestillinger på sin egen nettside";
        }
        return "";
    }
}
