package itb.backoffice.shell.flow;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.platform.JsonFile;
import java.util.Optional;

/** What the server last said it can do, kept on disk so that plans can be made offline. Calls may wait. */
public final class KnownCapabilities {
    private final FhirServer server;
    private final JsonFile<Capabilities> file;

    /** Asks {@code server}; keeps its answer in {@code file}. */
    public KnownCapabilities(FhirServer server, JsonFile<Capabilities> file) {
        this.server = server;
        this.file = file;
    }

    /** Asks the server now. */
    public Answer<Capabilities> ask() {
        Answer<Capabilities> answer = server.capabilities();
        if (answer instanceof Answer.Ok<Capabilities> ok) {
            // Whoever asks at the same time writes the same file.
            synchronized (file) {
                file.write(ok.value());
            }
        }
        return answer;
    }

    /** What the server said last, without asking it. */
    public Optional<Capabilities> kept() {
        return file.read();
    }

    /** What the server said last; asks it where it never did. */
    public Answer<Capabilities> known() {
        return kept().<Answer<Capabilities>>map(Answer.Ok::new).orElseGet(this::ask);
    }

    /** The same. Empty where it cannot be asked either. */
    public Optional<Capabilities> last() {
        return known() instanceof Answer.Ok<Capabilities> ok ? Optional.of(ok.value()) : Optional.empty();
    }
}
