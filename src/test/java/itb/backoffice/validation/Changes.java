package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Every single change of a few dozen kinds that can be made to a resource: what people, servers and programs do to them. */
public final class Changes {
    /**
     * A resource with one change.
     *
     * @param kind what kind of change it is
     * @param place where it was made, as a JSON pointer
     */
    public record Change(String kind, String place, String json) {}

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CONNECT = "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/";
    private static final List<String> EXTENSIONS = List.of(
            "http://a.test/own",
            Samples.PORTAL + "ext-practitionerrole-description",
            Samples.PORTAL + "ext-binary-reference",
            Samples.PORTAL + "ext-clinic-info",
            Samples.PORTAL + "ext-campaigns",
            Samples.PORTAL + "ext-sort-key",
            Samples.PORTAL + "organization-settings",
            CONNECT + "ext-sort-key",
            CONNECT + "ext-booking-rules",
            CONNECT + "wofconnect-characteristic",
            "campaign");
    private static final List<String> PROFILES = List.of(
            "http://a.test/own",
            "http://hl7.org/fhir/StructureDefinition/HealthcareService",
            "http://hl7.org/fhir/StructureDefinition/HealthcareService|4.0.1",
            "http://hl7.org/fhir/StructureDefinition/Organization|9.9.9",
            Samples.PORTAL + "healthcare-service-portal",
            Samples.PORTAL + "healthcare-service-portal|1.0.1",
            Samples.PORTAL + "healthcare-service-portal|1.0",
            Samples.PORTAL + "organization-settings");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "zzz",
            "not a uri",
            "http://a.test/x",
            "#nowhere",
            "Patient/1",
            "Organization/#id",
            "2026-13-45",
            "yesterday",
            "25:00:00",
            "<b>500 kroner</b>",
            "si",
            "site",
            "area",
            "mon",
            "Appointment",
            "a\u0000b",
            "æøå");
    private static final Map<String, JsonNode> VALUES = values();

    private final ObjectNode resource;
    private final List<Change> all = new ArrayList<>();

    private Changes(String json) {
        resource = Json.object(json);
    }

    /** Those that can be made to {@code json}. */
    public static List<Change> of(String json) {
        Changes changes = new Changes(json);
        changes.visit("");
        return changes.all;
    }

    private void visit(String place) {
        JsonNode node = resource.at(place);
        if (!place.isEmpty() && !place.endsWith("/resourceType")) {
            without(place);
            otherShapes(place, node);
        }
        if (node instanceof ObjectNode object) {
            additions(place, object);
            object.fieldNames().forEachRemaining(name -> visit(place + "/" + name));
        } else if (node instanceof ArrayNode array) {
            lists(place, array);
            for (int i = 0; i < array.size(); i++) {
                visit(place + "/" + i);
            }
        } else {
            otherValues(place, node);
        }
    }

    private void without(String place) {
        change("without", place, copy -> {
            JsonNode parent = copy.at(parent(place));
            if (parent instanceof ObjectNode object) {
                object.remove(last(place));
            } else {
                ((ArrayNode) parent).remove(Integer.parseInt(last(place)));
            }
        });
        if (resource.at(parent(place)) instanceof ObjectNode) {
            change("misspelt", place, copy -> {
                ObjectNode object = (ObjectNode) copy.at(parent(place));
                object.set(last(place) + "x", object.remove(last(place)));
            });
        }
    }

    private void otherShapes(String place, JsonNode node) {
        put("as null", place, NODES.nullNode());
        put("as list", place, NODES.arrayNode().add(node));
        put("as empty list", place, NODES.arrayNode());
        put("as empty object", place, NODES.objectNode());
        put("as object", place, NODES.objectNode().set("value", node));
        put("as text", place, NODES.textNode(node.isValueNode() ? node.asText() : "text"));
        put("as number", place, NODES.numberNode(7));
        put("as fraction", place, NODES.numberNode(-7.25));
        put("as truth", place, NODES.booleanNode(true));
        if (node.isArray() && !node.isEmpty()) {
            put("unlisted", place, node.get(0));
        }
    }

    private void otherValues(String place, JsonNode node) {
        String name = last(place);
        if (!node.isTextual()) {
            return;
        }
        for (String word : WORDS) {
            put("'" + word + "'", place, NODES.textNode(word));
        }
        put("spaced", place, NODES.textNode(" " + node.asText() + " "));
        put("longer", place, NODES.textNode(node.asText() + "-x"));
        put("upper case", place, NODES.textNode(node.asText().toUpperCase(Locale.ROOT)));
        put("another version", place, NODES.textNode(node.asText() + "|9.9.9"));
        if (name.equals("url")) {
            EXTENSIONS.forEach(url -> put("url " + url, place, NODES.textNode(url)));
        }
        if (name.equals("resourceType") && !place.equals("/resourceType")) {
            List.of("Patient", "Binary", "Nothing").forEach(type -> put("type " + type, place, NODES.textNode(type)));
        }
    }

    private void lists(String place, ArrayNode array) {
        if (!array.isEmpty()) {
            change(
                    "twice",
                    place,
                    copy -> ((ArrayNode) copy.at(place)).add(array.get(0).deepCopy()));
        }
        if (place.endsWith("/profile")) {
            PROFILES.forEach(url -> change("with " + url, place, copy -> ((ArrayNode) copy.at(place)).add(url)));
        }
        change("empty item", place, copy -> ((ArrayNode) copy.at(place)).addObject());
        change("null item", place, copy -> ((ArrayNode) copy.at(place)).addNull());
    }

    private void additions(String place, ObjectNode object) {
        VALUES.forEach((name, value) -> {
            if (!object.has(name)) {
                change("with " + name, place, copy -> ((ObjectNode) copy.at(place)).set(name, value.deepCopy()));
            }
        });
        object.fieldNames().forEachRemaining(name -> {
            if (object.get(name).isValueNode() && !name.equals("resourceType")) {
                change(
                        "with _" + name,
                        place,
                        copy -> ((ObjectNode) copy.at(place))
                                .putObject("_" + name)
                                .putArray("extension")
                                .addObject()
                                .put("url", "http://a.test/own")
                                .put("valueString", "x"));
            }
        });
        object.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("value")) {
                VALUES.forEach((other, value) -> {
                    if (other.startsWith("value") && !other.equals(name)) {
                        change(name + " to " + other, place, copy -> {
                            ((ObjectNode) copy.at(place)).remove(name);
                            ((ObjectNode) copy.at(place)).set(other, value.deepCopy());
                        });
                    }
                });
            }
        });
    }

    private void put(String kind, String place, JsonNode value) {
        change(kind, place, copy -> {
            JsonNode parent = copy.at(parent(place));
            if (parent instanceof ObjectNode object) {
                object.set(last(place), value);
            } else {
                ((ArrayNode) parent).set(Integer.parseInt(last(place)), value);
            }
        });
    }

    private void change(String kind, String place, Consumer<ObjectNode> how) {
        ObjectNode copy = resource.deepCopy();
        how.accept(copy);
        if (!copy.equals(resource)) {
            all.add(new Change(kind, place, Json.write(copy)));
        }
    }

    private static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    private static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** Elements that some profile prohibits or some type has, each with a value that is right for it somewhere. */
    private static Map<String, JsonNode> values() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        ObjectNode reference = NODES.objectNode().put("reference", "Organization/1");
        ObjectNode identifier =
                NODES.objectNode().put("system", "http://a.test/ids").put("value", "1");
        ObjectNode concept = NODES.objectNode().put("text", "x");
        values.put("nickname", NODES.textNode("x"));
        for (String name : List.of(
                "implicitRules",
                "language",
                "description",
                "comment",
                "extraDetails",
                "availabilityExceptions",
                "purpose",
                "usage",
                "copyright",
                "alias",
                "mode",
                "name",
                "display",
                "use",
                "reference",
                "type",
                "code",
                "userSelected",
                "version")) {
            values.put(name, NODES.textNode("en"));
        }
        for (String name : List.of("endpoint", "location", "partOf", "managingOrganization", "providedBy")) {
            values.put(name, reference);
            values.put(name + "s", NODES.arrayNode().add(reference));
        }
        for (String name : List.of("category", "specialty", "program", "characteristic", "communication", "topic")) {
            values.put(name, NODES.arrayNode().add(concept));
        }
        values.put("identifier", NODES.arrayNode().add(identifier));
        values.put(
                "telecom",
                NODES.arrayNode().add(NODES.objectNode().put("system", "phone").put("value", "1")));
        values.put("period", NODES.objectNode().put("start", "2026-01-01").put("end", "2025-01-01"));
        values.put("notAvailable", NODES.arrayNode().add(NODES.objectNode().put("description", "x")));
        values.put("availableTime", NODES.arrayNode().add(NODES.objectNode().put("allDay", true)));
        values.put("appointmentRequired", NODES.booleanNode(true));
        values.put("position", NODES.objectNode().put("longitude", 10.5).put("latitude", 59.5));
        values.put("address", NODES.objectNode().put("city", "Oslo"));
        values.put("participant", NODES.arrayNode().add(NODES.objectNode().put("type", "patient")));
        values.put("timingDuration", NODES.objectNode().put("value", 30).put("unit", "min"));
        values.put("contact", NODES.arrayNode().add(NODES.objectNode().set("purpose", concept)));
        values.put("part", NODES.arrayNode().add(NODES.objectNode().put("name", "x")));
        values.put("text", NODES.objectNode().put("status", "generated").put("div", "<div>x</div>"));
        values.put("modifierExtension", extension("http://a.test/own"));
        values.put("extension", extension(CONNECT + "ext-sort-key"));
        values.put(
                "contained",
                NODES.arrayNode()
                        .add(NODES.objectNode().put("resourceType", "Binary").put("id", "x")));
        values.put("resource", NODES.objectNode().put("resourceType", "Patient"));
        values.put("valueString", TextNode.valueOf("x"));
        values.put("valueInteger", NODES.numberNode(3));
        values.put("valueBoolean", NODES.booleanNode(true));
        values.put("valueCode", NODES.textNode("dont-show-image"));
        values.put("valueReference", reference);
        values.put("valueMoney", NODES.objectNode().put("value", 1));
        return values;
    }

    private static ArrayNode extension(String url) {
        return NODES.arrayNode().add(NODES.objectNode().put("url", url).put("valueInteger", 1));
    }
}
