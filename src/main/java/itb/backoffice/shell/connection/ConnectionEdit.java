package itb.backoffice.shell.connection;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it stands in the form, perhaps half typed.
 *
 * @param secret what was typed as a new secret; empty leaves the kept one
 * @param secretKept whether the key store holds one
 * @param profilePackage the key of the package of profiles that is chosen
 */
public record ConnectionEdit(
        String id,
        String name,
        String url,
        Environment environment,
        SignIn signIn,
        String secret,
        boolean secretKept,
        String profilePackage) {
    /** What can be wrong in the form, each under its own field. */
    public enum Part {
        NAME,
        URL,
        SECRET
    }

    /** An empty form. */
    public static ConnectionEdit blank() {
        return new ConnectionEdit(UUID.randomUUID().toString(), "", "", Environment.TEST, SignIn.NONE, "", false, "");
    }

    /** The form of a connection that there is. */
    public static ConnectionEdit of(Connection connection, boolean secretKept) {
        return new ConnectionEdit(
                connection.id(),
                connection.name(),
                connection.baseUrl().toString(),
                connection.environment(),
                connection.signIn(),
                "",
                secretKept,
                connection.profilePackage());
    }

    /** What is wrong, as the end of a text key under {@code shell.connections.problem}. */
    public Map<Part, String> problems(Collection<String> otherNames) {
        Map<Part, String> problems = new EnumMap<>(Part.class);
        if (name.isBlank()) {
            problems.put(Part.NAME, "nameMissing");
        } else if (otherNames.stream().anyMatch(other -> other.equalsIgnoreCase(name.strip()))) {
            problems.put(Part.NAME, "nameTaken");
        }
        String wrong = urlProblem();
        if (wrong != null) {
            problems.put(Part.URL, wrong);
        }
        if (signIn != SignIn.NONE && secret.isBlank() && !secretKept) {
            problems.put(Part.SECRET, signIn == SignIn.API_KEY ? "keyMissing" : "tokenMissing");
        }
        return problems;
    }

    private @Nullable String urlProblem() {
        if (url.isBlank()) {
            return "urlMissing";
        }
        try {
            URI uri = new URI(url.strip());
            if (uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
                return "urlScheme";
            }
            if (uri.getHost() == null) {
                return "urlMalformed";
            }
            return uri.getQuery() != null || uri.getFragment() != null ? "urlTail" : null;
        } catch (URISyntaxException malformed) {
            return "urlMalformed";
        }
    }

    /** The connection, once there are no problems. */
    public Connection connection() {
        return new Connection(
                id, name.strip(), URI.create(url.strip().replaceAll("/+$", "")), environment, signIn, profilePackage);
    }

    /** The secret to keep; null leaves the kept one. */
    public @Nullable String newSecret() {
        return signIn == SignIn.NONE || secret.isBlank() ? null : secret.strip();
    }
}
