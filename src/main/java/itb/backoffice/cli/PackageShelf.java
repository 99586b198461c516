package itb.backoffice.cli;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.Connections;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.FileKeychain;
import itb.backoffice.platform.Keychain;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.SafeKeychain;
import itb.backoffice.platform.SystemKeychain;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageInUse;
import itb.backoffice.validation.pack.PackageLook;
import itb.backoffice.validation.pack.PackageStore;
import itb.backoffice.validation.pack.Packages;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The packages that commands work with: the user's own, that in a file, or that of a server. */
public final class PackageShelf implements AutoCloseable {
    /** What was asked for cannot be used; the sentence is for the user. */
    static final class NotThere extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        NotThere(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    private final AppFolders folders;
    private final Messages messages;
    private final Database database;
    private final Packages packages;

    private PackageShelf(AppFolders folders, Messages messages, Database database) {
        this.folders = folders;
        this.messages = messages;
        this.database = database;
        this.packages = new Packages(new PackageStore(database), Clock.systemUTC());
    }

    /** Opens, or makes, the user's packages in {@code folders}. */
    public static PackageShelf open(AppFolders folders, Messages messages) {
        return new PackageShelf(
                folders,
                messages,
                Database.open(folders.data().resolve(PackageStore.FILE), List.of(PackageStore.SCHEMA)));
    }

    /**
     * What {@code connection} is checked against.
     *
     * @param missing is told a sentence where the package that it names is not here, so that another stands in
     */
    static ProfileValidator validator(
            AppFolders folders, Messages messages, Connection connection, Consumer<String> missing) {
        if (connection.profilePackage().equals(Packages.NEWEST)) {
            return new ProfileValidator(messages);
        }
        try (PackageShelf shelf = open(folders, messages)) {
            PackageInUse inUse = shelf.packages.inUse(connection.profilePackage());
            if (inUse.missing()) {
                missing.accept(messages.get("cli.packages.standsIn", connection.profilePackage(), inUse.id()));
            }
            return new ProfileValidator(() -> messages, inUse.sources());
        }
    }

    Packages packages() {
        return packages;
    }

    /** What {@code text} names: a package by name, with or without version, one of the program's own by version, or a file. */
    List<DefinitionSource> chosen(String text) throws NotThere {
        Optional<PackageChoice> choice = find(text);
        if (choice.isPresent()) {
            return packages.inUse(choice.get().key()).sources();
        }
        Optional<Path> file = file(text);
        if (file.isEmpty()) {
            throw new NotThere(messages.get("cli.packages.unknown", text));
        }
        return found(packages.look(file.get()), text);
    }

    /** The package that {@code text} names; of several versions the one that was imported last, or is newest. */
    Optional<PackageChoice> find(String text) {
        List<PackageChoice> choices = packages.choices();
        Optional<PackageChoice> exact = choices.stream()
                .filter(one -> one.id().toString().equals(text)
                        || (one.builtIn() && one.id().version().equals(text)))
                .findFirst();
        return exact.or(() -> choices.stream()
                .filter(one -> one.id().name().equals(text))
                .reduce((one, other) -> one.builtIn() ? one : other));
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The definitions of the server at {@code url}. */
    List<DefinitionSource> ofServer(String url, Background background) throws NotThere {
        try (HttpFhirServer server = server(url, background)) {
            return found(packages.look(server, url), url);
        }
    }

    private List<DefinitionSource> found(PackageLook look, String name) throws NotThere {
        return switch (look) {
            case PackageLook.Found(PackageInUse inUse) -> inUse.sources();
            case PackageLook.Refused refused ->
                throw new NotThere(messages.get(
                        "cli.packages.refused", name, refused.refusal().sentence(messages)));
            case PackageLook.Unreachable(Failure failure) ->
                throw new NotThere(messages.get(
                        "cli.packages.refused", name, messages.get("connection.failure." + failure.kind())));
        };
    }

    /** Speaks to the server at {@code url}; one that the user has a connection for is signed in to as that says. */
    HttpFhirServer server(String url, Background background) throws NotThere {
        String address = url.strip().replaceAll("/+$", "");
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw new NotThere(messages.get("cli.packages.badServer", url));
        }
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("(?i)https?")) {
            throw new NotThere(messages.get("cli.packages.badServer", url));
        }
        Keychain keychain = new SafeKeychain(
                SystemKeychain::open,
                new FileKeychain(folders.data(), aside -> {}),
                background,
                Duration.ofSeconds(20));
        Connection plain = new Connection(Connection.DEMO_ID, address, uri, Environment.TEST, SignIn.NONE);
        Connection known = new Connections(folders.data(), keychain, plain, aside -> {})
                .all().stream()
                        .filter(one -> one.baseUrl().equals(uri))
                        .reduce((one, other) -> other)
                        .orElse(plain);
        return new HttpFhirServer(
                known,
                () -> keychain.get(known.secretKey()),
                FhirContext::forR4Cached,
                Timeouts.DEFAULT,
                Clock.systemUTC());
    }

    @Override
    public void close() {
        database.close();
    }
}
