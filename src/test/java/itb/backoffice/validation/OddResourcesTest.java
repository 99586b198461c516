package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.Comparison.Case;
import itb.backoffice.validation.engine.BuiltInPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no single change makes, but servers, scripts and people with an editor do: it gets the verdict of the full set-up. */
class OddResourcesTest {
    private static final String PORTAL = Samples.PORTAL;

    /** Members that are put into a resource, or over what is there. */
    private record Odd(String fixture, String members) {}

    private static final List<Odd> ODD = List.of(
            // What is enclosed: in itself, twice, in a circle, unused, of a type that does not exist.
            new Odd(
                    "clinic",
                    "{\"contained\":[{\"resourceType\":\"Location\",\"id\":\"address\"},{\"resourceType\":\"Location\",\"id\":\"address\"}],\"location\":[{\"reference\":\"#address\"}]}"),
            new Odd(
                    "clinic",
                    "{\"contained\":[{\"resourceType\":\"Location\",\"id\":\"a\",\"contained\":[{\"resourceType\":\"Location\",\"id\":\"b\"}]}],\"location\":[{\"reference\":\"#a\"}]}"),
            new Odd(
                    "clinic",
                    "{\"contained\":[{\"resourceType\":\"Location\",\"id\":\"a\",\"partOf\":{\"reference\":\"#b\"}},{\"resourceType\":\"Location\",\"id\":\"b\",\"partOf\":{\"reference\":\"#a\"}}],\"location\":[{\"reference\":\"#a\"}]}"),
            new Odd(
                    "clinic",
                    "{\"contained\":[{\"resourceType\":\"Location\",\"id\":\"#a\"}],\"location\":[{\"reference\":\"##a\"}]}"),
            new Odd(
                    "clinic",
                    "{\"contained\":[{\"resourceType\":\"Clinic\",\"id\":\"a\"}],\"location\":[{\"reference\":\"#a\"}]}"),
            new Odd(
                    "clinic",
                    "{\"contained\":[{\"resourceType\":\"Bundle\",\"id\":\"a\",\"type\":\"collection\"}],\"location\":[{\"reference\":\"#a\"}]}"),
            new Odd("clinic", "{\"location\":[{\"reference\":\"#\"}]}"),
            new Odd("clinic", "{\"location\":[{\"display\":\"Storgata 1\"}]}"),
            new Odd(
                    "clinic",
                    "{\"location\":[{\"identifier\":{\"system\":\"http://a.test/x\",\"value\":\"1\"},\"type\":\"Location\"}]}"),
            // References in every spelling.
            new Odd("clinic", "{\"providedBy\":{\"reference\":\"urn:uuid:6e9cbb5e-6a5e-4f0e-9c63-3a0d4d4b1a11\"}}"),
            new Odd(
                    "clinic",
                    "{\"providedBy\":{\"reference\":\"https://other.test/fhir/Organization/1/_history/2\",\"type\":\"Practitioner\"}}"),
            new Odd("clinic", "{\"providedBy\":{\"reference\":\"Organization/\\u00e5\"}}"),
            new Odd("clinic", "{\"providedBy\":{\"reference\":\"Organization?identifier=a|b\"}}"),
            new Odd("clinic", "{\"providedBy\":{\"reference\":\"organization/1\"}}"),
            // Times and days.
            new Odd(
                    "clinic",
                    "{\"availableTime\":[{\"daysOfWeek\":[\"mon\",\"mon\"],\"availableStartTime\":\"24:00:00\",\"availableEndTime\":\"08:00\"}]}"),
            new Odd(
                    "clinic",
                    "{\"availableTime\":[{\"allDay\":true,\"availableStartTime\":\"08:00:00.000\",\"availableEndTime\":\"23:59:60\"}]}"),
            new Odd("clinic", "{\"availableTime\":[{}]}"),
            new Odd(
                    "clinic",
                    "{\"telecom\":[{\"system\":\"phone\",\"rank\":0},{\"value\":\"+47 22\"},{\"system\":\"sms\",\"value\":\" \"}]}"),
            new Odd(
                    "clinic",
                    "{\"photo\":{\"contentType\":\"picture\",\"data\":\"not base64\",\"size\":-1,\"url\":\"two words\"}}"),
            new Odd(
                    "clinic",
                    "{\"photo\":{\"contentType\":\"image/png\",\"data\":\"aGVq\\n aGVq\",\"hash\":\"=\",\"creation\":\"2026-02-30\"}}"),
            // Simple values with more said of them, or with nothing but that.
            new Odd(
                    "role",
                    "{\"_active\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]}}"),
            new Odd(
                    "role",
                    "{\"active\":null,\"_active\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]}}"),
            new Odd("role", "{\"_id\":{\"id\":\"x\"},\"_resourceType\":{\"id\":\"x\"}}"),
            new Odd("role", "{\"fhir_comments\":[\"old\"]}"),
            new Odd("role", "{\"id\":\"" + "a".repeat(65) + "\"}"),
            new Odd("role", "{\"language\":\"norsk\"}"),
            new Odd(
                    "role",
                    "{\"meta\":{\"lastUpdated\":\"2026-11-25\",\"security\":[{}],\"tag\":[{\"display\":\"x\"}],\"source\":\" \"}}"),
            new Odd(
                    "role",
                    "{\"meta\":{\"profile\":[\"" + PORTAL + "practitioner-role-portal\",\"" + PORTAL
                            + "practitioner-role-portal\"]}}"),
            new Odd(
                    "role",
                    "{\"meta\":{\"profile\":[\"" + PORTAL + "practitioner-role-portal|1.0.0\",\"" + PORTAL
                            + "practitioner-role-portal|1.0.1\"]}}"),
            new Odd(
                    "role",
                    "{\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script>alert(1)</script></div>\"}}"),
            new Odd("role", "{\"text\":{\"status\":\"generated\",\"div\":\"<div>no namespace</div>\"}}"),
            new Odd(
                    "role",
                    "{\"text\":{\"status\":\"empty\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"/>\"}}"),
            new Odd(
                    "role",
                    "{\"code\":[{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"106289002\",\"version\":\"\"}]}]}"),
            new Odd(
                    "role",
                    "{\"code\":[{\"coding\":[{\"system\":\"dentist\",\"code\":\"a b  c\",\"userSelected\":\"yes\"}]}]}"),
            new Odd("role", "{\"code\":[{}],\"specialty\":[]}"),
            new Odd(
                    "role",
                    "{\"extension\":[{\"url\":\"" + PORTAL
                            + "ext-practitionerrole-description\",\"valueMarkdown\":\"a\"},{\"url\":\"" + PORTAL
                            + "ext-practitionerrole-description\",\"valueString\":\"a\"}]}"),
            new Odd(
                    "role",
                    "{\"extension\":[{\"url\":\"" + PORTAL
                            + "ext-binary-reference\",\"valueReference\":{\"reference\":\"#photo\"}}],\"contained\":[{\"resourceType\":\"Binary\",\"id\":\"photo\"}]}"),
            new Odd(
                    "role",
                    "{\"extension\":[{\"url\":\"http://a.test/x\",\"valueString\":\"a\",\"valueBoolean\":true}]}"),
            new Odd("role", "{\"modifierExtension\":[{\"url\":\"http://a.test/x\",\"valueString\":\"a\"}]}"),
            // Numbers that are at the edge.
            new Odd(
                    "area",
                    "{\"extension\":[{\"url\":\"http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key\",\"valueInteger\":2147483648}]}"),
            new Odd(
                    "area",
                    "{\"extension\":[{\"url\":\"http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key\",\"valueInteger\":1.0}]}"),
            new Odd(
                    "area",
                    "{\"extension\":[{\"url\":\"http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key\",\"valueInteger\":-0}]}"),
            new Odd(
                    "area",
                    "{\"physicalType\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/location-physical-type\",\"code\":\"AREA\"}]}}"),
            new Odd("area", "{\"physicalType\":{\"coding\":[{\"code\":\"area\"}]}}"),
            new Odd("area", "{\"name\":\"\\u0000\",\"status\":\"Active\"}"),
            new Odd("area", "{\"name\":\"" + "a".repeat(1_100_000) + "\"}"),
            new Odd("treatment", "{\"date\":\"2026\",\"status\":\"active \",\"kind\":\"Task\"}"),
            new Odd("treatment", "{\"date\":\"2026-11-25T24:00:00Z\",\"description\":\"a\\tb\\r\\n\"}"),
            new Odd("treatment", "{\"date\":\"0000-01-01\"}"),
            new Odd("treatment", "{\"url\":\"urn:oid:1\",\"version\":\"\",\"name\":\"1 a\"}"),
            new Odd(
                    "treatment",
                    "{\"timingPeriod\":{\"start\":\"2026-11-26\",\"end\":\"2026-11-25\"},\"timingAge\":{\"value\":1}}"),
            new Odd(
                    "organisation",
                    "{\"identifier\":[{\"system\":\"http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode\",\"value\":\"a\"},{\"system\":\"http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode\",\"value\":\"b\"}]}"),
            new Odd(
                    "organisation",
                    "{\"identifier\":[{\"system\":\"http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode\",\"use\":\"official\"}]}"),
            new Odd(
                    "organisation",
                    "{\"telecom\":[{\"use\":\"home\",\"system\":\"phone\",\"value\":\"1\"}],\"name\":null}"),
            // Profiles that are no texts, or in a list too many, are looked for all the same.
            new Odd("billing", "{\"resourceType\":\"a b\",\"meta\":{\"profile\":[7]}}"),
            new Odd("billing", "{\"resourceType\":\"a b\",\"meta\":{\"profile\":[true,\"http://a.test/x\"]}}"),
            new Odd(
                    "billing",
                    "{\"active\":null,\"meta\":{\"profile\":[[\"" + PORTAL + "billing-organization-portal\"]]}}"),
            new Odd(
                    "billing",
                    "{\"active\":null,\"meta\":{\"profile\":[[[\"" + PORTAL + "billing-organization-portal\"]]]}}"),
            new Odd("billing", "{\"meta\":{\"profile\":{\"a\":[\"" + PORTAL + "billing-organization-portal\"]}}}"),
            new Odd("role", "{\"meta\":{\"profile\":[1.50,[]]}}"),
            new Odd("billing", "{\"partOf\":{\"reference\":\"Organization/1\"},\"contact\":[{}]}"));

