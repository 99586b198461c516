package itb.backoffice;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.type.TypeReference;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.Connections;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.FileKeychain;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.Keychain;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.SafeKeychain;
import itb.backoffice.platform.Settings;
import itb.backoffice.platform.SystemKeychain;
import itb.backoffice.shell.page.TableMemory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where the services that live as long as the program are constructed; {@link ChainWiring} adds those of one server. */
final class Wiring implements AutoCloseable {
    final AppFolders folders;
    final ErrorReporter errors = new ErrorReporter();
    final Background background;
    final Keychain keychain;
    final Connections connections;
    final DemoChain demo;
    final ProfileWiring profiles;
    /** How the user has arranged the tables. */
    final TableMemory tables;

    private final JsonFile<Settings> settingsFile;
    private final Supplier<FhirContext> fhir = new Once<>(FhirContext::forR4);
    private volatile @Nullable Ahead ahead;
    private volatile Settings settings;
    private volatile Messages messages;

    /** Reads the settings and the list of servers; {@code fx} runs what belongs on the FX thread. */
    Wiring(AppFolders folders, Executor fx) {
        this(folders, fx, DemoServer.DEFAULT_CLINICS);
    }

    /** As above, with a demo chain of {@code demoClinics} clinics. */
    Wiring(AppFolders folders, Executor fx, int demoClinics) {
        this.folders = folders;
        this.background = Background.threaded(fx, errors);
        this.settingsFile =
                new JsonFile<>(folders.data().resolve("settings.json"), new TypeReference<>() {}, this::setAside);
        this.settings = settingsFile.read().orElse(Settings.DEFAULT);
        this.messages = messages(settings);
        this.keychain = new SafeKeychain(
                SystemKeychain::open,
                new FileKeychain(folders.data(), this::setAside),
                background,
                Duration.ofSeconds(20));
        this.profiles = new ProfileWiring(folders, this::messages);
        this.tables = tables();
        this.demo = new DemoChain(folders, demoClinics, errors);
        this.connections = new Connections(folders.data(), keychain, demoConnection(), this::setAside);
    }

    private TableMemory tables() {
        JsonFile<Map<String, TableMemory.Look>> file =
                new JsonFile<>(folders.data().resolve("tables.json"), new TypeReference<>() {}, this::setAside);
        return new TableMemory(
                file.read().orElse(Map.of()),
                looks -> background.inOrder(
                        file,
                        () -> {
                            file.write(looks);
                            return true;
                        },
                        done -> {}));
    }

    private Connection demoConnection() {
        return new Connection(
                Connection.DEMO_ID,
                messages().get("demo.connection"),
                URI.create(demo.baseUrl()),
                Environment.TEST,
                SignIn.NONE);
    }

    private void setAside(Path aside) {
        LoggerFactory.getLogger(Wiring.class).warn("An unreadable file was set aside as {}", aside.getFileName());
    }

    /** What the user has chosen. */
    Settings settings() {
        return settings;
    }

    /** Keeps new settings; written in the background, in order. */
    void keep(Settings changed) {
        if (!Objects.equals(changed.language(), settings.language())) {
            messages = messages(changed);
        }
        settings = changed;
        background.inOrder(
                settingsFile,
                () -> {
                    settingsFile.write(changed);
                    return true;
                },
                done -> {});
    }

    /** The texts in the user's language. */
    Messages messages() {
        return messages;
    }

    private static Messages messages(Settings settings) {
        // Another language than the computer's does not move it to another country.
        Locale computer = Locale.getDefault();
        return Messages.of(Optional.ofNullable(settings.language())
                .map(language -> Locale.of(language, computer.getCountry()))
                .orElse(computer));
    }

    /** Begins to open what will be shown first, while the window is still being made. */
    void openAhead() {
        Connection first = firstConnection();
        ahead = new Ahead(first, background.beside(() -> OpenedChain.open(this, first)));
    }

    /** Opens {@code connection}, or gives what was opened ahead. Waits for the disk. */
    OpenedChain opened(Connection connection) throws InterruptedException, ExecutionException {
        Ahead begun = ahead;
        ahead = null;
        return begun != null && begun.connection().equals(connection)
                ? begun.coming().get()
                : OpenedChain.open(this, connection);
    }

    private record Ahead(Connection connection, Future<OpenedChain> coming) {}

    /** The connection to open first: the last one, else the demo chain. */
    Connection firstConnection() {
        return settings.lastConnection()
                .flatMap(connections::find)
                .orElseGet(() -> connections.all().getFirst());
    }

    /** Speaks to {@code connection}'s server with the secret that {@code secret} gives. */
    HttpFhirServer server(Connection connection, Supplier<Optional<String>> secret) {
        return new HttpFhirServer(connection, secret, fhir, Timeouts.DEFAULT, Clock.systemUTC());
    }

    /** Speaks to {@code connection}'s server with the secret that is kept for it. */
    HttpFhirServer server(Connection connection) {
        return server(connection, () -> keychain.get(connection.secretKey()));
    }

    @Override
    public void close() {
        background.close();
        demo.close();
        profiles.close();
    }
}
