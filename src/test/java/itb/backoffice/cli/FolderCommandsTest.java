package itb.backoffice.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import itb.backoffice.demo.DemoClient;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.JournalEntry;
import itb.backoffice.validation.pack.NewerItb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain in a folder: fetched, edited with any editor, compared and sent, against a real server. */
class FolderCommandsTest {
    @TempDir
    Path scratch;

    private DemoServer server;
    private DemoClient client;
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws Exception {
        server = DemoServer.start(scratch.resolve("demo"), 0, 2, new ErrorReporter());
        client = new DemoClient(server);
        folder = scratch.resolve("chain");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... args) {
        return run(InputStream.nullInputStream(), args);
    }

    private int run(InputStream typed, String... args) {
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        InputStream oldIn = System.in;
        out.reset();
        err.reset();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setIn(typed);
        try {
            return Cli.run(args);
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            System.setIn(oldIn);
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private int pull(String... more) {
        return run(args("pull", "--to", more));
    }

    private int plan(String... more) {
        return run(args("plan", "--from", more));
    }

    private int apply(String... more) {
        return run(args("apply", "--from", more));
    }

    private String[] args(String command, String option, String... more) {
        return Stream.concat(
                        Stream.of(command, "--server", server.baseUrl().toString(), option, folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private Path role() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("PractitionerRole"))) {
            return all.sorted()
                    .filter(file -> read(file).contains("ext-practitionerrole-description"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void edit(Path file, Consumer<ObjectNode> how) throws IOException {
        ObjectNode json = Json.object(read(file));
        how.accept(json);
        Files.writeString(file, Json.pretty(json));
    }

    private static void present(ObjectNode role, String text) {
        for (JsonNode extension : role.path("extension")) {
            if (extension.path("url").asText().endsWith("ext-practitionerrole-description")) {
                ((ObjectNode) extension).put("valueString", text);
            }
        }
    }

    private ObjectNode there(Path file) throws Exception {
        ObjectNode json = Json.object(read(file));
        return Json.object(client.get(reference(json)).body());
    }

    private static String reference(ObjectNode json) {
        return json.path("resourceType").asText() + "/" + json.path("id").asText();
    }

    private void changeThere(Path file, Consumer<ObjectNode> how) throws Exception {
        ObjectNode json = there(file);
        how.accept(json);
        assertEquals(200, client.put(reference(json), Json.write(json)).status());
    }

    @Test
    void pullingWritesEveryResourceOnceAndPullingAgainChangesNothing() throws Exception {
        assertEquals(0, pull(), said());
        Map<String, String> first = files();
        assertTrue(
                first.size() > 20 && first.containsKey("itb-backoffice.jsonl"),
                first.keySet().toString());
        for (var file : first.entrySet()) {
            if (file.getKey().endsWith(".json")) {
                ObjectNode json = Json.object(file.getValue());
                assertEquals(Json.object(client.get(reference(json)).body()), json);
                assertTrue(file.getValue().startsWith("{\n  \"resourceType\": \"")
                        && file.getValue().endsWith("}\n"));
            }
        }
        assertEquals(0, pull(), said());
        assertEquals(first, files());
        assertEquals(0, plan(), said());
        assertEquals(0, apply("--yes"), said());
        assertEquals(first, files());
    }

    @Test
    void anEditIsPlannedInWordsSentAndTheFolderIsUpToDateAfterwards() throws Exception {
        pull();
        Path role = role();
        ObjectNode before = there(role);
        edit(role, json -> present(json, "Welcomes new patients, also in the evening, and speaks four languages."));

        assertEquals(3, plan(), said());
        assertTrue(said().contains("speaks four languages") && said().contains("1 change to send"), said());
        assertEquals(before, there(role), "planning sends nothing");

        assertEquals(2, apply(), said());
        assertTrue(said().contains("--yes"), said());
        assertEquals(before, there(role), "nobody confirmed");
        assertEquals(
                0,
                run(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)), args("apply", "--from")),
                said());

        ObjectNode expected = before.deepCopy();
        present(expected, "Welcomes new patients, also in the evening, and speaks four languages.");
        ObjectNode after = there(role);
        assertEquals(expected.without(List.of("meta")), after.deepCopy().without(List.of("meta")));
        assertEquals(after, Json.object(read(role)), "the file is what the server made of it");
        assertEquals(0, plan(), said());
    }

    @Test
    void whatIsNotEditedGoesBackAsItCame() throws Exception {
        String odd =
                "{\"resourceType\":\"Location\",\"id\":\"odd-area\",\"_active\":{\"extension\":[{\"url\":\"http://a.example/x\",\"valueCode\":\"u\"}]},"
                        + "\"status\":\"active\",\"unknown\":{\"z\":1,\"a\":[]},\"name\":\"Västra\",\"position\":{\"longitude\":12.50,\"latitude\":1.0e1}}";
        assertEquals(201, client.put("Location/odd-area", odd).status());
        pull();
        Path file = folder.resolve("Location/odd-area.json");
        assertTrue(read(file).contains("\"longitude\": 12.50") && read(file).contains("\"_active\""), read(file));
        Files.writeString(file, read(file).replace("Västra", "Västra Götaland"));
        assertEquals(0, apply("--yes"), said());
        String there = client.get("Location/odd-area").body();
        assertTrue(there.contains("12.50") && there.contains("Västra Götaland"), there);
        assertEquals(
                List.of("resourceType", "id", "_active", "status", "unknown", "name", "position"),
                Stream.of("resourceType", "id", "_active", "status", "unknown", "name", "position")
                        .sorted(java.util.Comparator.comparing(name -> there.indexOf("\"" + name + "\"")))
                        .toList());
    }

    @Test
    void newFilesAreCreatedAndDeletedFilesAreDeleted() throws Exception {
        pull();
        Path role = role();
        ObjectNode copy = Json.object(read(role));
        copy.put("id", "0d9f6a0e-6c55-4b52-9d7c-1f6f4d1a2b3c");
        copy.remove("meta");
        copy.putObject("meta")
                .putArray("profile")
                .add(Json.object(read(role))
                        .path("meta")
                        .path("profile")
                        .path(0)
                        .asText());
        Files.writeString(folder.resolve("a-new-one.json"), Json.write(copy));
        String gone = reference(Json.object(read(role)));
        Files.delete(role);

        assertEquals(3, plan(), said());
        assertTrue(said().contains("2 changes to send"), said());
        assertEquals(0, apply("--yes"), said());
        assertEquals(
                200,
                client.get("PractitionerRole/0d9f6a0e-6c55-4b52-9d7c-1f6f4d1a2b3c")
                        .status());
        assertEquals(410, client.get(gone).status());
        assertTrue(read(folder.resolve("a-new-one.json")).contains("versionId"));
        assertEquals(0, plan(), said());
        assertEquals(0, pull(), said());
        assertFalse(Files.exists(role));
    }

    @Test
    void editsOfOthersMergeAndCollisionsAreToldAndSentByNobody() throws Exception {
        pull();
        Path role = role();
        boolean active = there(role).path("active").asBoolean();
        edit(role, json -> present(json, "Mine, and a long text that is compared word by word, as people like it."));
        changeThere(role, json -> json.put("active", !active));
        assertEquals(3, plan(), said());
        assertTrue(said().contains("Merged with"), said());

        changeThere(
                role, json -> present(json, "Theirs, and a long text that is compared word by word, as people like."));
        assertEquals(4, plan(), said());
        assertTrue(said().contains("Both changed") && said().contains("Mine") && said().contains("Theirs"), said());
        ObjectNode before = there(role);
        String file = read(role);
        assertEquals(4, apply("--yes"), said());
        assertEquals(before, there(role));
        assertEquals(4, pull(), said());
        assertEquals(file, read(role), "nobody decided");

        assertEquals(0, pull("--prefer", "mine"), said());
        assertEquals(3, plan(), said());
        assertEquals(0, apply("--yes"), said());
        assertTrue(there(role).toString().contains("Mine, and a long"));
        assertEquals(!active, there(role).path("active").asBoolean(), "what did not collide was merged");

        edit(role, json -> present(json, "Once more."));
        changeThere(role, json -> present(json, "And theirs."));
        assertEquals(0, pull("--prefer", "theirs"), said());
        assertTrue(read(role).contains("And theirs."));
        assertEquals(0, plan(), said());
    }

    @Test
    void deletingWhatTheOtherChangedIsAConflictEitherWay() throws Exception {
        pull();
        Path role = role();
        String reference = reference(Json.object(read(role)));
        changeThere(role, json -> present(json, "Changed there."));
        Files.delete(role);
        assertEquals(4, plan(), said());
        assertTrue(said().contains("deleted"), said());
        assertEquals(0, pull("--prefer", "theirs"), said());
        assertTrue(read(role).contains("Changed there."));

        edit(role, json -> present(json, "Changed here."));
        assertEquals(2, client.delete(reference).status() / 100);
        assertEquals(4, plan(), said());
        assertEquals(4, pull(), said());
        assertTrue(read(role).contains("Changed here."));
        assertEquals(0, pull("--prefer", "mine"), said());
        assertEquals(3, plan(), said());
        assertEquals(0, apply("--yes"), said());
        assertEquals(200, client.get(reference).status());
    }

    @Test
    void whatTheEditBreaksBlocks() throws Exception {
        pull();
        edit(role(), json -> json.remove("practitioner"));
        assertEquals(1, plan(), said());
        assertTrue(said().contains("Cannot go"), said());
        assertEquals(1, apply("--yes"), said());
    }

    @Test
    void whatTheVersionControlLeftToBeDecidedIsNamedAsThat() throws Exception {
        pull();
        Path file = role();
        String whole = read(file);
        Files.writeString(file, whole.replaceFirst("\n", "\n<<<<<<< HEAD\n"));
        assertEquals(2, plan());
        assertTrue(said().contains("has conflict marks of the version control in it, the first in line 2."), said());
        Files.writeString(file, whole);
        assertEquals(0, plan());
    }

    @Test
    void whatWasDeletedIsNotSaidToBeThere() throws Exception {
        pull();
        Files.delete(role());
        assertEquals(0, apply("--yes"));
        assertTrue(said().contains("has been deleted on the server."), said());
    }

    @Test
    void aSavedPlanHoldsOnlyWhileNothingMovesOn() throws Exception {
        pull();
        Path role = role();
        Path saved = scratch.resolve("plan.json");
        edit(role, json -> present(json, "As planned."));
        assertEquals(3, plan("--format", "json", "--out", saved.toString()), said());
        ObjectNode json = Json.object(read(saved));
        assertEquals(
                json.without("made"),
                Json.object(out.toString(StandardCharsets.UTF_8)).without("made"));
        assertEquals("update", json.path("lines").path(0).path("kind").asText());
        assertEquals(
                "As planned.",
                json.path("lines").path(0).path("changes").path(0).path("after").asText());

        boolean active = there(role).path("active").asBoolean();
        changeThere(role, there -> there.put("active", !active));
        assertEquals(4, apply("--plan", saved.toString(), "--yes"), said());
        assertTrue(said().contains("moved on"), said());
        assertFalse(there(role).toString().contains("As planned."));

        assertEquals(3, plan("--out", saved.toString()), said());
        edit(role, there -> present(there, "Another thought."));
        assertEquals(2, apply("--plan", saved.toString(), "--yes"), said());
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), said());
        assertEquals(3, plan("--out", saved.toString()), said());
        assertEquals(0, apply("--plan", saved.toString(), "--yes"), said());
        assertTrue(there(role).toString().contains("Another thought."));
    }

    @Test
    void badInputIsOneSentenceAndExitCodeTwo() throws Exception {
        pull();
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        String base = server.baseUrl().toString();
        for (String[] wrong : List.of(
                new String[] {"plan", "--server", base, "--from", empty.toString()},
                new String[] {
                    "plan",
                    "--server",
                    base,
                    "--from",
                    scratch.resolve("nowhere").toString()
                },
                new String[] {"plan", "--server", "http://127.0.0.1:1/fhir", "--from", folder.toString()},
                new String[] {"pull", "--server", "http://127.0.0.1:1/fhir", "--to", empty.toString()},
                new String[] {"plan", "--server", "Nobody knows", "--from", folder.toString()},
                new String[] {"plan", "--server", "http://me:secret@host/fhir", "--from", folder.toString()},
                new String[] {"plan", "--server", "http://", "--from", folder.toString()},
                new String[] {"plan", "--server", base, "--token-env", "NOT_SET_ANYWHERE", "--from", folder.toString()},
                new String[] {"apply", "--server", base, "--from", folder.toString(), "--plan", "/nowhere.json"},
                new String[] {"pull", "--server", base},
                new String[] {"plan", "--server", base, "--from", folder.toString(), "--format", "xml"})) {
            assertEquals(2, run(wrong), String.join(" ", wrong) + ": " + said());
            assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), said());
            assertFalse(said().contains("Exception") || said().contains("secret@"), said());
        }
        Path role = role();
        String whole = read(role);
        for (String broken : List.of(
                "",
                "{",
                "[]",
                whole.substring(0, 200),
                "{\"id\":\"x\"}",
                "{\"resourceType\":\"Patient\",\"id\":\"x\"}",
                "<<<<<<< HEAD\n" + whole)) {
            Files.writeString(role, broken);
            assertEquals(2, plan(), said());
            assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), said());
            assertTrue(said().contains(role.toString()), said());
        }
        Files.write(role, new byte[] {'{', (byte) 0xff, '}'});
        assertEquals(2, plan(), said());
        Files.writeString(role, whole);
        Files.writeString(folder.resolve("twice.json"), whole);
        assertEquals(2, plan(), said());
        assertTrue(said().contains("twice.json"), said());
    }

    @Test
    void aConnectionOfTheProgramIsFoundByNameAsksForItInProductionAndHasItInItsHistory() throws Exception {
        String home = System.getProperty("itb.home", "");
        System.setProperty("itb.home", scratch.resolve("home").toString());
        try {
            Files.createDirectories(scratch.resolve("home"));
            Files.writeString(
                    scratch.resolve("home/connections.json"),
                    "[{\"id\":\"c-1\",\"name\":\"Nordtand live\",\"baseUrl\":\"" + server.baseUrl()
                            + "\",\"environment\":\"PRODUCTION\",\"signIn\":\"NONE\"}]");
            String[] apply = {"apply", "--server", "nordtand LIVE", "--from", folder.toString()};
            assertEquals(0, run("pull", "--server", "Nordtand live", "--to", folder.toString()), said());
            Path role = role();
            edit(role, json -> present(json, "From the folder."));
            assertEquals(2, run(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)), apply), said());
            assertTrue(said().contains("Production"), said());
            assertEquals(
                    0,
                    run(new ByteArrayInputStream("Nordtand live\n".getBytes(StandardCharsets.UTF_8)), apply),
                    said());
            assertTrue(there(role).toString().contains("From the folder."));
            try (Database work = Database.open(
                    scratch.resolve("home/connections/c-1/work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA))) {
                var entries = new Journal(work, Clock.systemUTC()).find(new Journal.Search(null, null, null), 10);
                assertEquals(1, entries.size());
                assertEquals("Nordtand live", entries.getFirst().server());
                assertEquals(JournalEntry.End.ACCEPTED, entries.getFirst().end());
            }
        } finally {
            System.setProperty("itb.home", home);
        }
    }

    @Test
    void aConnectionIsCheckedAgainstThePackageThatItNamesAlsoWithAnotherSecret() throws Exception {
        Path newer = NewerItb.file().write(scratch.resolve("newer.tgz"));
        Path home = Files.createDirectories(scratch.resolve("home"));
        Files.writeString(
                home.resolve("connections.json"),
                "[{\"id\":\"c-1\",\"name\":\"Nordtand\",\"baseUrl\":\"" + server.baseUrl()
                        + "\",\"environment\":\"TEST\",\"signIn\":\"NONE\",\"profilePackage\":\"" + NewerItb.ID
                        + "\"}]");
        String before = System.getProperty("itb.home", "");
        System.setProperty("itb.home", home.toString());
        try {
            assertEquals(0, run("pull", "--server", "Nordtand", "--to", folder.toString()), said());
            assertTrue(
                    said().contains("The package " + NewerItb.ID + " that the connection names is not here"), said());
            edit(role(), json -> json.remove("specialty"));
            String[] plan = {"plan", "--server", "Nordtand", "--from", folder.toString()};
            assertEquals(3, run(plan), said());
            assertEquals(0, run("packages", "import", newer.toString()), said());
            assertEquals(1, run(plan), said());
            assertFalse(said().contains("is not here"), said());
            // The environment of a test cannot be changed; whatever is in there will do as a token.
            String[] signedIn = Stream.concat(Stream.of(plan), Stream.of("--token-env", "PATH"))
                    .toArray(String[]::new);
            assertEquals(1, run(signedIn), said());
        } finally {
            System.setProperty("itb.home", before);
        }
    }

    @Test
    void aTokenComesFromTheEnvironmentAndGoesNowhereElse() throws Exception {
        WireMockServer guarded =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        guarded.start();
        try {
            guarded.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
            ProcessBuilder command = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Duser.language=en",
                    "-Ditb.home=" + scratch.resolve("home"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "itb.backoffice.App",
                    "pull",
                    "--server",
                    "http://localhost:" + guarded.port() + "/fhir",
                    "--token-env",
                    "CHAIN_TOKEN",
                    "--to",
                    folder.toString());
            command.environment().put("CHAIN_TOKEN", "s3cret-token");
            Process process = command.redirectErrorStream(true).start();
            String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, process.waitFor(), all);
            assertEquals(1, all.lines().count(), all);
            assertFalse(all.contains("s3cret"), all);
            guarded.verify(getRequestedFor(urlPathEqualTo("/fhir/metadata"))
                    .withHeader("Authorization", equalTo("Bearer s3cret-token")));
        } finally {
            guarded.stop();
        }
    }
}
