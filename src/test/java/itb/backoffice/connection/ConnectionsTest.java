package itb.backoffice.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.FileKeychain;
import itb.backoffice.platform.Keychain;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
    private static final Connection DEMO = new Connection(
            Connection.DEMO_ID, "Demo", URI.create("http://127.0.0.1:1/fhir"), Environment.TEST, SignIn.NONE);
    private static final Connection OWN = new Connection(
            "1", "Own", URI.create("https://chain.example/fhir"), Environment.PRODUCTION, SignIn.API_KEY);

    @TempDir
    Path folder;

    private final List<Path> setAside = new ArrayList<>();

    private Connections connections() {
        Keychain keychain = new FileKeychain(folder, setAside::add);
        return new Connections(folder, keychain, DEMO, setAside::add);
    }

    @Test
    void thePackageOfProfilesIsKeptAndOlderListsHaveNone() throws Exception {
        connections().save(OWN.withProfilePackage("wof-portal#1.1.0"), null);
        assertEquals(
                "wof-portal#1.1.0", connections().find(OWN.id()).orElseThrow().profilePackage());
        Files.writeString(
                folder.resolve("connections.json"),
                Files.readString(folder.resolve("connections.json")).replaceFirst(",\\s*\"profilePackage\"[^}]*", ""));
        assertEquals("", connections().find(OWN.id()).orElseThrow().profilePackage());
    }

    @Test
    void connectionsSurviveARestartWithTheirSecretsElsewhere() throws Exception {
        connections().save(OWN, "very-secret");
        connections().save(new Connection("2", "Test", OWN.baseUrl(), Environment.TEST, SignIn.NONE), null);
        Connection renamed = new Connection("1", "Renamed", OWN.baseUrl(), Environment.PRODUCTION, SignIn.API_KEY);
        connections().save(renamed, null);
        assertEquals(
                List.of("Demo", "Renamed", "Test"),
                connections().all().stream().map(Connection::name).toList());
        assertTrue(connections().hasSecret(renamed));
        for (Path file : Files.list(folder).toList()) {
            assertFalse(
                    Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains("very-secret"),
                    file.toString());
        }
    }

    @Test
    void removedConnectionCanComeBackUntilItsSecretIsForgotten() {
        Connections connections = connections();
        connections.save(OWN, "s");
        connections.remove(OWN);
        assertTrue(connections.find("1").isEmpty());
        assertTrue(connections.hasSecret(OWN));
        connections.forgetSecret(OWN);
        assertFalse(connections.hasSecret(OWN));
    }

    @Test
    void secretGoesWhenSignInIsSwitchedOff() {
        Connections connections = connections();
        connections.save(OWN, "s");
        connections.save(new Connection("1", "Own", OWN.baseUrl(), Environment.TEST, SignIn.NONE), null);
        assertFalse(connections.hasSecret(OWN));
    }

    @Test
    void damagedListIsSetAsideAndTheDemoIsStillThere() throws Exception {
        Files.writeString(folder.resolve("connections.json"), "[{\"id\":");
        assertEquals(List.of(DEMO), connections().all());
        assertEquals(1, setAside.size());
        connections().save(DEMO, null);
        assertFalse(Files.exists(folder.resolve("connections.json")));
    }

    @Test
    void secretOverPlainHttpIsNoticed() {
        assertFalse(OWN.exposesSecret());
        assertTrue(OWN.withBaseUrl(URI.create("http://chain.example/fhir")).exposesSecret());
        assertFalse(OWN.withBaseUrl(URI.create("http://localhost:8080/fhir")).exposesSecret());
    }
}
