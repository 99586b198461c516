package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The package in the sources and what the build made of it. */
class BuiltInPackageTest {
    private final ProfileValidator validator = new ProfileValidator(Messages.of(Locale.ENGLISH));

    @Test
    void everyStructureIsPackedUnderItsUrlAndItsVersion() {
        assertAll(structures().map(json -> (Executable) () -> {
            String url = json.path("url").asText();
            assertTrue(validator.knows(url), url);
            assertTrue(validator.knows(url + "|" + json.path("version").asText()), url);
            assertEquals(false, validator.knows(url + "|0.0.0"), url);
        }));
    }

    @Test
    void everyStructureSaysWhatToolsNeedOfIt() {
        assertAll(structures().map(json -> (Executable) () -> {
            for (String name :
                    new String[] {"id", "url", "version", "name", "fhirVersion", "kind", "type", "baseDefinition"}) {
                assertTrue(json.path(name).isTextual(), () -> json.path("url") + " has no " + name);
            }
            assertEquals("constraint", json.path("derivation").asText());
            assertEquals(false, json.has("snapshot"), "differentials are the source");
        }));
    }

    @Test
    void thePackageIsInTheStandardLayout() throws Exception {
        Path folder = Path.of("src/main/resources/itb/backoffice/profiles/package");
        ObjectNode manifest = Json.object(Files.readString(folder.resolve("package.json")));
        assertEquals("1.0.1", manifest.path("version").asText());
        assertEquals("4.0.1", manifest.at("/fhirVersions/0").asText());
        for (Path file : Reference.definitions()) {
            ObjectNode json = Json.object(Files.readString(file));
            String name =
                    json.path("resourceType").asText() + "-" + json.path("id").asText() + ".json";
            assertEquals(name, file.getFileName().toString());
        }
    }

    private static Stream<ObjectNode> structures() {
        return Reference.definitions().stream()
                .filter(file -> file.getFileName().toString().startsWith("StructureDefinition"))
                .map(file -> {
                    try {
                        return Json.object(Files.readString(file));
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }
}
