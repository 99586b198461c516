package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.ProfileEngine;
import itb.backoffice.validation.engine.ProfilePackage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages in the sources and what the build made of them. */
class BuiltInPackageTest {
    static List<BuiltInPackage> packages() {
        return BuiltInPackage.all();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyStructureIsPackedUnderItsUrlAndItsVersion(BuiltInPackage source) {
        ProfileEngine engine = new ProfileEngine(List.of(source));
        assertAll(structures(source).map(json -> (Executable) () -> {
            String url = json.path("url").asText();
            assertTrue(engine.knows(url), url);
            assertTrue(engine.knows(url + "|" + json.path("version").asText()), url);
            assertFalse(engine.knows(url + "|0.0.0"), url);
        }));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyStructureSaysWhatToolsNeedOfIt(BuiltInPackage source) {
        assertAll(structures(source).map(json -> (Executable) () -> {
            for (String name :
                    new String[] {"id", "url", "version", "name", "fhirVersion", "kind", "type", "baseDefinition"}) {
                assertTrue(json.path(name).isTextual(), () -> json.path("url") + " has no " + name);
            }
            assertEquals("constraint", json.path("derivation").asText());
            assertFalse(json.has("snapshot"), "differentials are the source");
            boolean billing = json.path("id").asText().equals("billing-organization-portal");
            assertEquals(
                    billing ? "0.1.0" : source.version(), json.path("version").asText());
        }));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void thePackageIsInTheStandardLayout(BuiltInPackage source) throws Exception {
        ObjectNode manifest = file(source, "package.json");
        assertEquals(source.name(), manifest.path("name").asText());
        assertEquals(source.version(), manifest.path("version").asText());
        assertEquals("4.0.1", manifest.at("/fhirVersions/0").asText());
        assertFalse(manifest.has("basedOn"), "the whole package is written out");
        ProfilePackage texts = source.texts();
        assertEquals("4.0.1", texts.dependencies().get("hl7.fhir.r4.core"));
        assertEquals(
                texts.definitions().size(),
                file(source, ".index.json").path("files").size());
        for (var row : file(source, ".index.json").path("files")) {
            ObjectNode json = file(source, row.path("filename").asText());
            String name =
                    json.path("resourceType").asText() + "-" + json.path("id").asText() + ".json";
            assertEquals(name, row.path("filename").asText());
        }
    }

    @Test
    void theTwoVersionsDifferInWhatAClinicMustSayAboutItself() {
        String clinic = Samples.changed(
                "clinic",
                json -> json.at("/extension")
                        .forEach(each -> ((ArrayNode) each.path("extension"))
                                .removeIf(child -> child.path("url").asText().equals("urlPlaceholder"))));
        assertTrue(validator(BuiltInPackage.ITB_1_0_0).judge(clinic, null).valid());
        assertFalse(validator(BuiltInPackage.ITB_1_0_1).judge(clinic, null).valid());
    }

    @Test
    void anyPackageOfTextsGivesTheSameFindingsAsThePackedOne() {
        ProfileValidator packed = validator(BuiltInPackage.NEWEST);
        ProfileValidator texts =
                new ProfileValidator(() -> Messages.of(Locale.ENGLISH), List.of(BuiltInPackage.NEWEST.texts()));
        for (String name : List.of("role", "treatment", "clinic", "area", "organisation", "billing")) {
            for (Mutants.Mutant mutant : Mutants.withoutOne(name)) {
                assertEquals(packed.judge(mutant.json(), null), texts.judge(mutant.json(), null), mutant.name());
            }
        }
    }

    private static ProfileValidator validator(BuiltInPackage source) {
        return new ProfileValidator(() -> Messages.of(Locale.ENGLISH), List.of(source));
    }

    private static ObjectNode file(BuiltInPackage source, String name) throws Exception {
        String path = "/itb/backoffice/profiles/" + source.version() + "/package/" + name;
        try (InputStream in = BuiltInPackageTest.class.getResourceAsStream(path)) {
            return Json.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Stream<ObjectNode> structures(BuiltInPackage source) {
        return source.texts().definitions().stream()
                .map(Json::object)
                .filter(json -> json.path("resourceType").asText().equals("StructureDefinition"));
    }
}
