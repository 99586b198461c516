package itb.backoffice.platform;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operating system's key store: Credential Manager, Keychain, or the Secret Service of a Linux desktop. */
public final class SystemKeychain implements Keychain {
    private static final String SERVICE = "itb-backoffice";

    /** The key store is not there, or refused; the message holds no secret. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }

        Unavailable(String message) {
            super(message);
        }
    }

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Opens the key store, or throws {@link Unavailable}. It may ask the user to unlock it, and so may wait. */
    public static SystemKeychain open() {
        if (!possible(System.getProperty("os.name", ""), System.getenv())) {
            throw new Unavailable("No session bus, so no key store");
        }
        try {
            return new SystemKeychain(Keyring.create());
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            throw new Unavailable("The key store could not be opened", e);
        }
    }

    /** On Linux, asking without a session bus would wait for nothing. */
    static boolean possible(String os, Map<String, String> env) {
        if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return true;
        }
        String address = env.get("DBUS_SESSION_BUS_ADDRESS");
        String runtime = env.get("XDG_RUNTIME_DIR");
        return (address != null && !address.isBlank())
                || (runtime != null && !runtime.isBlank() && Files.exists(Path.of(runtime, "bus")));
    }

    @Override
    public Optional<String> get(String key) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, key));
        } catch (PasswordAccessException none) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new Unavailable("The key store could not be read", e);
        }
    }

    @Override
    public void put(String key, String secret) {
        try {
            keyring.setPassword(SERVICE, key, secret);
        } catch (PasswordAccessException | RuntimeException e) {
            throw new Unavailable("The key store could not be written", e);
        }
    }

    @Override
    public void remove(String key) {
        try {
            keyring.deletePassword(SERVICE, key);
        } catch (PasswordAccessException none) {
            // There was nothing to remove.
        } catch (RuntimeException e) {
            throw new Unavailable("The key store could not be written", e);
        }
    }
}
