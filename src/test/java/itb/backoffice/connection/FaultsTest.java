package itb.backoffice.connection;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import itb.backoffice.connection.Failure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private static final String HTML = "<!DOCTYPE html><html><body>Proxy</body></html>";

    private final WireMockServer mock =
            new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        mock.start();
    }

    @AfterEach
    void stop() {
        mock.stop();
    }

    private Failure reading(ResponseDefinitionBuilder response) {
        mock.stubFor(any(anyUrl()).willReturn(response));
        try (HttpFhirServer server = Servers.client(
                URI.create("http://127.0.0.1:" + mock.port() + "/fhir"), Connection.SignIn.NONE, null, Servers.SHORT)) {
            return Servers.failure(server.search("PractitionerRole", Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, SIGN_IN", "403, FORBIDDEN", "404, NOT_FOUND", "409, CONFLICT", "412, CONFLICT", "410, GONE",
        "400, INVALID", "422, INVALID", "429, TOO_MANY", "503, UNAVAILABLE", "500, SERVER_ERROR", "502, SERVER_ERROR",
        "302, UNEXPECTED", "418, UNEXPECTED"
    })
    void everyStatusHasItsKind(int status, Kind kind) {
        Failure failure = reading(aResponse().withStatus(status));
        assertEquals(kind, failure.kind());
        assertEquals(status, failure.status());
    }

    @Test
    void outcomeIsTakenOverWithItsElements() {
        Failure failure = reading(aResponse().withStatus(422).withBody("""
                {"resourceType":"OperationOutcome","issue":[
                  {"severity":"error","code":"required","diagnostics":"active is missing","expression":["PractitionerRole.active"]},
                  {"severity":"warning","code":"informational","details":{"text":"Old code"}}]}"""));
        assertEquals(
                List.of(
                        new Failure.OutcomeIssue(
                                "error", "required", "active is missing", List.of("PractitionerRole.active")),
                        new Failure.OutcomeIssue("warning", "informational", "Old code", List.of())),
                failure.issues());
    }

    @Test
    void badRequestWithConflictIssueIsConflict() {
        Failure failure = reading(
                aResponse()
                        .withStatus(400)
                        .withBody(
                                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"conflict\"}]}"));
        assertEquals(Kind.CONFLICT, failure.kind());
    }

    @Test
    void retryAfterIsReadAsSecondsAndAsDate() {
        assertEquals(
                Duration.ofSeconds(7),
                reading(aResponse().withStatus(429).withHeader("Retry-After", "7"))
                        .retryAfter());
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));
        Duration wait = reading(aResponse().withStatus(503).withHeader("Retry-After", date))
                .retryAfter();
        assertTrue(wait.toSeconds() > 60 && wait.toSeconds() <= 90, wait.toString());
    }

    @Test
    void webPagesAreToldFromData() {
        assertEquals(
                Kind.HTML,
                reading(aResponse().withHeader("Content-Type", "text/html").withBody(HTML))
                        .kind());
        assertEquals(Kind.HTML, reading(aResponse().withBody(HTML)).kind());
        Failure gateway = reading(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody(HTML));
        assertEquals(Kind.SERVER_ERROR, gateway.kind());
    }

    @Test
    void whatIsNotABundleIsNotFhir() {
        for (String body :
                List.of("", "[]", "{}", "{\"resourceType\":\"Patient\"}", "not json", "{\"resourceType\":\"Bundle\"")) {
            assertEquals(Kind.NOT_FHIR, reading(aResponse().withBody(body)).kind(), body);
        }
    }

    @Test
    void brokenConnectionsAreCut() {
        for (Fault fault :
                List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE, Fault.MALFORMED_RESPONSE_CHUNK)) {
            assertEquals(Kind.CUT, reading(aResponse().withFault(fault)).kind(), fault.name());
        }
    }

    @Test
    void bodyShorterThanPromisedIsCut() throws Exception {
        Failure failure =
                raw("HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Length: 500\r\n\r\n{\"a\":");
        assertEquals(Kind.CUT, failure.kind());
        assertTrue(failure.maybeDone());
    }

    @Test
    void garbageInsteadOfHttpIsNotFhir() throws Exception {
        assertEquals(Kind.NOT_FHIR, raw("SSH-2.0-OpenSSH_9.6\r\n\r\n").kind());
    }

    /** A socket that says {@code text} to whoever comes, and hangs up. */
    private static Failure raw(String text) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        try (var one = socket.accept()) {
                            one.getInputStream().read(new byte[4096]);
                            one.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                            one.getOutputStream().flush();
                        }
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            URI base = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/fhir");
            try (HttpFhirServer server = Servers.client(base)) {
                return Servers.failure(server.read("PractitionerRole", "a"));
            } finally {
                socket.close();
                answering.join();
            }
        }
    }

    @Test
    void drippingBodyEndsInTime() {
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertEquals(
                        Kind.TIMEOUT,
                        reading(aResponse()
                                        .withBody("{\"resourceType\":\"Bundle\"}")
                                        .withChunkedDribbleDelay(20, 20_000))
                                .kind()));
    }

    @Test
    void slowAnswerIsATimeoutAndMayHaveBeenDone() {
        Failure failure = reading(aResponse().withFixedDelay(5000));
        assertEquals(Kind.TIMEOUT, failure.kind());
        assertTrue(failure.maybeDone() && failure.passing());
    }

    @Test
    void answerOverTheLimitIsNotTaken() {
        assertEquals(
                Kind.TOO_LARGE,
                reading(aResponse().withBody("x".repeat(1_200_000))).kind());
    }

    @Test
    void packedAnswerOverTheLimitIsNotTaken() throws Exception {
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(new byte[5_000_000]);
        }
        Failure failure =
                reading(aResponse().withHeader("Content-Encoding", "gzip").withBody(packed.toByteArray()));
        assertEquals(Kind.TOO_LARGE, failure.kind());
    }

    @Test
    void untrustedCertificateIsRefused() {
        mock.stubFor(any(anyUrl()).willReturn(aResponse()));
        try (HttpFhirServer server = Servers.client(URI.create("https://localhost:" + mock.httpsPort() + "/fhir"))) {
            assertEquals(
                    Kind.CERTIFICATE, Servers.failure(server.capabilities()).kind());
        }
    }

    @Test
    void nobodyThereAndUnknownNamesAreToldApart() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (HttpFhirServer server = Servers.client(URI.create("http://127.0.0.1:" + free + "/fhir"))) {
            assertEquals(Kind.REFUSED, Servers.failure(server.capabilities()).kind());
        }
        try (HttpFhirServer server = Servers.client(URI.create("http://no-such-host.invalid/fhir"))) {
            assertEquals(
                    Kind.UNKNOWN_HOST, Servers.failure(server.capabilities()).kind());
        }
    }

    @Test
    void otherVersionsOfFhirAreNamed() {
        mock.stubFor(any(anyUrl())
                .willReturn(
                        aResponse().withBody("{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"5.0.0\"}")));
        try (HttpFhirServer server = Servers.client(URI.create("http://127.0.0.1:" + mock.port() + "/fhir"))) {
            Failure failure = Servers.failure(server.capabilities());
            assertEquals(Kind.NOT_R4, failure.kind());
            assertTrue(failure.details().contains("5.0.0"));
        }
    }

    @Test
    void interruptedCallStopsAtOnce() throws Exception {
        mock.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(15_000)));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (HttpFhirServer server = Servers.client(URI.create("http://127.0.0.1:" + mock.port() + "/fhir"))) {
            Thread caller = Thread.ofPlatform().start(() -> {
                begun.countDown();
                try {
                    server.capabilities();
                } catch (CancellationException e) {
                    thrown.set(e);
                }
            });
            begun.await();
            caller.interrupt();
            assertTrue(caller.join(Duration.ofSeconds(5)));
            assertTrue(thrown.get() instanceof CancellationException);
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
