package itb.backoffice.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.Keychain;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The servers that the user knows, kept in {@code connections.json}; the demo chain is always the first. Secrets lie in
 * the keychain and never in the file. Calls wait for the disk and belong off the FX thread.
 */
public final class Connections {
    private static final String FILE = "connections.json";

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(
            String id,
            String name,
            URI baseUrl,
            Connection.Environment environment,
            Connection.SignIn signIn,
            @Nullable String profilePackage) {
        Connection connection() {
            String profiles = profilePackage == null ? "" : profilePackage;
            return new Connection(id, name, baseUrl, environment, signIn, profiles);
        }

        static Saved of(Connection connection) {
            return new Saved(
                    connection.id(),
                    connection.name(),
                    connection.baseUrl(),
                    connection.environment(),
                    connection.signIn(),
                    connection.profilePackage());
        }

        @SuppressWarnings("ConstantValue")
        boolean whole() {
            return id != null && name != null && baseUrl != null && environment != null && signIn != null;
        }
    }

    private final JsonFile<List<Saved>> file;
    private final Keychain keychain;
    private final Connection demo;

    /**
     * @param data the program's data folder
     * @param demo the demo chain, whose address the start-up knows
     * @param onSetAside told where an unreadable list was put
     */
    public Connections(Path data, Keychain keychain, Connection demo, Consumer<Path> onSetAside) {
        this.file = new JsonFile<>(data.resolve(FILE), new TypeReference<>() {}, onSetAside);
        this.keychain = keychain;
        this.demo = demo;
    }

    /** All connections: the demo chain, then the user's own in the order in which they were added. */
    public synchronized List<Connection> all() {
        List<Connection> all = new ArrayList<>(List.of(demo));
        saved().forEach(one -> all.add(one.connection()));
        return List.copyOf(all);
    }

    /** The connection with this id, if it is still there. */
    public Optional<Connection> find(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * Adds a connection, or replaces the one with the same id.
     *
     * @param newSecret kept in the keychain; null leaves the secret as it is. Where no sign-in is chosen, an old
     *     secret is removed
     */
    public synchronized void save(Connection connection, @Nullable String newSecret) {
        if (connection.isDemo()) {
            return;
        }
        if (connection.signIn() == Connection.SignIn.NONE) {
            keychain.remove(connection.secretKey());
        } else if (newSecret != null) {
            keychain.put(connection.secretKey(), newSecret);
        }
        List<Saved> list = new ArrayList<>(saved());
        Saved changed = Saved.of(connection);
        int at = -1;
        for (int i = 0; i < list.size(); i++) {
            at = list.get(i).id().equals(connection.id()) ? i : at;
        }
        if (at < 0) {
            list.add(changed);
        } else {
            list.set(at, changed);
        }
        file.write(list);
    }

    /** Takes a connection off the list. Its secret and its folder stay, so that this can be undone. */
    public synchronized void remove(Connection connection) {
        file.write(saved().stream()
                .filter(one -> !one.id().equals(connection.id()))
                .toList());
    }

    /** Deletes the secret of a connection. The folder with its local copy and drafts is the caller's to delete. */
    public void forgetSecret(Connection connection) {
        keychain.remove(connection.secretKey());
    }

    /** Whether there is a secret for {@code connection}. */
    public boolean hasSecret(Connection connection) {
        return keychain.get(connection.secretKey()).isPresent();
    }

    private List<Saved> saved() {
        return file.read().orElse(List.of()).stream().filter(Saved::whole).toList();
    }
}
