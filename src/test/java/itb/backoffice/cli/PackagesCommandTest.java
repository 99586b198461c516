package itb.backoffice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Samples;
import itb.backoffice.validation.pack.NewerItb;
import itb.backoffice.validation.pack.TgzFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PackagesCommandTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final List<String> BUILT_IN = List.of(
            "itb.backoffice.profiles#1.0.1  comes with the program",
            "itb.backoffice.profiles#1.0.0  comes with the program");

    @TempDir
    Path folder;

    private StringWriter out;
    private StringWriter err;
    private Path newer;

    @BeforeEach
    void pack() throws IOException {
        newer = NewerItb.file().write(folder.resolve("newer.tgz"));
    }

    @Test
    void whatIsImportedIsListedUntilItIsRemoved() {
        assertEquals(0, run("list"));
        assertEquals(BUILT_IN, out.toString().lines().toList());
        assertEquals(0, run("import", newer.toString()));
        assertEquals("wof-portal#1.1.0  12 profiles  newer.tgz", out.toString().strip());
        assertEquals(0, run());
        assertEquals(3, out.toString().lines().count());
        assertEquals(0, run("remove", "wof-portal#1.1.0"));
        assertEquals(0, run("list"));
        assertEquals(BUILT_IN, out.toString().lines().toList());
    }

    @Test
    void whatIsRefusedIsOneSentenceAndExitCodeTwo() throws IOException {
        Path evil = TgzFile.named("a", "1").with("../b.json", "{}").write(folder.resolve("evil.tgz"));
        assertEquals(2, run("import", newer.toString(), evil.toString()));
        assertEquals(
                "evil.tgz: It was refused because a file in it wants to lie outside of the package: ../b.json",
                err.toString().strip());
        assertEquals(2, run("import", folder.resolve("none.tgz").toString()));
        assertEquals("none.tgz: The file cannot be read.", err.toString().strip());
        assertEquals(2, run("import"));
        assertEquals(1, err.toString().lines().count());
        assertEquals(0, run("list"));
        assertEquals(BUILT_IN, out.toString().lines().toList());
    }

    @Test
    void onlyWhatWasImportedCanBeRemoved() {
        assertEquals(2, run("remove", "itb.backoffice.profiles#1.0.1"));
        assertEquals(
                "itb.backoffice.profiles#1.0.1 comes with the program and stays.",
                err.toString().strip());
        assertEquals(2, run("remove", "wof-portal"));
        assertEquals("There is no package wof-portal here.", err.toString().strip());
    }

    @Test
    void theProfilesOfAServerAreReadForACheckOrForKeeps() throws IOException {
        WireMockServer http = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        http.start();
        try {
            for (String type : List.of("StructureDefinition", "ValueSet", "CodeSystem")) {
                StringBuilder entries = new StringBuilder();
                NewerItb.definitions().forEach((name, json) -> {
                    if (name.startsWith(type)) {
                        entries.append(entries.isEmpty() ? "" : ",").append("{\"resource\":" + json + "}");
                    }
                });
                http.stubFor(WireMock.get(WireMock.urlPathEqualTo("/fhir/" + type))
                        .willReturn(WireMock.aResponse()
                                .withHeader("Content-Type", "application/fhir+json")
                                .withBody("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries
                                        + "]}")));
            }
            String address = "http://localhost:" + http.port() + "/fhir";
            Path general = Files.writeString(
                    folder.resolve("general.json"), Samples.changed("role", json -> json.remove("specialty")));
            assertEquals(0, validate(general.toString()));
            assertEquals(1, validate("--server", address, general.toString()));
            assertEquals(0, run("import", "--server", address + "/"));
            assertTrue(out.toString().contains("#1.1.0  12 profiles"), out::toString);
        } finally {
            http.stop();
        }
        assertEquals(2, validate("--server", "http://localhost:1/fhir", newer.toString()));
        assertEquals(
                "http://localhost:1/fhir: The server does not take connections.",
                err.toString().strip());
        assertEquals(2, validate("--server", "no address", newer.toString()));
        assertEquals(1, err.toString().lines().count());
    }

    private int validate(String... args) {
        return execute(new ValidateCommand(ENGLISH, this::shelf, InputStream.nullInputStream()), args);
    }

    private int run(String... args) {
        return execute(new PackagesCommand(ENGLISH, this::shelf), args);
    }

    private PackageShelf shelf() {
        return PackageShelf.open(new AppFolders(folder.resolve("home")), ENGLISH);
    }

    private int execute(Object command, String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
