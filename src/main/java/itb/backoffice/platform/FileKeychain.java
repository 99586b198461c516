package itb.backoffice.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets in an encrypted file (AES-GCM, each under its own nonce and bound to its name), for systems without a key
 * store. The key lies beside it in a file that only the user can read: this keeps secrets out of backups of the one
 * file and out of sight, not from somebody who is signed in as the user.
 */
public final class FileKeychain implements Keychain {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path keyFile;
    private final JsonFile<Map<String, String>> secrets;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param folder where {@code secrets.json} and {@code secrets.key} lie
     * @param onSetAside told where an unreadable file was put
     */
    public FileKeychain(Path folder, Consumer<Path> onSetAside) {
        this.keyFile = folder.resolve("secrets.key");
        this.secrets = new JsonFile<>(folder.resolve("secrets.json"), new TypeReference<>() {}, onSetAside);
    }

    @Override
    public synchronized Optional<String> get(String key) {
        String kept = secrets.read().orElse(Map.of()).get(key);
        if (kept == null || !Files.exists(keyFile)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(kept);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(bytes, NONCE_BYTES))
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // Another key, or a damaged entry: the user is asked for the secret again.
            return Optional.empty();
        }
    }

    @Override
    public synchronized void put(String key, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The system's encryption is not available", e);
        }
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        Map<String, String> all = new TreeMap<>(secrets.read().orElse(Map.of()));
        all.put(key, Base64.getEncoder().encodeToString(both));
        secrets.write(all);
    }

    @Override
    public synchronized void remove(String key) {
        Map<String, String> all = new TreeMap<>(secrets.read().orElse(Map.of()));
        if (all.remove(key) != null) {
            secrets.write(all);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() {
        try {
            if (Files.exists(keyFile)) {
                byte[] kept = Files.readAllBytes(keyFile);
                if (kept.length == KEY_BYTES) {
                    return kept;
                }
                Files.move(keyFile, keyFile.resolveSibling("secrets.key.unreadable-" + System.currentTimeMillis()));
            }
            return newKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] newKey() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Files.createDirectories(keyFile.toAbsolutePath().getParent());
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] onlyMine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var out = Files.newByteChannel(
                keyFile, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyMine)) {
            out.write(java.nio.ByteBuffer.wrap(key));
            return key;
        } catch (FileAlreadyExistsException another) {
            return Files.readAllBytes(keyFile);
        }
    }
}
