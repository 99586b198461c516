package itb.backoffice.connection;

import java.net.URI;

/**
 * A named server.
 *
 * @param id a UUID, also the name of the folder with the local copy of the chain
 * @param name what the user calls it
 * @param baseUrl the FHIR base, without a slash at the end
 * @param environment what is at stake there
 * @param signIn as whom we come; its secret lies in the keychain under {@link #secretKey()}
 * @param profilePackage which package of profiles its resources are checked against, as {@code name#version}; empty for
 *     the newest that comes with the program
 */
public record Connection(
        String id, String name, URI baseUrl, Environment environment, SignIn signIn, String profilePackage) {
    /** A connection whose resources are checked against the newest package that comes with the program. */
    public Connection(String id, String name, URI baseUrl, Environment environment, SignIn signIn) {
        this(id, name, baseUrl, environment, signIn, "");
    }

    /** What is at stake on a server. */
    public enum Environment {
        TEST,
        PRODUCTION
    }

    /** How one signs in there. */
    public enum SignIn {
        NONE,
        /** A fixed token, sent as it is. */
        BEARER_TOKEN,
        /** A key that {@code …/auth/system-token}, beside the FHIR base, exchanges for a token. */
        API_KEY
    }

    /** The demo chain's connection id: there is always exactly one. */
    public static final String DEMO_ID = "demo";

    /** Where this connection's secret lies in the keychain. */
    public String secretKey() {
        return "connection/" + id;
    }

    /** Whether the secret would travel where others on the way can read it. */
    public boolean exposesSecret() {
        Origin origin = Origin.of(baseUrl);
        return signIn != SignIn.NONE && origin.scheme().equals("http") && !origin.loopback();
    }

    /** The same server at another address. */
    public Connection withBaseUrl(URI address) {
        return new Connection(id, name, address, environment, signIn, profilePackage);
    }

    /** The same server, checked against another package of profiles. */
    public Connection withProfilePackage(String other) {
        return new Connection(id, name, baseUrl, environment, signIn, other);
    }

    /** Whether this is the demo chain that the program itself serves. */
    public boolean isDemo() {
        return id.equals(DEMO_ID);
    }
}
