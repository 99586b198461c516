package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.engine.ProfilePackage;
import itb.backoffice.validation.pack.NewerItb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A newer version of ITB that asks clinics for an extension, a part of one that is known, and an element that no form
 * speaks of, and has a place for an extension of several parts.
 */
public final class DemandingItb {
    public static final String LOTS = NewerItb.PORTAL + "StructureDefinition/ext-parking-lots";
    private static final String RULES = "vs-portal-organization-settings-clinic-image-rule";

    private DemandingItb() {}

    /** Checks against it. */
    public static ProfileValidator validator() {
        List<String> definitions = new ArrayList<>();
        for (String text : NewerItb.definitions().values()) {
            ObjectNode json = Json.object(text);
            switch (json.path("id").asText()) {
                case "ext-clinic-info" -> addPart(json);
                case "wof-base-healthcare-service" -> askFor(json, "HealthcareService.appointmentRequired");
                case "healthcare-service-portal" -> addLots(json);
                default -> {}
            }
            definitions.add(Json.write(json));
        }
        definitions.add(lots());
        return new ProfileValidator(
                () -> Messages.of(Locale.ENGLISH),
                List.of(new ProfilePackage("wof-portal", "1.2.0", NewerItb.PORTAL, Map.of(), definitions)));
    }

    private static ArrayNode elements(ObjectNode structure) {
        return (ArrayNode) structure.at("/differential/element");
    }

    private static void addPart(ObjectNode structure) {
        elements(structure).forEach(element -> {
            // The parts come before the rest of the extension.
            if (element.path("id").asText().equals("Extension.extension")) {
                ((ObjectNode) element).put("min", 1);
            }
        });
        int at = indexOf(elements(structure), "Extension.url");
        for (JsonNode part : Json.node("""
                [{"id":"Extension.extension:front","path":"Extension.extension","sliceName":"front","min":1,"max":"1"},
                {"id":"Extension.extension:front.extension","path":"Extension.extension.extension","max":"0"},
                {"id":"Extension.extension:front.url","path":"Extension.extension.url","fixedUri":"front"},
                {"id":"Extension.extension:front.value[x]","path":"Extension.extension.value[x]","min":1,
                "type":[{"code":"code"}],"binding":{"strength":"required","valueSet":"%sValueSet/%s"}}]""".formatted(NewerItb.PORTAL, RULES))) {
            elements(structure).insert(at++, part);
        }
    }

    private static int indexOf(ArrayNode elements, String id) {
        int at = 0;
        while (at < elements.size() && !elements.path(at).path("id").asText().equals(id)) {
            at++;
        }
        return at;
    }

    private static void askFor(ObjectNode structure, String id) {
        ((ObjectNode) elements(structure).path(indexOf(elements(structure), id)))
                .put("min", 1)
                .put("max", "1");
    }

    private static void addLots(ObjectNode structure) {
        ArrayNode elements = elements(structure);
        int after = indexOf(elements, "HealthcareService.extension:wheelchairAccess");
        elements.insert(after + 1, Json.node("""
                {"id":"HealthcareService.extension:parkingLots","path":"HealthcareService.extension","sliceName":"parkingLots",
                "min":0,"max":"1","type":[{"code":"Extension","profile":["%s"]}]}""".formatted(LOTS)));
    }

    private static String lots() {
        return """
                {"resourceType":"StructureDefinition","id":"ext-parking-lots","url":"%s","version":"1.2.0","name":"ParkingLots",
                "status":"active","fhirVersion":"4.0.1","kind":"complex-type","abstract":false,"type":"Extension",
                "context":[{"type":"element","expression":"HealthcareService"}],"derivation":"constraint",
                "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Extension","differential":{"element":[
                {"id":"Extension","path":"Extension"},
                {"id":"Extension.extension","path":"Extension.extension",
                "slicing":{"discriminator":[{"type":"value","path":"url"}],"rules":"open"}},
                {"id":"Extension.extension:count","path":"Extension.extension","sliceName":"count","min":1,"max":"1"},
                {"id":"Extension.extension:count.extension","path":"Extension.extension.extension","max":"0"},
                {"id":"Extension.extension:count.url","path":"Extension.extension.url","fixedUri":"count"},
                {"id":"Extension.extension:count.value[x]","path":"Extension.extension.value[x]","min":1,
                "type":[{"code":"positiveInt"}]},
                {"id":"Extension.extension:where","path":"Extension.extension","sliceName":"where","min":0,"max":"1"},
                {"id":"Extension.extension:where.extension","path":"Extension.extension.extension","max":"0"},
                {"id":"Extension.extension:where.url","path":"Extension.extension.url","fixedUri":"where"},
                {"id":"Extension.extension:where.value[x]","path":"Extension.extension.value[x]","min":1,
                "type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Location"]}]},
                {"id":"Extension.url","path":"Extension.url","fixedUri":"%s"},
                {"id":"Extension.value[x]","path":"Extension.value[x]","max":"0"}]}}""".formatted(LOTS, LOTS);
    }
}
