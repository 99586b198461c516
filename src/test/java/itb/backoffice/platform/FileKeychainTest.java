package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileKeychainTest {
    @TempDir
    Path folder;

    private final List<Path> setAside = new ArrayList<>();

    private FileKeychain keychain() {
        return new FileKeychain(folder, setAside::add);
    }

    @Test
    void secretsSurviveARestartAndAreUnreadableOnDisk() throws Exception {
        keychain().put("connection/1", "tøp-secret");
        keychain().put("connection/2", "other");
        assertEquals(Optional.of("tøp-secret"), keychain().get("connection/1"));
        String file = Files.readString(folder.resolve("secrets.json"), StandardCharsets.UTF_8);
        assertFalse(file.contains("tøp-secret"));
        keychain().remove("connection/1");
        assertEquals(Optional.empty(), keychain().get("connection/1"));
        assertEquals(Optional.of("other"), keychain().get("connection/2"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such permissions; the profile folder is private")
    void onlyTheUserCanReadTheKey() throws Exception {
        keychain().put("a", "b");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.key"))));
    }

    @Test
    void secretMovedUnderAnotherNameIsNotGivenOut() throws Exception {
        keychain().put("test-server", "secret");
        Path file = folder.resolve("secrets.json");
        Files.writeString(file, Files.readString(file).replace("test-server", "evil-server"));
        assertEquals(Optional.empty(), keychain().get("evil-server"));
    }

    @Test
    void damagedFilesAreSetAsideAndNewSecretsCanBeKept() throws Exception {
        keychain().put("a", "b");
        Files.writeString(folder.resolve("secrets.json"), "{\"a\":");
        assertEquals(Optional.empty(), keychain().get("a"));
        assertEquals(1, setAside.size());
        Files.write(folder.resolve("secrets.key"), new byte[3]);
        keychain().put("a", "c");
        assertEquals(Optional.of("c"), keychain().get("a"));
    }
}
