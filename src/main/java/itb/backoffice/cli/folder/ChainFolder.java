package itb.backoffice.cli.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Download;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of a folder, one for each resource. What a file is, its content says; where it lies is up to the user. */
final class ChainFolder {
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int DEEPEST = 8;

    private final Path folder;

    ChainFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /**
     * Every resource by {@code Type/id}.
     *
     * @param name the folder's own name, for resources without an id
     */
    Map<String, ResourceFile> read(String name) throws Trouble, IOException {
        Map<String, ResourceFile> found = new TreeMap<>();
        for (Path file : files()) {
            ResourceFile resource = read(file, name);
            ResourceFile other = found.put(resource.reference(), resource);
            if (other != null) {
                throw new Trouble("twice", other.path(), file, resource.reference());
            }
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.find(folder, DEEPEST, (path, is) -> is.isRegularFile() && ours(path))) {
            return all.sorted().toList();
        }
    }

    /** JSON files, but none in a hidden folder such as that of the version control. */
    private boolean ours(Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private ResourceFile read(Path file, String name) throws Trouble, IOException {
        if (Files.size(file) > LARGEST) {
            throw new Trouble("tooLarge", file, LARGEST / 1024 / 1024);
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            int marked = conflictMark(text);
            if (marked > 0) {
                throw new Trouble("marked", file, marked);
            }
            ObjectNode json = Json.object(text);
            String type = json.path("resourceType").asText("");
            if (!Download.TYPES.contains(type)) {
                throw new Trouble(type.isEmpty() ? "noType" : "otherType", file, type);
            }
            String place = folder.relativize(file).toString().replace('\\', '/');
            String id = json.path("id").asText("");
            if (id.isEmpty()) {
                id = UUID.nameUUIDFromBytes((name + "/" + place).getBytes(StandardCharsets.UTF_8))
                        .toString();
            }
            return new ResourceFile(file, type, id, text, Layout.line(text));
        } catch (Json.NotJson broken) {
            throw new Trouble("notJson", file, place(broken));
        } catch (CharacterCodingException broken) {
            throw new Trouble("notUtf8", file);
        }
    }

    /** The line in which the version control asks somebody to decide; 0 where it does not. */
    private static int conflictMark(String text) {
        int at = text.startsWith("<<<<<<< ") ? 0 : text.indexOf("\n<<<<<<< ") + 1;
        return at == 0 && !text.startsWith("<<<<<<< ")
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Only "line 3, column 7" of a parser's message: the rest is for programmers. */
    private static String place(Json.NotJson broken) {
        String message = String.valueOf(broken.getMessage());
        return message.replaceFirst("^Not JSON at line (\\d+), column (\\d+)$", "$1:$2")
                .replaceFirst("^[^0-9].*", "1:1");
    }

    /** Where a resource that is not in the folder yet gets its file. */
    Path place(String type, String id) {
        return folder.resolve(type).resolve(fileName(id) + ".json");
    }

    /** Ids that differ only in case, or that a file cannot be called by, get a name that no other has. */
    private static String fileName(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_");
        boolean plain = safe.equals(id) && id.equals(id.toLowerCase(Locale.ROOT)) && !id.endsWith(".");
        return plain && !id.matches("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")
                ? id
                : safe + "~" + Layout.hash(id).substring(0, 8);
    }

    /** Writes a resource in the folder's layout, whole or not at all; a file that says it already stays as it is. */
    static void write(Path file, String json) throws IOException {
        String text = Layout.file(json);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            replace(file, text);
        }
    }

    static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
