package itb.backoffice.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.Plans;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that can go wrong with a write, as real HTTP between the program and a real server: it ends in the right state,
 * here and there, with a sentence that says what to do; and once the fault is gone, the same draft goes up.
 */
class UploadFaultsTest {
    private static final String ROLE = "PractitionerRole";
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final String HTML = "<!DOCTYPE html><html><body>Proxy</body></html>";

    private static final Class<? extends UploadOutcome> NOT_SENT = UploadOutcome.NotReached.class;
    private static final Class<? extends UploadOutcome> REFUSED = UploadOutcome.Rejected.class;

    /** What comes back instead of the server's answer, which never saw the write. */
    enum Wrong {
        RESET(NOT_SENT, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        EMPTY(NOT_SENT, aResponse().withFault(Fault.EMPTY_RESPONSE)),
        GARBAGE(NOT_SENT, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        CUT(NOT_SENT, aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        TRUNCATED_JSON(REFUSED, json(200, "{\"resourceType\":\"PractitionerRole\",\"id\":")),
        HTML_200(
                NOT_SENT,
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody(HTML)),
        HTML_502(
                NOT_SENT,
                aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody(HTML)),
        EMPTY_BODY(REFUSED, aResponse().withStatus(200)),
        XML(
                REFUSED,
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/fhir+xml")
                        .withBody("<a/>")),
        UNAUTHORISED(NOT_SENT, json(401, "")),
        FORBIDDEN(REFUSED, json(403, "")),
        NOT_FOUND(REFUSED, json(404, "")),
        CONFLICT(REFUSED, json(409, "")),
        GONE(REFUSED, json(410, "")),
        PRECONDITION(REFUSED, json(412, "")),
        UNPROCESSABLE(REFUSED, json(422, "")),
        TOO_MANY(NOT_SENT, json(429, "")),
        TOO_MANY_SAYS_WHEN(NOT_SENT, json(429, "").withHeader("Retry-After", "7")),
        TOO_MANY_FOR_LONG(NOT_SENT, json(429, "").withHeader("Retry-After", "7200")),
        ERROR(REFUSED, json(500, "")),
        UNAVAILABLE(NOT_SENT, json(503, "")),
        SLOW(NOT_SENT, json(200, "{}").withFixedDelay(3000)),
        ENDLESS(NOT_SENT, aResponse().withStatus(200).withBody(new byte[3_000_000])),
        REDIRECT(REFUSED, aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/"));

        private final Class<? extends UploadOutcome> ends;
        private final ResponseDefinitionBuilder answer;

        Wrong(Class<? extends UploadOutcome> ends, ResponseDefinitionBuilder answer) {
            this.ends = ends;
            this.answer = answer;
        }

        private static ResponseDefinitionBuilder json(int status, String body) {
            return aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/fhir+json")
                    .withBody(body);
        }
    }

    @TempDir
    static Path demoFolder;

    private static DemoServer demo;

    @TempDir
    Path folder;

    private final WireMockServer between =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final List<Duration> waits = new ArrayList<>();
    private PlainClient there;
    private Database database;
    private CatalogueStore catalogue;
    private DraftStore drafts;
    private HttpFhirServer server;
    private Upload upload;
    private Capabilities declared;
    private String id;

    @BeforeAll
    static void serve() throws Exception {
        demo = DemoServer.start(demoFolder, 0, 2, new ErrorReporter());
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    void open() {
        between.start();
        URI base = demo.baseUrl();
        between.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().proxiedFrom(base.getScheme() + "://" + base.getAuthority())));
        there = new PlainClient(base);
        connect(URI.create("http://127.0.0.1:" + between.port() + base.getPath()));
        declared = ((Answer.Ok<Capabilities>) server.capabilities()).value();
        id = there.get(ROLE + "?_count=1")
                .path("entry")
                .path(0)
                .path("resource")
                .path("id")
                .asText();
    }

    private void connect(URI address) {
        database = Database.open(
                folder.resolve("chain.db"), List.of(CatalogueStore.SCHEMA, DraftStore.SCHEMA, Journal.SCHEMA));
        catalogue = new CatalogueStore(database);
        drafts = new DraftStore(database, Clock.systemUTC());
        server = new HttpFhirServer(
                new Connection("c", "Test", address, Environment.TEST, SignIn.NONE),
                Optional::empty,
                FhirContext::forR4Cached,
                new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(900), 2_000_000),
                Clock.systemUTC());
        upload = new Upload(
                server,
                new UploadStores(
                        new OutboxStore(database, Clock.systemUTC()),
                        catalogue,
                        new Journal(database, Clock.systemUTC())),
                (time, progress) -> waits.add(time),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()));
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
        between.stop();
    }

    private Draft draft(String name) {
        ServerResource now = ((Answer.Ok<ServerResource>) server.read(ROLE, id)).value();
        StoredResource base = new StoredResource(ROLE, id, now.version(), now.lastUpdated(), now.text());
        catalogue.put(List.of(base));
        ObjectNode json = Json.object(base.json());
        json.withObjectProperty("organization").put("display", name);
        return ((EditResult.Saved) drafts.edit(EditStep.change(base, Json.write(json), ""))).draft();
    }

    private UploadOutcome send() {
        UploadPlan plan = Plans.of(
                new UploadPlanner(
                        ENGLISH, new ChangeWords(ENGLISH, new Wording(ENGLISH, reference -> Optional.empty()))),
                drafts.all(),
                Map.of(),
                new UploadPlanner.Rules(declared, false));
        return upload.run(plan, declared, new Journal.Signature("u", "Siv", "Test"), Progress.none())
                .lines()
                .getFirst()
                .outcome();
    }

