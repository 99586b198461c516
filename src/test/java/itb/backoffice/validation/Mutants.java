package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Valid resources, each with one change that a person, a server or another program might make. */
final class Mutants {
    /**
     * One of them.
     *
     * @param rule the error that is expected, or an empty text where none is
     * @param path where it is expected
     */
    record Mutant(String name, String json, String rule, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String ROLE = "PractitionerRole";
    private static final String PHOTO_URL = Samples.PORTAL + "ext-binary-reference";

    private final List<Mutant> all = new ArrayList<>();

    private Mutants() {}

    /** Mutants of the role, with what is expected of them. */
    static List<Mutant> ofRole() {
        Mutants mutants = new Mutants();
        mutants.missing();
        mutants.prohibited();
        mutants.malformed();
        mutants.extensions();
        mutants.allowed();
        return mutants.all;
    }

    private void missing() {
        for (String name : List.of("id", "active", "practitioner", "organization", "healthcareService", "code")) {
            role("no " + name, "required", name, json -> json.remove(name));
        }
        for (String name :
                List.of("practitioner.identifier", "practitioner.display", "organization.identifier", "meta.profile")) {
            String[] steps = name.split("\\.");
            role("no " + name, "required", name, json -> at(json, steps[0]).remove(steps[1]));
        }
    }

    private void prohibited() {
        role(
                "practitioner by link",
                "prohibited",
                "practitioner.reference",
                json -> at(json, "practitioner").put("reference", "Practitioner/1"));
        role(
                "organisation by link",
                "prohibited",
                "organization.reference",
                json -> at(json, "organization").put("reference", "Organization/1"));
        role(
                "organisation type",
                "prohibited",
                "organization.type",
                json -> at(json, "organization").put("type", "Organization"));
        role("period", "prohibited", "period", json -> json.putObject("period").put("start", "2026-01-01"));
        role("rules", "prohibited", "implicitRules", json -> json.put("implicitRules", "http://a.test/rules"));
        for (String name : List.of("endpoint", "location")) {
            role(
                    name,
                    "prohibited",
                    name,
                    json -> json.putArray(name).addObject().put("display", "x"));
        }
        role(
                "identifier",
                "prohibited",
                "identifier",
                json -> json.putArray("identifier").addObject().put("value", "1"));
        role(
                "telecom",
                "prohibited",
                "telecom",
                json -> json.putArray("telecom").addObject().put("value", "1"));
        role(
                "absence",
                "prohibited",
                "notAvailable",
                json -> json.putArray("notAvailable").addObject().put("description", "x"));
        role(
                "hours",
                "prohibited",
                "availableTime",
                json -> json.putArray("availableTime").addObject().put("allDay", true));
        role("exceptions", "prohibited", "availabilityExceptions", json -> json.put("availabilityExceptions", "x"));
        role(
                "two clinics",
                "too-many",
                "healthcareService",
                json -> ((ArrayNode) json.get("healthcareService"))
                        .addObject()
                        .put("reference", "HealthcareService/2"));
    }

    private void malformed() {
        role("birth date", "unknown", "birthDate", json -> json.put("birthDate", "1980-01-01"));
        role(
                "nested unknown",
                "unknown",
                "practitioner.nickname",
                json -> at(json, "practitioner").put("nickname", "Ing"));
        role("active as text", "shape", "active", json -> json.put("active", "true"));
        role("active as number", "shape", "active", json -> json.put("active", 1));
        role("active as null", "shape", "active", json -> json.putNull("active"));
        role(
                "code without list",
                "shape",
                "code",
                json -> json.set("code", json.get("code").get(0)));
        role("practitioner as text", "shape", "practitioner", json -> json.put("practitioner", "Ingrid"));
        role("practitioner in a list", "shape", "practitioner", json -> {
            JsonNode practitioner = json.get("practitioner");
            json.putArray("practitioner").add(practitioner);
        });
        role(
                "number as code",
                "shape",
                "code[0].coding[0].code",
                json -> ((ObjectNode) json.at("/code/0/coding/0")).put("code", 5));
        role(
                "list in a list",
                "not-fhir",
                "?",
                json -> json.putArray("practitioner").addArray());
        role("meta in a list", "shape", "meta", json -> json.putArray("meta"));
        role("meta as text", "shape", "meta", json -> json.put("meta", "x"));
        role("id with a space", "format", "id", json -> json.put("id", "a b"));
        role(
                "date in words",
                "format",
                "meta.lastUpdated",
                json -> at(json, "meta").put("lastUpdated", "yesterday"));
        role(
                "system with spaces",
                "format",
                "practitioner.identifier.system",
                json -> ((ObjectNode) json.at("/practitioner/identifier")).put("system", "not a uri"));
        role(
                "empty name",
                "empty",
                "practitioner.display",
                json -> at(json, "practitioner").put("display", ""));
        role(
                "empty identifier",
                "empty",
                "practitioner.identifier",
                json -> at(json, "practitioner").putObject("identifier"));
        role("empty list", "empty", "healthcareService", json -> json.putArray("healthcareService"));
        role(
                "use that is none",
                "code",
                "practitioner.identifier.use",
                json -> ((ObjectNode) json.at("/practitioner/identifier")).put("use", "sometimes"));
        // Norwegian is in none of the lists of codes that the reference knows for this element.
        role("language outside the list", "code", "language", json -> json.put("language", "nb"));
        role(
                "link with a space",
                "reference",
                "healthcareService[0]",
                json -> ((ObjectNode) json.at("/healthcareService/0")).put("reference", "Health care"));
        role(
                "script in the narrative",
                "narrative",
                "text.div",
                json -> json.putObject("text")
                        .put("status", "generated")
                        .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></div>"));
    }

    private void extensions() {
        role("description as number", "extension-type", "extension[0]", json -> {
            ObjectNode extension = (ObjectNode) json.at("/extension/0");
            extension.remove("valueString");
            extension.put("valueInteger", 3);
        });
        role(
                "description without value",
                "extension-empty",
                "extension[0]",
                json -> ((ObjectNode) json.at("/extension/0")).remove("valueString"));
        role(
                "two descriptions",
                "too-many",
                "extension",
                json -> ((ArrayNode) json.get("extension"))
                        .add(json.at("/extension/0").deepCopy()));
        role(
                "photo that is not there",
                "reference-missing",
                "extension[1].value.ofType(Reference)",
                json -> ((ArrayNode) json.get("extension"))
                        .addObject()
                        .put("url", PHOTO_URL)
                        .putObject("valueReference")
                        .put("reference", "#photo"));
        role(
                "photo that nobody uses",
                "orphan",
                "contained[0]",
                json -> json.putArray("contained")
                        .addObject()
                        .put("resourceType", "Binary")
                        .put("id", "photo")
                        .put("contentType", "image/png")
                        .put("data", "AAAA"));
        role(
                "clinic info on a role",
                "extension-place",
                "",
                json -> ((ArrayNode) json.get("extension"))
                        .addObject()
                        .put("url", Samples.PORTAL + "ext-campaigns")
                        .putArray("extension")
                        .addObject()
                        .put("url", "campaign")
                        .put("valueCode", "x"));
    }

    private void allowed() {
        for (String name : List.of("specialty", "meta")) {
            role("no " + name, "", "", json -> json.remove(name));
        }
        role("no description", "", "", json -> json.remove("extension"));
        role("no clinic name", "", "", json -> ((ObjectNode) json.at("/healthcareService/0")).remove("display"));
        role(
                "another extension",
                "",
                "",
                json -> ((ArrayNode) json.get("extension"))
                        .addObject()
                        .put("url", "http://a.test/own")
                        .put("valueBoolean", true));
        role(
                "two role codes",
                "",
                "",
                json -> ((ArrayNode) json.get("code")).addObject().put("text", "Kirurg"));
        role("inactive", "", "", json -> json.put("active", false));
        role(
                "name with a space after it",
                "",
                "",
                json -> at(json, "practitioner").put("display", "Ingrid "));
    }

    private void role(String name, String kind, String element, Consumer<ObjectNode> change) {
        String path = element.isEmpty() ? ROLE : element.equals("?") ? "" : ROLE + "." + element;
        all.add(new Mutant(name, Samples.changed("role", change), kind, kind.isEmpty() ? "" : path));
    }

    private static ObjectNode at(ObjectNode json, String name) {
        return (ObjectNode) json.get(name);
    }

    /** The fixture with each of its members taken away in turn, at every depth; nothing is expected but equal verdicts. */
    static List<Mutant> withoutOne(String fixture) {
        List<Mutant> mutants = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        collect(Json.object(Samples.text(fixture)), "", pointers);
        for (String pointer : pointers) {
            int slash = pointer.lastIndexOf('/');
            String json = Samples.changed(fixture, root -> {
                JsonNode parent = root.at(pointer.substring(0, slash));
                if (parent instanceof ObjectNode object) {
                    object.remove(pointer.substring(slash + 1));
                } else {
                    ((ArrayNode) parent).remove(Integer.parseInt(pointer.substring(slash + 1)));
                }
            });
            mutants.add(new Mutant(fixture + " without " + pointer, json, "", ""));
        }
        return mutants;
    }

    private static void collect(JsonNode node, String pointer, List<String> into) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                if (!name.equals("resourceType")) {
                    into.add(pointer + "/" + name);
                    collect(node.get(name), pointer + "/" + name, into);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                into.add(pointer + "/" + i);
                collect(node.get(i), pointer + "/" + i, into);
            }
        }
    }
}
