package itb.backoffice.validation.engine;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packages that come with the program. The build writes each as it would be published, and packed for the validator
 * ({@code src/build/java}).
 */
public final class BuiltInPackage implements DefinitionSource {
    /** As published in April 2026. */
    public static final BuiltInPackage ITB_1_0_0 = new BuiltInPackage("1.0.0");

    /** Clinics need a short name for their web address and must say whether they are booked elsewhere. */
    public static final BuiltInPackage ITB_1_0_1 = new BuiltInPackage("1.0.1");

    /** The one that is used where nothing says otherwise. */
    public static final BuiltInPackage NEWEST = ITB_1_0_1;

    private final String version;

    private BuiltInPackage(String version) {
        this.version = version;
    }

    /** All of them, newest first. */
    public static List<BuiltInPackage> all() {
        return List.of(ITB_1_0_1, ITB_1_0_0);
    }

    @Override
    public String name() {
        return "itb.backoffice.profiles";
    }

    @Override
    public String version() {
        return version;
    }

    /** What it was built from, in a few letters: a later program may have other rules under the same version. */
    public String digest() {
        return resource("/itb/backoffice/validation/engine/packs.digest").substring(0, 12);
    }

    /** The file that it is packed in. */
    String pack() {
        return name() + "-" + version + ".pack";
    }

    @Override
    public ProfilePackage texts() {
        JsonNode manifest = Json.object(read("package.json"));
        Map<String, String> dependencies = new HashMap<>();
        manifest.path("dependencies")
                .properties()
                .forEach(each -> dependencies.put(each.getKey(), each.getValue().asText()));
        List<String> definitions = new ArrayList<>();
        for (JsonNode file : Json.object(read(".index.json")).path("files")) {
            definitions.add(read(file.path("filename").asText()));
        }
        return new ProfilePackage(name(), version, manifest.path("canonical").asText(), dependencies, definitions);
    }

    private String read(String file) {
        return resource("/itb/backoffice/profiles/" + version + "/package/" + file);
    }

    private static String resource(String path) {
        try (InputStream in = BuiltInPackage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
