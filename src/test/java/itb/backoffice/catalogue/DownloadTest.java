package itb.backoffice.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.catalogue.DownloadOutcome.Complete;
import itb.backoffice.catalogue.DownloadOutcome.Counts;
import itb.backoffice.catalogue.DownloadOutcome.Stopped;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final FhirContext R4 = FhirContext.forR4();
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T08:00:00Z");

    @TempDir
    Path folder;

    private ChainServer chain;
    private HttpFhirServer server;
    private Background background;
    private Database database;
    private CatalogueStore store;

    @BeforeEach
    void start() throws Exception {
        chain = new ChainServer();
        for (int i = 0; i < 35; i++) {
            chain.put(
                    "PractitionerRole/r%02d".formatted(i),
                    ",\"practitioner\":{\"display\":\"Åse %02d\"}".formatted(i),
                    LONG_AGO);
        }
        chain.put("HealthcareService/c1", ",\"name\":\"Sandvika\"", LONG_AGO);
        Connection connection =
                new Connection("c", "Chain", chain.base(), Connection.Environment.TEST, Connection.SignIn.NONE);
        server = new HttpFhirServer(connection, Optional::empty, () -> R4, Timeouts.DEFAULT, Clock.systemUTC());
        background = Background.threaded(Runnable::run, new ErrorReporter());
        open();
    }

    private void open() {
        database = Database.open(folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA));
        store = new CatalogueStore(database);
    }

    /** As if the program had been killed and started again. */
    private void restart() {
        database.close();
        open();
    }

    @AfterEach
    void stop() {
        server.close();
        background.close();
        database.close();
        chain.close();
    }

    private Download download() {
        return new Download(server, store, background, Messages.of(Locale.ENGLISH), Duration.ofMillis(1));
    }

    private Counts complete() {
        Complete complete = assertInstanceOf(Complete.class, download().run(Progress.none()));
        assertEquals(Map.of(), complete.leftOut());
        return complete.counts();
    }

    private Stopped stopped() {
        return assertInstanceOf(Stopped.class, download().run(Progress.none()));
    }

    private long askedFor(String prefix) {
        return chain.asked.stream()
                .filter(request -> request.startsWith(prefix))
                .count();
    }

    @Test
    void wholeChainArrivesAsReceivedAndIsThereAfterARestart() {
        assertEquals(new Counts(36, 36, 0, 0), complete());
        restart();
        assertEquals(Map.of("HealthcareService", 1, "PractitionerRole", 35), store.counts());
        assertEquals(
                chain.json("PractitionerRole/r07"),
                store.get("PractitionerRole", "r07").orElseThrow().json());
        assertEquals("Sandvika", store.summaries("HealthcareService").getFirst().title());
    }

    @Test
    void progressCountsInWords() {
        List<String> told = new ArrayList<>();
        download().run(new Progress() {
            @Override
            public void report(String text, long done, long total) {
                told.add(text + " " + done + "/" + total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertTrue(told.contains("Downloading roles: 20 of 35 20/35"), told.toString());
    }

    @Test
    void refreshFetchesOnlyWhatChangedAndFindsDeletions() {
        complete();
        chain.put("PractitionerRole/r03", ",\"practitioner\":{\"display\":\"Ny\"}");
        chain.put("PractitionerRole/new", "");
        chain.delete("PractitionerRole/r05");
        assertEquals(new Counts(2, 2, 1, 0), complete());
        assertEquals(
                chain.json("PractitionerRole/r03"),
                store.get("PractitionerRole", "r03").orElseThrow().json());
        assertTrue(store.get("PractitionerRole", "r05").isEmpty());
        assertEquals(35, store.ids("PractitionerRole").size());
    }

    @Test
    void refreshWithoutChangesCostsTwoQuestionsForEachType() {
        complete();
        chain.asked.clear();
        assertEquals(Counts.NONE, complete());
        assertEquals(5, chain.asked.size(), chain.asked.toString());
    }

    @Test
    void refreshFindsDeletionsWhereTheServerTellsNoTotal() {
        chain.tellsTotal = false;
        complete();
        chain.delete("PractitionerRole/r05");
        assertEquals(1, complete().removed());
    }

    @Test
    void serverWithoutDatesIsReadInFullAndDeletionsAreStillFound() {
        chain.declaresDates = false;
        complete();
        chain.delete("PractitionerRole/r05");
        chain.put("PractitionerRole/r06", "");
        assertEquals(new Counts(35, 1, 1, 0), complete());
    }

    @Test
    void cutDownloadKeepsWhatArrivedAndGoesOnFromThere() {
        chain.fault = request -> request.equals("PractitionerRole?offset=20") ? -1 : 0;
        Stopped stopped = stopped();
        assertEquals(Failure.Kind.CUT, stopped.failure().kind());
        assertEquals("PractitionerRole", stopped.type());
        assertEquals(21, stopped.counts().changed());
        restart();
        assertEquals(20, store.summaries("PractitionerRole").size());
        chain.fault = request -> 0;
        chain.asked.clear();
        complete();
        assertEquals(35, store.ids("PractitionerRole").size());
        assertEquals(0, askedFor("PractitionerRole?_count"));
    }

    @Test
    void expiredPageLinkStartsTheTypeOver() {
        chain.fault = request -> request.equals("PractitionerRole?offset=20") ? -1 : 0;
        stopped();
        AtomicInteger refusals = new AtomicInteger();
        chain.fault =
                request -> request.equals("PractitionerRole?offset=20") && refusals.getAndIncrement() == 0 ? 410 : 0;
        complete();
        assertEquals(35, store.ids("PractitionerRole").size());
        refusals.set(0);
        assertInstanceOf(Complete.class, download().everything(Progress.none()));
        assertTrue(refusals.get() > 1);
    }

    @Test
    void deletionsDuringAnInterruptedDownloadAreNotKept() {
        complete();
        chain.fault = request -> request.equals("PractitionerRole?offset=20") ? -1 : 0;
        assertInstanceOf(Stopped.class, download().everything(Progress.none()));
        chain.delete("PractitionerRole/r30");
        chain.fault = request -> 0;
        assertEquals(1, complete().removed());
        assertFalse(store.ids("PractitionerRole").contains("r30"));
    }

    @Test
    void cutThatPassesIsNotEvenNoticed() {
        AtomicInteger cuts = new AtomicInteger();
        chain.fault = request -> request.equals("PractitionerRole?offset=10") && cuts.getAndIncrement() < 2 ? 503 : 0;
        assertEquals(36, complete().received());
        assertEquals(3, cuts.get());
    }

    @Test
    void stoppedByTheUserItKeepsWhatArrived() {
        AtomicInteger pages = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(String text, long done, long total) {
                pages.addAndGet(text.contains("roles") ? 1 : 0);
            }

            @Override
            public boolean cancelled() {
                return pages.get() >= 2;
            }
        };
        assertThrows(CancellationException.class, () -> download().run(impatient));
        restart();
        assertEquals(20, store.ids("PractitionerRole").size());
        complete();
        assertEquals(35, store.ids("PractitionerRole").size());
    }

    @Test
    void aPauseThatTheServerNeedsIsToldAndCanBeStopped() {
        List<Duration> waits = new CopyOnWriteArrayList<>();
        Progress stopping = new Progress() {
            @Override
            public void report(String text, long done, long total) {}

            @Override
            public void waits(Duration time) {
                if (time != null) {
                    waits.add(time);
                }
            }

            @Override
            public boolean cancelled() {
                return !waits.isEmpty();
            }
        };
        chain.fault = request -> request.startsWith("PractitionerRole") ? 503 : 0;
        assertThrows(CancellationException.class, () -> download().run(stopping));
        assertEquals(1, waits.size());
        chain.fault = request -> 0;
        complete();
    }

    @Test
    void typeThatTheSignInMayNotReadIsLeftOut() {
        chain.fault = request -> request.startsWith("HealthcareService") ? 403 : 0;
        Complete complete = assertInstanceOf(Complete.class, download().run(Progress.none()));
        assertEquals(Set.of("HealthcareService"), complete.leftOut().keySet());
        assertEquals(35, complete.counts().changed());
    }

    @Test
    void pagesInACircleEnd() throws Exception {
        chain.fault = request -> 0;
        chain.put("PractitionerRole/r00", ",\"x\":1", LONG_AGO);
        try (ChainServer circle = new ChainServer()) {
            circle.pageSize = 0;
            circle.put("PractitionerRole/a", "", LONG_AGO);
            Connection connection =
                    new Connection("c", "Circle", circle.base(), Connection.Environment.TEST, Connection.SignIn.NONE);
            try (var asking =
                    new HttpFhirServer(connection, Optional::empty, () -> R4, Timeouts.DEFAULT, Clock.systemUTC())) {
                var outcome = new Download(asking, store, background, Messages.of(Locale.ENGLISH)).run(Progress.none());
                assertEquals(
                        Failure.Kind.UNEXPECTED,
                        assertInstanceOf(Stopped.class, outcome).failure().kind());
            }
        }
    }

    @Test
    void pageThatWasOnItsWayDoesNotUndoAnUpload() {
        complete();
        chain.put("PractitionerRole/r01", ",\"mine\":1");
        String uploaded = chain.json("PractitionerRole/r01");
        store.put(
                new StoredResource("PractitionerRole", "r01", "9", Instant.now().plusSeconds(5), uploaded));
        assertInstanceOf(Complete.class, download().everything(Progress.none()));
        assertEquals("9", store.get("PractitionerRole", "r01").orElseThrow().version());
    }
}