    private static List<BuiltInPackage> versions() {
        return BuiltInPackage.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void errorsAndTheirPlacesEqualThoseOfTheFullSetUp(BuiltInPackage rules) {
        Comparison comparison = new Comparison(rules);
        List<String> differences = new ArrayList<>();
        for (Odd odd : ODD) {
            String name = odd.fixture() + " with "
                    + odd.members().substring(0, Math.min(300, odd.members().length()));
            comparison.difference(new Case(name, text(odd), "")).ifPresent(differences::add);
            // The same on top of everything that such a thing can have.
            everything(odd)
                    .flatMap(json -> comparison.difference(new Case("full " + name, json, "")))
                    .ifPresent(differences::add);
        }
        assertEquals("", String.join("\n", differences));
        assertTrue(comparison.invalid() > ODD.size() / 2, () -> "only " + comparison.invalid());
    }

    private static String text(Odd odd) {
        return with(Json.object(Samples.text(odd.fixture())), odd);
    }

    private static Optional<String> everything(Odd odd) {
        String full = odd.fixture() + "-with-everything";
        return ValidResources.all().stream()
                .filter(one -> one.name().equals(full))
                .findFirst()
                .map(one -> with(Json.object(one.json()), odd));
    }

    private static String with(ObjectNode resource, Odd odd) {
        for (var member : Json.object(odd.members()).properties()) {
            JsonNode there = resource.get(member.getKey());
            boolean both = member.getKey().equals("extension") && there instanceof ArrayNode;
            if (both) {
                ((ArrayNode) there).addAll((ArrayNode) member.getValue());
            } else {
                resource.set(member.getKey(), member.getValue());
            }
        }
        return Json.write(resource);
    }
}
