package itb.backoffice.shell.connection;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the screen of connections needs done. Every call may wait and is made off the FX thread. */
public interface ConnectionBook {
    /** All connections, in the order in which they are shown. */
    List<Connection> all();

    /** The packages of profiles that a connection can be checked against. */
    List<PackageChoice> choices();

    /**
     * Which of them the server names, by what it declares and what its resources say.
     *
     * @param allowed what it answered when it was asked for what it allows
     */
    PackageAdvice advice(Connection connection, @Nullable String newSecret, Capabilities allowed);

    /** Whether the key store holds a secret for {@code connection}. */
    boolean hasSecret(Connection connection);

    /** How many drafts lie on this computer for {@code connection}. */
    int drafts(Connection connection);

    /** Keeps {@code connection}, and {@code newSecret} in the key store; null leaves the secret as it is. */
    void save(Connection connection, @Nullable String newSecret);

    /** Takes {@code connection} off the list; its local copy, drafts and secret stay until {@link #forget}. */
    void remove(Connection connection);

    /** Deletes what is left of a removed connection: local copy, drafts, secret. */
    void forget(Connection connection);

    /** Asks the server what it allows, signed in with {@code newSecret}, or with the kept one where it is null. */
    Answer<Capabilities> test(Connection connection, @Nullable String newSecret);
}
