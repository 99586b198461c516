import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A built-in package in the sources. One that says {@code basedOn} in its manifest holds only what differs from that
 * version; the rest it takes from there, with its own version in place of the other's.
 */
final class PackageSource {
    private static final String MANIFEST = "package.json";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode manifest;
    private final SortedMap<String, ObjectNode> files = new TreeMap<>();

    private PackageSource(Path folder) throws IOException {
        manifest = read(folder.resolve(MANIFEST));
        JsonNode base = manifest.remove("basedOn");
        if (base != null) {
            PackageSource other = new PackageSource(folder.resolveSibling(base.asText()));
            for (ObjectNode each : other.files.values()) {
                if (base.equals(each.get("version"))) {
                    each.set("version", manifest.get("version"));
                }
            }
            files.putAll(other.files);
        }
        try (Stream<Path> own = Files.list(folder)) {
            for (Path file : own.filter(each -> !each.endsWith(MANIFEST)).toList()) {
                files.put(file.getFileName().toString(), read(file));
            }
        }
    }

    /** Every package in {@code folder}, each in a folder named by its version. */
    static List<PackageSource> all(Path folder) throws IOException {
        List<PackageSource> all = new ArrayList<>();
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.sorted().toList()) {
                all.add(new PackageSource(version));
            }
        }
        return all;
    }

    String name() {
        return manifest.path("name").asText();
    }

    String version() {
        return manifest.path("version").asText();
    }

    Collection<ObjectNode> definitions() {
        return files.values();
    }

    /** Writes it in the layout of an npm package of FHIR, with its index. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode index = MAPPER.createObjectNode().put("index-version", 2);
        ArrayNode rows = index.putArray("files");
        for (var file : files.entrySet()) {
            MAPPER.writeValue(folder.resolve(file.getKey()).toFile(), file.getValue());
            ObjectNode row = rows.addObject().put("filename", file.getKey());
            for (String name : new String[] {"resourceType", "id", "url", "version", "kind", "type"}) {
                if (file.getValue().path(name).isTextual()) {
                    row.set(name, file.getValue().get(name));
                }
            }
        }
        MAPPER.writeValue(folder.resolve(MANIFEST).toFile(), manifest);
        MAPPER.writeValue(folder.resolve(".index.json").toFile(), index);
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) MAPPER.readTree(Files.readString(file));
    }
}
