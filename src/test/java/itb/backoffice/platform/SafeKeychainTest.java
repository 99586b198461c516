package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeKeychainTest {
    /** A key store in memory. */
    private static class Memory implements Keychain {
        final Map<String, String> secrets = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(secrets.get(key));
        }

        @Override
        public void put(String key, String secret) {
            secrets.put(key, secret);
        }

        @Override
        public void remove(String key) {
            secrets.remove(key);
        }
    }

    @TempDir
    Path folder;

    private final Background background = Background.threaded(Runnable::run, new ErrorReporter());
    private final Memory system = new Memory();
    private final Memory file = new Memory();

    @AfterEach
    void stop() {
        background.close();
    }

    private SafeKeychain keychain(Callable<Keychain> opener) {
        return new SafeKeychain(opener, file, background, Duration.ofMillis(300));
    }

    @Test
    void systemKeyStoreIsUsedWhereItWorksAndTheFileStaysEmpty() {
        file.put("a", "old");
        SafeKeychain keychain = keychain(() -> system);
        keychain.put("a", "b");
        assertEquals(Map.of("a", "b"), system.secrets);
        assertTrue(file.secrets.isEmpty());
        assertEquals(Optional.of("b"), keychain.get("a"));
    }

    @Test
    void secretsKeptWhileThereWasNoKeyStoreAreStillFound() {
        keychain(() -> {
                    throw new SystemKeychain.Unavailable("none");
                })
                .put("a", "b");
        assertEquals(Optional.of("b"), keychain(() -> system).get("a"));
    }

    @Test
    void keyStoreThatHangsIsGivenUpOnce() {
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        SafeKeychain keychain = keychain(() -> {
            opened.incrementAndGet();
            never.await();
            return system;
        });
        assertTimeout(Duration.ofSeconds(5), () -> {
            keychain.put("a", "b");
            keychain.put("c", "d");
            assertEquals(Optional.of("b"), keychain.get("a"));
        });
        assertEquals(1, opened.get());
    }

    @Test
    void keyStoreThatFailsLaterLosesNothing() {
        Memory refusing = new Memory() {
            @Override
            public void put(String key, String secret) {
                throw new SystemKeychain.Unavailable("locked");
            }
        };
        SafeKeychain keychain = keychain(() -> refusing);
        keychain.put("a", "b");
        assertEquals(Optional.of("b"), keychain.get("a"));
    }

    @Test
    void linuxWithoutASessionBusIsNotEvenAsked() throws Exception {
        assertFalse(SystemKeychain.possible("Linux", Map.of()));
        assertFalse(SystemKeychain.possible("Linux", Map.of("XDG_RUNTIME_DIR", folder.toString())));
        Files.createFile(folder.resolve("bus"));
        assertTrue(SystemKeychain.possible("Linux", Map.of("XDG_RUNTIME_DIR", folder.toString())));
        assertTrue(SystemKeychain.possible("Windows 11", Map.of()));
    }
}
