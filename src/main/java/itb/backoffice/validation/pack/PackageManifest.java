package itb.backoffice.validation.pack;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.pack.Refusal.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a package says of itself in {@code package.json}.
 *
 * @param canonical the root of its definitions' urls; may be empty
 * @param dependencies what it says it needs, R4 itself left out
 */
record PackageManifest(PackageId id, String title, String canonical, List<PackageId> dependencies) {
    private static final String CORE = "hl7.fhir.r4.core";

    /** Reads {@code package.json}; refuses one that cannot be used. */
    static PackageManifest read(String text) throws Refused {
        JsonNode json;
        try {
            json = Json.object(text);
        } catch (Json.NotJson e) {
            throw new Refused(Kind.BAD_MANIFEST, "");
        }
        PackageId id =
                new PackageId(json.path("name").asText(""), json.path("version").asText(""));
        if (!id.isUsable()) {
            throw new Refused(Kind.BAD_MANIFEST, "");
        }
        if (id.name().startsWith("hl7.fhir.") && id.name().endsWith(".core")) {
            throw new Refused(id.name().equals(CORE) ? Kind.BUILT_IN : Kind.OTHER_FHIR, id.toString());
        }
        checkFhir(json, id);
        List<PackageId> dependencies = new ArrayList<>();
        json.path("dependencies").properties().forEach(one -> {
            if (!one.getKey().equals(CORE)) {
                dependencies.add(new PackageId(one.getKey(), one.getValue().asText("")));
            }
        });
        String title = json.path("title").asText(json.path("description").asText(""));
        return new PackageManifest(id, title.strip(), json.path("canonical").asText(""), List.copyOf(dependencies));
    }

    private static void checkFhir(JsonNode json, PackageId id) throws Refused {
        List<String> versions = new ArrayList<>();
        for (String name : List.of("fhirVersions", "fhir-version-list")) {
            json.path(name).forEach(version -> versions.add(version.asText("")));
        }
        json.path("dependencies").properties().forEach(one -> {
            if (one.getKey().matches("hl7\\.fhir\\.r\\w+\\.core")) {
                versions.add(one.getValue().asText(""));
            }
        });
        if (!versions.isEmpty() && versions.stream().noneMatch(PackageManifest::isR4)) {
            throw new Refused(Kind.OTHER_FHIR, id + ", FHIR " + String.join(", ", versions));
        }
    }

    static boolean isR4(String version) {
        return version.equals("4.0") || version.startsWith("4.0.");
    }
}
