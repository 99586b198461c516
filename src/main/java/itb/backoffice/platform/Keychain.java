package itb.backoffice.platform;

import java.util.Optional;

/**
 * Where secrets are kept: the operating system's key store or, where there is none, an encrypted file. A secret is
 * never written anywhere else, and never logged.
 */
public interface Keychain {
    /** The secret under {@code key}, if there is one. */
    Optional<String> get(String key);

    /** Keeps {@code secret} under {@code key}. */
    void put(String key, String secret);

    /** Forgets what is under {@code key}. */
    void remove(String key);
}
