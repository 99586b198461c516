package itb.backoffice.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
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
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.draft.Draft;
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
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.Plans;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real server, the program at it by real HTTP, and something between them that answers in the server's place. */
abstract class UploadFaultsGround {
    static final String ROLE = "PractitionerRole";
    static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final String OUTCOME =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"invariant\","
                    + "\"diagnostics\":\"Not on a Sunday\"}]}";
    private static final String HTML = "<!DOCTYPE html><html><body>Proxy</body></html>";

    /** Where the server gave no reason. */
    private static final String SILENT = "upload.outcome.rejected.silent";

    static final Class<? extends UploadOutcome> NOT_SENT = UploadOutcome.NotReached.class;
    static final Class<? extends UploadOutcome> REFUSED = UploadOutcome.Rejected.class;

    /** What comes back instead of the server's answer, which never saw the write. */
    enum Wrong {
        RESET(NOT_SENT, failure(Kind.CUT), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        EMPTY(NOT_SENT, failure(Kind.CUT), aResponse().withFault(Fault.EMPTY_RESPONSE)),
        CUT(NOT_SENT, failure(Kind.CUT), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        TRUNCATED_JSON(REFUSED, failure(Kind.UNEXPECTED), json(200, "{\"resourceType\":\"PractitionerRole\",\"id\":")),
        HTML_200(NOT_SENT, failure(Kind.HTML), page(200)),
        HTML_502(NOT_SENT, failure(Kind.SERVER_ERROR), page(502)),
        EMPTY_BODY(REFUSED, failure(Kind.UNEXPECTED), aResponse().withStatus(200)),
        XML(
                REFUSED,
                failure(Kind.UNEXPECTED),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/fhir+xml")
                        .withBody("<a/>")),
        UNAUTHORISED(NOT_SENT, failure(Kind.SIGN_IN), json(401, "")),
        FORBIDDEN(REFUSED, failure(Kind.FORBIDDEN), json(403, "")),
        NOT_FOUND(REFUSED, SILENT, json(404, "")),
        CONFLICT(REFUSED, SILENT, json(409, "")),
        GONE(REFUSED, SILENT, json(410, "")),
        PRECONDITION(REFUSED, SILENT, json(412, "")),
        UNPROCESSABLE(REFUSED, SILENT, json(422, "")),
        UNPROCESSABLE_SAYS_WHY(REFUSED, "upload.outcome.rejected.next", json(422, OUTCOME)),
        TOO_MANY(NOT_SENT, failure(Kind.TOO_MANY), json(429, "")),
        TOO_MANY_SAYS_WHEN(NOT_SENT, failure(Kind.TOO_MANY), json(429, "").withHeader("Retry-After", "7")),
        TOO_MANY_FOR_LONG(NOT_SENT, failure(Kind.TOO_MANY), json(429, "").withHeader("Retry-After", "7200")),
        ERROR(REFUSED, failure(Kind.SERVER_ERROR), json(500, OUTCOME)),
        UNAVAILABLE(NOT_SENT, failure(Kind.UNAVAILABLE), json(503, "")),
        SLOW(NOT_SENT, failure(Kind.TIMEOUT), json(200, "{}").withFixedDelay(4000)),
        ENDLESS(NOT_SENT, failure(Kind.TOO_LARGE), aResponse().withStatus(200).withBody(new byte[3_000_000])),
        REDIRECT(
                REFUSED,
                failure(Kind.UNEXPECTED),
                aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/"));

        final Class<? extends UploadOutcome> ends;
        /** The key of the text that says what to do. */
        final String says;

        final ResponseDefinitionBuilder answer;

        Wrong(Class<? extends UploadOutcome> ends, String says, ResponseDefinitionBuilder answer) {
            this.ends = ends;
            this.says = says;
            this.answer = answer;
        }

        private static String failure(Kind kind) {
            return "connection.failure." + kind + ".next";
        }

        private static ResponseDefinitionBuilder json(int status, String body) {
            return aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/fhir+json")
                    .withBody(body);
        }

        private static ResponseDefinitionBuilder page(int status) {
            return aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "text/html")
                    .withBody(HTML);
        }

        /** Whether the request may still be on its way. */
        boolean underWay() {
            return says.equals(failure(Kind.CUT)) || says.equals(failure(Kind.TIMEOUT));
        }
    }

    @TempDir
    static Path demoFolder;

    static DemoServer demo;

    @TempDir
    Path folder;

    static final WireMockServer between =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    final List<Duration> waits = new ArrayList<>();
    PlainClient there;
    Database database;
    CatalogueStore catalogue;
    DraftStore drafts;
    HttpFhirServer server;
    Upload upload;
    Capabilities declared;
    String id;

    @BeforeAll
    static void serve() throws Exception {
        demo = DemoServer.start(demoFolder, 0, 2, new ErrorReporter());
        between.start();
    }

    @AfterAll
    static void stop() {
        between.stop();
        demo.close();
    }

    @BeforeEach
    void open() {
        mend();
        URI base = demo.baseUrl();
        there = new PlainClient(base);
        connect(address());
        declared = declared(address());
        id = there.get(ROLE + "?_count=1")
                .path("entry")
                .path(0)
                .path("resource")
                .path("id")
                .asText();
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + between.port() + demo.baseUrl().getPath());
    }