    private String display() {
        return there.get(ROLE + "/" + id).path("organization").path("display").asText();
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void endsInTheRightStateWithASentenceAndLaterTheSameDraftGoesUp(Wrong wrong) {
        String before = display();
        draft("After " + wrong);
        between.stubFor(put(anyUrl()).atPriority(1).willReturn(wrong.answer));
        UploadOutcome outcome = send();
        assertInstanceOf(wrong.ends, outcome);
        assertEquals(before, display());
        DraftState state = drafts.get(ROLE, id).orElseThrow().state();
        assertEquals(wrong.ends == NOT_SENT ? DraftState.EDITING : DraftState.REFUSED, state);
        OutcomeWords words = new OutcomeWords(ENGLISH);
        assertTrue(words.sentence("Kari", outcome).contains("Kari"));
        assertFalse(words.next(outcome).isBlank());

        between.resetAll();
        URI base = demo.baseUrl();
        between.stubFor(
                any(anyUrl()).willReturn(aResponse().proxiedFrom(base.getScheme() + "://" + base.getAuthority())));
        assertInstanceOf(UploadOutcome.Accepted.class, send());
        assertEquals("After " + wrong, display());
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void waitsAsLongAsItIsToldAndNotForHours() {
        draft("Later");
        between.stubFor(put(anyUrl()).atPriority(1).willReturn(Wrong.TOO_MANY_SAYS_WHEN.answer));
        send();
        assertEquals(
                List.of(7L, 7L, 7L, 7L), waits.stream().map(Duration::toSeconds).toList());
        waits.clear();
        between.stubFor(put(anyUrl()).atPriority(1).willReturn(Wrong.TOO_MANY_FOR_LONG.answer));
        send();
        assertEquals(List.of(), waits);
    }

    @Test
    void packedAnswersAreUnderstood() throws IOException {
        Draft draft = draft("Packed");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            ObjectNode json = Json.object(draft.json());
            json.withObjectProperty("meta").put("versionId", "99");
            gzip.write(Json.write(json).getBytes(StandardCharsets.UTF_8));
        }
        between.stubFor(put(anyUrl())
                .atPriority(1)
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/fhir+json")
                        .withHeader("Content-Encoding", "gzip")
                        .withBody(packed.toByteArray())));
        assertEquals(
                "99", assertInstanceOf(UploadOutcome.Accepted.class, send()).version());
    }

    @Test
    void nobodyListeningLeavesTheDraftReady() {
        draft("Offline");
        server.close();
        database.close();
        connect(URI.create("http://127.0.0.1:1/fhir"));
        var stopped = assertInstanceOf(UploadOutcome.NotReached.class, send());
        assertEquals(DraftState.EDITING, drafts.all().getFirst().state());
        assertTrue(new OutcomeWords(ENGLISH).next(stopped).contains("Your draft is safe"));
        drafts.discard(List.of(ROLE + "/" + id));
    }

    @Test
    void anAnswerLostAfterTheWriteIsFoundOut() throws IOException {
        server.close();
        database.close();
        try (Relay relay = new Relay(demo.baseUrl())) {
            connect(relay.base());
            draft("Committed");
            relay.loseNextAnswer();
            assertInstanceOf(UploadOutcome.Unknown.class, send());
            assertEquals("Committed", display());
            assertEquals(DraftState.SENDING, drafts.all().getFirst().state());
            relay.mend();
            assertInstanceOf(
                    UploadOutcome.Accepted.class,
                    upload.settle(declared, Progress.none()).getFirst().outcome());
            assertEquals(List.of(), drafts.all());
        }
    }

    /** {@code max_page_count} is how a full disk looks to the program, {@code query_only} how a folder that may only be read. */
    @ParameterizedTest
    @CsvSource({"max_page_count = 1, max_page_count = 1000000, FULL", "query_only = on, query_only = off, READ_ONLY"})
    void aDiskThatTakesNothingStopsBeforeAnythingIsSent(String now, String later, StorageTrouble trouble) {
        String before = display();
        draft("Later " + trouble);
        pragma(now);
        assertEquals(Optional.of(trouble), StorageTrouble.of(assertThrows(RuntimeException.class, this::send)));
        assertEquals(before, display(), "what cannot be written down is not sent");
        pragma(later);
        upload.settle(declared, Progress.none());
        assertEquals(DraftState.EDITING, drafts.all().getFirst().state());
        assertInstanceOf(UploadOutcome.Accepted.class, send());
        assertEquals("Later " + trouble, display());
    }

    @Test
    void aDiskThatTakesNothingAfterTheWriteIsMadeGoodByLooking() throws IOException {
        server.close();
        database.close();
        try (Relay relay = new Relay(demo.baseUrl())) {
            connect(relay.base());
            draft("There already");
            relay.beforeNextWrite(() -> pragma("query_only = on"));
            assertThrows(RuntimeException.class, this::send);
            assertEquals("There already", display());
            pragma("query_only = off");
            assertEquals(DraftState.SENDING, drafts.all().getFirst().state());
            assertInstanceOf(
                    UploadOutcome.Accepted.class,
                    upload.settle(declared, Progress.none()).getFirst().outcome());
            assertEquals(List.of(), drafts.all());
        }
    }

    private void pragma(String what) {
        database.write(connection -> connection.createStatement().execute("pragma " + what));
    }

    @Test
    void aClockThatIsWrongOnEitherSideChangesNothing() {
        draft("Skewed");
        between.stubFor(any(anyUrl())
                .atPriority(5)
                .willReturn(aResponse()
                        .proxiedFrom(demo.baseUrl().getScheme() + "://"
                                + demo.baseUrl().getAuthority())
                        .withHeader("Date", "Thu, 01 Jan 1970 00:00:00 GMT")));
        assertInstanceOf(UploadOutcome.Accepted.class, send());
        assertEquals("Skewed", display());
    }
}
