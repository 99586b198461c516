package itb.backoffice;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Keychain;
import itb.backoffice.shell.connection.ConnectionBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    public Answer<Capabilities> test(Connection connection, @Nullable String newSecret) {
        if (connection.isDemo()) {
            wiring.demo.start();
        }
        Supplier<Optional<String>> secret =
                newSecret == null ? () -> keychain.get(connection.secretKey()) : () -> Optional.of(newSecret);
        try (var server = wiring.server(connection, secret)) {
            return server.capabilities();
        }
    }
}
