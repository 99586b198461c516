package itb.backoffice;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.platform.Keychain;
import itb.backoffice.shell.connection.ConnectionBook;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of servers with what lies on disk and in the key store for each. */
final class ServerBook implements ConnectionBook {
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
        Set<String> named = NamedProfiles.declared(allowed);
        try (FhirServer server = server(connection, newSecret)) {
            for (String type : NamedProfiles.TYPES) {
                Map<String, String> few = Map.of("_count", Integer.toString(NamedProfiles.OF_EACH));
                if (allowed.allows(type, Action.SEARCH)
                        && server.search(type, few) instanceof Answer.Ok<Page>(Page page)) {
                    page.resources().forEach(one -> named.addAll(NamedProfiles.in(one.json())));
                }
            }
        }
        return wiring.profiles.packages().advise(named, connection.profilePackage());
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
