package itb.backoffice.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's key store where it works, and the encrypted file where it does not. Which one is found out at
 * the first use; a key store that does not answer in time counts as none from then on, so that nothing ever hangs.
 */
public final class SafeKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SafeKeychain.class);

    private final Callable<Keychain> opener;
    private final Keychain file;
    private final Background background;
    private final Duration patience;
    private @Nullable Keychain system;
    private boolean tried;

    /**
     * @param opener opens the system's key store, or throws
     * @param file the encrypted file
     * @param patience how long one call to the key store may take; a user may have to type a password
     */
    public SafeKeychain(Callable<Keychain> opener, Keychain file, Background background, Duration patience) {
        this.opener = opener;
        this.file = file;
        this.background = background;
        this.patience = patience;
    }

    @Override
    public synchronized Optional<String> get(String key) {
        Optional<String> kept = ask(store -> store.get(key), Optional.empty());
        return kept.isPresent() ? kept : file.get(key);
    }

    @Override
    public synchronized void put(String key, String secret) {
        boolean done = ask(
                store -> {
                    store.put(key, secret);
                    return true;
                },
                false);
        if (done) {
            file.remove(key);
        } else {
            file.put(key, secret);
        }
    }

    @Override
    public synchronized void remove(String key) {
        ask(
                store -> {
                    store.remove(key);
                    return true;
                },
                false);
        file.remove(key);
    }

    private interface Question<T> {
        T ask(Keychain store);
    }

    private <T> T ask(Question<T> question, T otherwise) {
        if (!tried) {
            tried = true;
            system = within(opener);
        }
        Keychain store = system;
        if (store == null) {
            return otherwise;
        }
        T answer = within(() -> question.ask(store));
        if (answer == null) {
            system = null;
            return otherwise;
        }
        return answer;
    }

    /** Null where the call failed, or took too long. */
    private <T> @Nullable T within(Callable<T> call) {
        Future<T> answer = background.beside(call);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            LOG.info("The system's key store did not answer; secrets are kept in the encrypted file");
        } catch (ExecutionException e) {
            LOG.info(
                    "The system's key store is not usable ({}); secrets are kept in the encrypted file",
                    String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        return null;
    }
}
