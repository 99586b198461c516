package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server offers comes whole or not at all, and stays here for when there is no network. */
class OfferDownloadTest {
    private static final FhirContext R4 = FhirContext.forR4();
    private static final Messages TEXTS = Messages.of(Locale.ENGLISH);

    @TempDir
    Path folder;

    private OfferServer there;
    private Background background;
    private Database database;
    private CatalogueStore catalogue;
    private OfferStore store;

    @BeforeEach
    void start() throws Exception {
        there = new OfferServer();
        background = Background.threaded(Runnable::run, new ErrorReporter());
        open();
        for (int i = 0; i < 7; i++) {
            catalogue.put(new StoredResource(
                    "HealthcareService",
                    "c" + i,
                    "1",
                    null,
                    "{\"resourceType\":\"HealthcareService\",\"id\":\"c" + i + "\",\"name\":\"Sandvika " + i + "\"}"));
        }
    }

    private void open() {
        database = Database.open(folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA, OfferStore.SCHEMA));
        catalogue = new CatalogueStore(database);
        store = new OfferStore(database);
    }

    @AfterEach
    void stop() {
        background.close();
        database.close();
        there.close();
    }

    private OfferOutcome fetch() {
        return fetch(there.base(), Timeouts.DEFAULT, Progress.none());
    }

    private OfferOutcome fetch(URI base, Timeouts timeouts, Progress progress) {
        Connection connection = new Connection("c", "Chain", base, Connection.Environment.TEST, Connection.SignIn.NONE);
        try (FhirServer server =
                new HttpFhirServer(connection, Optional::empty, () -> R4, timeouts, Clock.systemUTC())) {
            Capabilities capabilities =
                    assertInstanceOf(Answer.Ok.class, server.capabilities()).value() instanceof Capabilities declared
                            ? declared
                            : null;
            assertNotNull(capabilities);
            return new OfferDownload(server, store, catalogue, background, TEXTS).run(capabilities, progress);
        }
    }

    @Test
    void theDemoChainsOffersComeOverHttpPageByPage() throws Exception {
        try (DemoServer demo = DemoServer.start(folder.resolve("demo"), 0, 24, new ErrorReporter())) {
            int offers = assertInstanceOf(
                            OfferOutcome.Fetched.class, fetch(demo.baseUrl(), Timeouts.DEFAULT, Progress.none()))
                    .offers();
            assertTrue(offers > 1_000, offers + " offers");
            List<OfferStore.Kept> all = store.all();
            assertEquals(offers, all.size());
            Offer first = all.getFirst().offer();
            assertTrue(first.treatment().reference().startsWith("ActivityDefinition/"));
            assertTrue(first.clinic().reference().startsWith("HealthcareService/"));
            assertTrue(first.role().reference().startsWith("PractitionerRole/"));
            assertTrue(all.stream()
                    .allMatch(kept -> kept.offer().online()
                            == kept.offer().offlineReason().isEmpty()));
            assertTrue(all.stream().anyMatch(kept -> kept.offer().bookingUrl().startsWith("https://")));
        }
    }

    @Test
    void whatWasFetchedIsThereWithoutANetworkWithItsTimeAndItsText() {
        fetch();
        database.close();
        open();
        assertEquals(3, store.state().offers());
        assertNotNull(store.state().fetched());
        OfferStore.Kept third = store.all().get(2);
        Offer offer = third.offer();
        assertEquals(new Offer.Part("ActivityDefinition/t2", "Tannrens 2"), offer.treatment());
        assertEquals(new Offer.Part("PractitionerRole/r0", "Åse 0"), offer.role());
        assertEquals("fra 560,-", offer.price());
        assertFalse(offer.online());
        assertEquals("Ring oss", offer.offlineReason());
        Map.Entry<Offer, String> whole = store.whole(third.num()).orElseThrow();
        assertEquals(Map.of("visit-type", "urn:codes|tannrens"), whole.getKey().others());
        assertTrue(whole.getValue().contains("\"visit-type\""));
        assertEquals(3, store.counts().get("PractitionerRole/r0"));
        assertEquals(1, store.counts().get("HealthcareService/c2"));
    }

    @Test
    void theResourcesThatAreHereAlreadyAreNotAskedForAgain() {
        fetch();
        assertTrue(
                there.asked.stream()
                        .anyMatch(path -> path.startsWith("$get-offers-context?")
                                && path.contains("includePractitionerRolePortal=false")),
                there.asked.toString());
    }

    @Test
    void aNewAnswerTakesThePlaceOfTheOldOneWhole() {
        fetch();
        there.offers = 2;
        there.price = "fra 600,-";
        assertEquals(new OfferOutcome.Fetched(2), fetch());
        assertEquals(
                List.of("fra 600,-", "fra 600,-"),
                store.all().stream().map(kept -> kept.offer().price()).toList());
        assertEquals(2, store.counts().get("PractitionerRole/r0"));
        assertNull(store.counts().get("HealthcareService/c2"));
    }

    @Test
    void anAnswerThatBreaksOffLeavesWhatWasThere() {
        fetch();
        var before = store.state();
        there.offers = 2_000;
        there.failsWith = 500;
        there.failsFrom = 2;
        Failure failure = assertInstanceOf(OfferOutcome.Failed.class, fetch()).failure();
        assertEquals(Failure.Kind.SERVER_ERROR, failure.kind());
        assertEquals(before, store.state());
        assertEquals(3, store.all().size());
        there.failsWith = 0;
        assertEquals(new OfferOutcome.Fetched(2_000), fetch());
    }

    @Test
    void stoppedHalfWayItLeavesWhatWasThere() {
        fetch();
        there.offers = 5_000;
        Progress impatient = new Progress() {
            private boolean enough;

            @Override
            public void report(String text, long done, long total) {
                enough = done >= 1_000;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
        assertThrows(CancellationException.class, () -> fetch(there.base(), Timeouts.DEFAULT, impatient));
        assertEquals(3, store.all().size());
        assertEquals(3, store.state().offers());
    }

    @Test
    void aServerThatDoesNotTellIsNotAsked() {
        fetch();
        there.declares = "nothing";
        there.asked.clear();
        assertEquals(new OfferOutcome.NotTold(), fetch());
        assertEquals(List.of("metadata"), there.asked);
        assertEquals(new OfferStore.State(null, 0), store.state());
        assertEquals(Map.of(), store.counts());
    }

    @Test
    void aServerThatTellsClinicByClinicIsAskedSo() {
        there.declares = "clinic";
        there.offers = 100;
        assertEquals(new OfferOutcome.Fetched(100), fetch());
        assertTrue(there.asked.stream().anyMatch(path -> path.startsWith("HealthcareService/c6/$get-offers-context")));
    }

    @Test
    void whatIsTooLargeForOneAnswerComesClinicByClinic() {
        there.declares = "system and clinic";
        there.offers = 400;
        Timeouts small = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), 150_000);
        assertEquals(new OfferOutcome.Fetched(400), fetch(there.base(), small, Progress.none()));
    }

    @Test
    void twentyThousandOffersComeInSecondsAndAreReadInOne() {
        there.offers = 20_000;
        long begun = System.nanoTime();
        assertEquals(new OfferOutcome.Fetched(20_000), fetch());
        long fetched = System.nanoTime();
        assertEquals(20_000, store.all().size());
        long read = System.nanoTime();
        System.getLogger("offers")
                .log(
                        System.Logger.Level.INFO,
                        "20,000 offers: fetched in {0} ms, read in {1} ms",
                        (fetched - begun) / 1_000_000,
                        (read - fetched) / 1_000_000);
        assertTrue(read - begun < 60_000_000_000L, "a minute is too long");
    }
}
