package itb.backoffice.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import itb.backoffice.cli.folder.Target;
import itb.backoffice.cli.folder.Trouble;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.Connections;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.FileKeychain;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.SafeKeychain;
import itb.backoffice.platform.Settings;
import itb.backoffice.platform.SystemKeychain;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and what signs in there. A secret comes from the key store or the environment, never from an argument. */
final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "NAME|URL",
            required = true,
            description = "A connection of the program by its name, or the address of a FHIR server.")
    private String server = "";

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the bearer token.")
    private @Nullable String tokenEnv;

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the API key to be exchanged for a token.")
    private @Nullable String keyEnv;

    /** The server, ready to be spoken to. */
    Target target(AppFolders folders, Background background) throws Trouble {
        if (tokenEnv != null && keyEnv != null) {
            throw new Trouble("twoSecrets");
        }
        String env = tokenEnv != null ? tokenEnv : keyEnv;
        Optional<String> given = Optional.empty();
        if (env != null) {
            String value = System.getenv(env);
            if (value == null || value.isBlank()) {
                throw new Trouble("noVariable", env);
            }
            given = Optional.of(value.strip());
        }
        Settings settings = new JsonFile<Settings>(
                        folders.data().resolve("settings.json"), new TypeReference<>() {}, aside -> {})
                .read()
                .orElse(Settings.DEFAULT);
        SafeKeychain keychain = new SafeKeychain(
                SystemKeychain::open,
                new FileKeychain(folders.data(), aside -> {}),
                background,
                Duration.ofSeconds(20));
        Optional<Connection> known = known(folders, keychain);
        Connection connection = known.orElseGet(() -> unknown(URI.create(server)));
        if (env != null) {
            connection = signedIn(connection, tokenEnv != null ? SignIn.BEARER_TOKEN : SignIn.API_KEY);
        }
        if (connection.exposesSecret()) {
            throw new Trouble("exposed", connection.baseUrl());
        }
        Optional<String> secret = given;
        String key = connection.secretKey();
        Supplier<Optional<String>> source = secret.isPresent() ? () -> secret : () -> keychain.get(key);
        return new Target(
                connection,
                source,
                known.map(one -> folders.connection(one.id())),
                who(settings),
                settings.blockOnOldErrors());
    }

    private static String who(Settings settings) {
        return Stream.of(settings.userName(), System.getProperty("user.name", ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("?");
    }

    /** The program's own connection of this name or address; an address need not be one. */
    private Optional<Connection> known(AppFolders folders, SafeKeychain keychain) throws Trouble {
        boolean address = server.toLowerCase(Locale.ROOT).matches("https?://.*");
        if (address) {
            check(server);
        }
        // The demo chain is served only while the program runs, each time elsewhere; by its address it can be used.
        Connection demo = unknown(URI.create("http://127.0.0.1/"));
        List<Connection> found = new Connections(folders.data(), keychain, demo, aside -> {})
                .all().stream()
                        .filter(one -> one != demo)
                        .filter(one -> address
                                ? trimmed(one.baseUrl().toString()).equals(trimmed(server))
                                : one.name().equalsIgnoreCase(server.strip()))
                        .toList();
        if (!address && found.isEmpty()) {
            throw new Trouble("noConnection", server);
        }
        if (!address && found.size() > 1) {
            throw new Trouble("manyConnections", server);
        }
        return found.stream().findFirst();
    }

    private static void check(String address) throws Trouble {
        try {
            URI uri = URI.create(address.strip());
            if (uri.getHost() == null) {
                throw new Trouble("badAddress", address);
            }
            if (uri.getUserInfo() != null || uri.getQuery() != null) {
                throw new Trouble("secretInAddress");
            }
        } catch (IllegalArgumentException e) {
            throw new Trouble("badAddress", address);
        }
    }

    private static String trimmed(String address) {
        return address.strip().replaceAll("/+$", "");
    }

    private static Connection unknown(URI address) {
        URI base = URI.create(trimmed(address.toString()));
        return new Connection("command", base.toString(), base, Environment.TEST, SignIn.NONE);
    }

    private static Connection signedIn(Connection connection, SignIn signIn) {
        return new Connection(
                connection.id(),
                connection.name(),
                connection.baseUrl(),
                connection.environment(),
                signIn,
                connection.profilePackage());
    }
}
