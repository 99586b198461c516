package itb.backoffice.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One value in one small JSON file, written whole or not at all. A file that cannot be read is set aside under a new
 * name and reported, never overwritten.
 */
public final class JsonFile<T> {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final TypeReference<T> type;
    private final Consumer<Path> onSetAside;

    /**
     * @param onSetAside told where an unreadable file was put
     */
    public JsonFile(Path file, TypeReference<T> type, Consumer<Path> onSetAside) {
        this.file = file;
        this.type = type;
        this.onSetAside = onSetAside;
    }

    /** The value in the file; empty where there is no file, or none that can be read. */
    public Optional<T> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (JacksonException broken) {
            setAside();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code value}: a reader, or a later start, sees all of it or what was there before. */
    public void write(T value) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, MAPPER.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable-" + System.currentTimeMillis());
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        onSetAside.accept(aside);
    }
}
