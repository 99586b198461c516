package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.pack.NewerItb;
import itb.backoffice.validation.pack.PackageAdvice;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the server's own words over the import to the checks of its chain, and back. */
class PackageWayTest {
    private static final String ROLE = NewerItb.PORTAL + "StructureDefinition/practitioner-role-portal";

    @TempDir
    Path folder;

    private final WireMockServer http =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private Wiring wiring;
    private WindowPackages packages;
    private Connection connection;

    @BeforeEach
    void open() {
        http.start();
        wiring = new Wiring(new AppFolders(folder.resolve("home")), Runnable::run, 2);
        packages = new WindowPackages(wiring);
        connection = new Connection(
                "1", "Nordtand", URI.create("http://localhost:" + http.port()), Environment.TEST, SignIn.NONE);
        wiring.connections.save(connection, null);
    }

    @AfterEach
    void close() {
        wiring.close();
        http.stop();
    }

    private void importNewer() throws Exception {
        packages.importFiles(List.of(NewerItb.file().write(folder.resolve("newer.tgz"))), Progress.none());
    }

    private Connection kept() {
        return wiring.connections.find("1").orElseThrow();
    }

    private PackageAdvice advice() {
        ServerBook book = new ServerBook(wiring);
        Answer.Ok<Capabilities> answer = assertInstanceOf(Answer.Ok.class, book.test(kept(), null));
        return book.advice(kept(), null, answer.value());
    }

    private void serve(String path, String json) {
        http.stubFor(WireMock.get(WireMock.urlPathEqualTo(path))
                .willReturn(WireMock.aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody(json)));
    }

    @Test
    void whatTheServersResourcesSayIsProposedOnceItIsHere() throws Exception {
        serve("/metadata", """
                {"resourceType":"CapabilityStatement","status":"active","date":"2026-01-01","kind":"instance",
                "fhirVersion":"4.0.1","format":["json"],"rest":[{"mode":"server","resource":[
                {"type":"PractitionerRole","interaction":[{"code":"search-type"}]},
                {"type":"Location","interaction":[{"code":"read"}]}]}]}""");
        serve("/PractitionerRole", """
                {"resourceType":"Bundle","type":"searchset","entry":[{"resource":
                {"resourceType":"PractitionerRole","id":"1","meta":{"profile":["%s|1.1.0"]}}}]}""".formatted(ROLE));
        assertEquals(new PackageAdvice.NotHere("1.1.0"), advice());
        importNewer();
        assertEquals(
                NewerItb.ID.toString(),
                assertInstanceOf(PackageAdvice.Take.class, advice()).choice().key());
        wiring.connections.save(connection.withProfilePackage(NewerItb.ID.toString()), null);
        assertInstanceOf(PackageAdvice.Fits.class, advice());
    }

    @Test
    void whatTheServerDeclaresIsProposedToo() throws Exception {
        importNewer();
        serve("/metadata", """
                {"resourceType":"CapabilityStatement","status":"active","date":"2026-01-01","kind":"instance",
                "fhirVersion":"4.0.1","format":["json"],"implementationGuide":[
                "https://canonical.fhir.link/servicewell/wof-portal/ImplementationGuide/wof-portal|1.0.0"],
                "rest":[{"mode":"server","resource":[{"type":"PractitionerRole","supportedProfile":["%s"]}]}]}""".formatted(ROLE));
        assertEquals(
                "itb.backoffice.profiles#1.0.0",
                assertInstanceOf(PackageAdvice.Take.class, advice()).choice().key());
    }

    @Test
    void whatWasKeptOfAServerIsReadWithAndWithoutGuides() throws Exception {
        Path file = folder.resolve("server.json");
        JsonFile<Capabilities> kept = new JsonFile<>(file, new TypeReference<>() {}, aside -> {});
        Capabilities allowed = new Capabilities("A", "4.0.1", Map.of(), true, Set.of("https://a.test/guide|1"));
        kept.write(allowed);
        assertEquals(Optional.of(allowed), kept.read());
        Files.writeString(file, Files.readString(file).replaceFirst(",\\s*\"guides\"[^]]*]", ""));
        assertEquals(Optional.of(new Capabilities("A", "4.0.1", Map.of(), true)), kept.read(), Files.readString(file));
    }

    @Test
    void aChainIsCheckedAgainstThePackageThatItsConnectionNames() throws Exception {
        importNewer();
        assertSame(wiring.profiles.usual(), wiring.profiles.of(kept()).validator());
        wiring.connections.save(connection.withProfilePackage(NewerItb.ID.toString()), null);
        ChainProfiles against = wiring.profiles.of(kept());
        assertEquals(NewerItb.ID, against.inUse().id());
        assertNotSame(wiring.profiles.usual(), against.validator());
        assertSame(against.validator(), wiring.profiles.of(kept()).validator(), "it stays warm");
    }

    @Test
    void aConnectionWhosePackageIsRemovedGoesBackToTheProgramsOwn() throws Exception {
        importNewer();
        wiring.connections.save(connection.withProfilePackage(NewerItb.ID.toString()), null);
        packages.remove(NewerItb.ID);
        assertTrue(wiring.profiles.of(kept()).inUse().missing());
        assertSame(wiring.profiles.usual(), wiring.profiles.of(kept()).validator());
        packages.restore(NewerItb.ID);
        assertFalse(wiring.profiles.of(kept()).inUse().missing());
        packages.remove(NewerItb.ID);
        packages.forget(NewerItb.ID);
        assertEquals("", kept().profilePackage());
        assertFalse(wiring.profiles.of(kept()).inUse().missing());
    }
}
