package itb.backoffice.validation.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.engine.BuiltInPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A version of ITB that was published after the program: one more way to show a clinic, roles that must name a
 * specialty, and clinics that must say how they are reached by wheelchair. Differentials only, as the real ones.
 */
public final class NewerItb {
    public static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/";
    public static final String ACCESS = PORTAL + "StructureDefinition/ext-wheelchair-access";
    public static final PackageId ID = new PackageId("wof-portal", "1.1.0");

    private NewerItb() {}

    /** Its definitions, by file name. */
    public static Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (String text : BuiltInPackage.NEWEST.texts().definitions()) {
            ObjectNode json = Json.object(text);
            json.put("version", ID.version());
            switch (json.path("id").asText()) {
                case "portal-organization-settings" -> addCode(json);
                case "vs-portal-organization-settings-clinic-image-rule" ->
                    ((ArrayNode) json.at("/compose/include/0/concept"))
                            .addObject()
                            .put("code", "show-clinic-film");
                case "practitioner-role-portal" ->
                    elements(json)
                            .addAll(List.of(
                                    element("PractitionerRole.specialty").put("min", 1)));
                case "healthcare-service-portal" -> addSlice(json);
                default -> {}
            }
            definitions.put(
                    json.path("resourceType").asText() + "-" + json.path("id").asText(), Json.write(json));
        }
        definitions.put("StructureDefinition-ext-wheelchair-access", Json.write(access()));
        return definitions;
    }

    /** The whole as npm packs it. */
    public static TgzFile file() {
        TgzFile file = TgzFile.named(ID.name(), ID.version());
        definitions().forEach(file::definition);
        return file;
    }

    private static void addCode(ObjectNode codeSystem) {
        codeSystem.path("concept").forEach(group -> {
            if (group.path("code").asText().equals("show-clinic-image-rule")) {
                ((ArrayNode) group.path("concept")).addObject().put("code", "show-clinic-film");
            }
        });
    }

    private static void addSlice(ObjectNode clinic) {
        ArrayNode elements = elements(clinic);
        List<ObjectNode> mine = new ArrayList<>();
        ObjectNode slice = element("HealthcareService.extension:wheelchairAccess")
                .put("path", "HealthcareService.extension")
                .put("sliceName", "wheelchairAccess")
                .put("min", 1)
                .put("max", "1");
        slice.putArray("type")
                .addObject()
                .put("code", "Extension")
                .putArray("profile")
                .add(ACCESS);
        mine.add(slice);
        int at = 1;
        while (at < elements.size()
                && elements.get(at)
                        .path("path")
                        .asText()
                        .matches(
                                "HealthcareService\\.(id|meta|text|contained|extension|implicitRules|language)(\\..*)?")) {
            at++;
        }
        elements.insert(at, slice);
    }

    private static ArrayNode elements(ObjectNode structure) {
        return (ArrayNode) structure.at("/differential/element");
    }

    private static ObjectNode element(String id) {
        return Json.object().put("id", id).put("path", id);
    }

    private static ObjectNode access() {
        return Json.object("""
                {"resourceType":"StructureDefinition","id":"ext-wheelchair-access","url":"%s","version":"1.1.0",
                "name":"WheelchairAccess","status":"active","fhirVersion":"4.0.1","kind":"complex-type","abstract":false,
                "context":[{"type":"element","expression":"HealthcareService"}],"type":"Extension",
                "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Extension","derivation":"constraint",
                "differential":{"element":[{"id":"Extension","path":"Extension"},
                {"id":"Extension.extension","path":"Extension.extension","max":"0"},
                {"id":"Extension.url","path":"Extension.url","fixedUri":"%s"},
                {"id":"Extension.value[x]","path":"Extension.value[x]","min":1,"type":[{"code":"boolean"}]}]}}""".formatted(ACCESS, ACCESS));
    }
}
