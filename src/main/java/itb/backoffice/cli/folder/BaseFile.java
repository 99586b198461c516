package itb.backoffice.cli.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a folder began with: one line for each resource, sorted, so that version control shows which changed.
 * Without it nobody could tell an edit made here from one made on the server.
 *
 * @param server the FHIR base that the folder was pulled from
 * @param folder names this folder, so that resources without an id get one that is nobody else's
 * @param entries by {@code Type/id}
 */
record BaseFile(String server, String folder, TreeMap<String, Entry> entries) {
    /** The file's name. */
    static final String NAME = "itb-backoffice.jsonl";

    private static final int FORMAT = 1;

    /**
     * One resource as it was on the server.
     *
     * @param version the server's name for it, or null
     * @param line the resource, as {@link Layout#line} writes it
     */
    record Entry(@Nullable String version, String line) {}

    /** The beginning of a folder. */
    static BaseFile fresh(String server) {
        return new BaseFile(server, UUID.randomUUID().toString(), new TreeMap<>());
    }

    /** What lies in {@code folder}; empty where nothing was ever pulled into it. */
    static Optional<BaseFile> read(Path folder) throws Trouble, IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            ObjectNode head = Json.object(lines.isEmpty() ? "" : lines.getFirst());
            if (head.path("format").asInt() != FORMAT) {
                throw new Trouble("baseFormat", file);
            }
            BaseFile base = new BaseFile(
                    head.path("server").asText(), head.path("folder").asText(), new TreeMap<>());
            for (String line : lines.subList(1, lines.size())) {
                if (!line.isBlank()) {
                    base.add(Json.object(line), line);
                }
            }
            return Optional.of(base);
        } catch (Json.NotJson | CharacterCodingException broken) {
            throw new Trouble("baseBroken", file);
        }
    }

    private void add(ObjectNode entry, String line) {
        JsonNode version = entry.get("version");
        // The resource is the rest of the line as it was written, so that no digit passes through a number.
        String resource = line.substring(line.indexOf(",\"is\":") + ",\"is\":".length(), line.length() - 1);
        entries.put(entry.path("resource").asText(), new Entry(version == null ? null : version.textValue(), resource));
    }

    /** Writes it into {@code folder}, whole or not at all. */
    void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        ObjectNode head = Json.object();
        head.put("format", FORMAT).put("server", server).put("folder", folder());
        text.append(Json.write(head)).append('\n');
        entries.forEach((reference, entry) -> {
            ObjectNode begin = Json.object();
            begin.put("resource", reference).put("version", entry.version());
            String open = Json.write(begin);
            text.append(open, 0, open.length() - 1)
                    .append(",\"is\":")
                    .append(entry.line())
                    .append("}\n");
        });
        ChainFolder.replace(folder.resolve(NAME), text.toString());
    }
}
