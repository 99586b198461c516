package itb.backoffice;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Keychain;
import itb.backoffice.shell.connection.ConnectionBook;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of servers with what lies on disk and in the key store for each. */
final class ServerBook implements ConnectionBook {
    /** Those that have profiles of their own. */
    private static final List<String> TYPES =
            List.of("PractitionerRole", "HealthcareService", "ActivityDefinition", "Organization", "Location");

    private final Wiring wiring;
    private final Keychain keychain;

    ServerBook(Wiring wiring) {
        this.wiring = wiring;
        this.keychain = wiring.keychain;
    }

    @Override
    public List<Connection> all() {
        return wiring.connections.all();
    }

    @Override
    public boolean hasSecret(Connection connection) {
        return wiring.connections.hasSecret(connection);
    }

    @Override
    public int drafts(Connection connection) {
        Path folder = wiring.folders.connection(connection.id());
        if (!Files.exists(folder.resolve(ChainStores.WORK))) {
            return 0;
        }
        try (ChainStores stores = ChainStores.open(folder)) {
            return stores.drafts().states().size();
        }
    }

    @Override
    public void save(Connection connection, @Nullable String newSecret) {
        wiring.connections.save(connection, newSecret);
    }

    @Override
    public void remove(Connection connection) {
        wiring.connections.remove(connection);
    }

    @Override
    public void forget(Connection connection) {
        wiring.connections.forgetSecret(connection);
        Path folder = wiring.folders.connection(connection.id());
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<PackageChoice> choices() {
        return wiring.profiles.packages().choices();
    }

    @Override
    public PackageAdvice advice(Connection connection, @Nullable String newSecret, Capabilities allowed) {
        Set<String> named = new HashSet<>(allowed.guides());
        try (FhirServer server = server(connection, newSecret)) {
            for (String type : TYPES) {
                Capabilities.TypeRules rules = allowed.types().get(type);
                if (rules != null) {
                    named.addAll(rules.profiles());
                }
                if (allowed.allows(type, Action.SEARCH)
                        && server.search(type, Map.of("_count", "3")) instanceof Answer.Ok<Page>(Page page)) {
                    page.resources().forEach(one -> named.addAll(profiles(one.json())));
                }
            }
        }
        return wiring.profiles.packages().advise(named, connection.profilePackage());
    }

    private static List<String> profiles(String json) {
        List<String> profiles = new ArrayList<>();
        Json.object(json).at("/meta/profile").forEach(one -> profiles.add(one.asText("")));
        return profiles;
    }

    @Override
    public Answer<Capabilities> test(Connection connection, @Nullable String newSecret) {
        if (connection.isDemo()) {
            wiring.demo.start();
        }
        try (FhirServer server = server(connection, newSecret)) {
            return server.capabilities();
        }
    }

    private FhirServer server(Connection connection, @Nullable String newSecret) {
        Supplier<Optional<String>> secret =
                newSecret == null ? () -> keychain.get(connection.secretKey()) : () -> Optional.of(newSecret);
        return wiring.server(connection, secret);
    }
}