    /** Asked with more patience: the first answer of all takes its time. */
    private static Capabilities declared(URI address) {
        try (HttpFhirServer patient = client(address, Timeouts.DEFAULT)) {
            return ((Answer.Ok<Capabilities>) patient.capabilities()).value();
        }
    }

    private static HttpFhirServer client(URI address, Timeouts timeouts) {
        return new HttpFhirServer(
                new Connection("c", "Test", address, Environment.TEST, SignIn.NONE),
                Optional::empty,
                FhirContext::forR4Cached,
                timeouts,
                Clock.systemUTC());
    }

    void connect(URI address) {
        database = Database.open(
                folder.resolve("chain.db"), List.of(CatalogueStore.SCHEMA, DraftStore.SCHEMA, Journal.SCHEMA));
        catalogue = new CatalogueStore(database);
        drafts = new DraftStore(database, Clock.systemUTC());
        server = client(address, new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(1500), 2_000_000));
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
    }

    /** A draft that changes a role's billing organisation. */
    Draft draft(String name) {
        return draft(id, name);
    }

    Draft draft(String id, String name) {
        StoredResource base = known(id);
        ObjectNode json = Json.object(base.json());
        json.withObjectProperty("organization").put("display", name);
        return ((EditResult.Saved) drafts.edit(EditStep.change(base, Json.write(json), ""))).draft();
    }

    /** What the server has now, in the local copy. */
    StoredResource known(String id) {
        ServerResource now = ((Answer.Ok<ServerResource>) server.read(ROLE, id)).value();
        StoredResource known = new StoredResource(ROLE, id, now.version(), now.lastUpdated(), now.text());
        catalogue.put(List.of(known));
        return known;
    }

    UploadOutcome send() {
        return sendAll().getFirst();
    }

    /** Sends every draft. */
    List<UploadOutcome> sendAll() {
        UploadPlan plan = Plans.of(
                new UploadPlanner(
                        ENGLISH, new ChangeWords(ENGLISH, new Wording(ENGLISH, reference -> Optional.empty()))),
                drafts.all(),
                Map.of(),
                new UploadPlanner.Rules(declared, false));
        return upload.run(plan, declared, new Journal.Signature("u", "Siv", "Test"), Progress.none()).lines().stream()
                .map(UploadResult.LineResult::outcome)
                .toList();
    }

    /** Every sentence has its way out, in every language. */
    static void saysWhatToDo(UploadOutcome outcome, String key) {
        for (Locale language : Messages.LANGUAGES) {
            Messages texts = Messages.of(language);
            OutcomeWords words = new OutcomeWords(texts);
            assertTrue(words.sentence("Kari", outcome).contains("Kari"));
            String next = words.next(outcome);
            assertTrue(next.contains(texts.get(key)), () -> language + ": " + next + " does not say " + key);
        }
    }

    /** All goes through again, as it is. */
    void mend() {
        between.resetAll();
        URI base = demo.baseUrl();
        between.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().proxiedFrom(base.getScheme() + "://" + base.getAuthority())));
    }

    String display() {
        return display(id);
    }

    String display(String id) {
        return there.get(ROLE + "/" + id).path("organization").path("display").asText();
    }
}
