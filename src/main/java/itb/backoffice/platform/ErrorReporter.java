package itb.backoffice.platform;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything unexpected ends: logged once with a code, and told to whoever shows errors (the window, the
 * console). Messages of exceptions are logged, so they must never hold a secret or a person's data.
 */
public final class ErrorReporter {
    /** One reported error: the code that the user can copy, and the log has. */
    public record Report(String code, Throwable error) {}

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReporter.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CopyOnWriteArrayList<Consumer<Report>> listeners = new CopyOnWriteArrayList<>();

    /** Tells {@code listener} of every later error, on the thread where it is reported. */
    public void onReport(Consumer<Report> listener) {
        listeners.add(listener);
    }

    /** Logs {@code error} under a new code and tells the listeners; returns the code. */
    public String report(Throwable error) {
        byte[] bytes = new byte[3];
        RANDOM.nextBytes(bytes);
        String code = "ITB-" + HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.error("{}", code, error);
        Report report = new Report(code, error);
        listeners.forEach(listener -> listener.accept(report));
        return code;
    }
}
