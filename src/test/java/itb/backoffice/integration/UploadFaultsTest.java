package itb.backoffice.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.UploadOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can go wrong with a write, as real HTTP between the program and a real server: it ends in the right state,
 * here and there, with a sentence that says what to do; and once the fault is gone, the same draft goes up.
 */
class UploadFaultsTest extends UploadFaultsGround {
    @Test
    void whatIsNotEvenHttpChangesNothing() {
        draft("After garbage");
        between.stubFor(put(anyUrl()).atPriority(1).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        assertInstanceOf(UploadOutcome.NotReached.class, send());
        mend();
        assertInstanceOf(UploadOutcome.Accepted.class, send());
        assertEquals("After garbage", display());
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
