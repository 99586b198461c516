package itb.backoffice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.platform.Utf8Text;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * Every fault, in the middle of a download from the demo server: what was there before is kept, what has arrived is kept,
 * a sentence says what to do, and when the fault is gone the rest comes.
 */
class DownloadFaultsTest {
    /** Enough for two pages of roles. */
    private static final int CLINICS = 24;

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(2), 8 * 1024 * 1024);
    private static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), 64 * 1024 * 1024);

    @TempDir
    static Path demoFolder;

    private static DemoServer demo;

    @TempDir
    Path folder;

    private final Background background = Background.threaded(Runnable::run, new ErrorReporter());
    private FaultRelay relay;
    private Database database;
    private CatalogueStore store;

    @BeforeAll
    static void startDemo() throws Exception {
        demo = DemoServer.start(demoFolder, 0, CLINICS, new ErrorReporter());
    }

    @AfterAll
    static void stopDemo() {
        demo.close();
    }

    @BeforeEach
    void open() throws Exception {
        relay = new FaultRelay(demo.baseUrl());
        database =
                Database.open(folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), Database.Durability.KILL);
        store = new CatalogueStore(database);
    }

    @AfterEach
    void close() throws Exception {
        relay.close();
        background.close();
        database.close();
    }

    private DownloadOutcome download(boolean anew, Timeouts timeouts) {
        Connection connection =
                new Connection("f", "Faults", relay.base(), Connection.Environment.TEST, Connection.SignIn.NONE);
        try (HttpFhirServer server = new HttpFhirServer(
                connection, Optional::empty, FhirContext::forR4Cached, timeouts, Clock.systemUTC())) {
            Download download = new Download(server, store, background, Messages.of(Locale.ENGLISH));
            return anew ? download.everything(Progress.none()) : download.run(Progress.none());
        }
    }

    private static boolean secondPageOfRoles(String path) {
        return path.contains("/PractitionerRole?") && path.contains("_page");
    }

    private Map<String, Utf8Text> copy() {
        Map<String, Utf8Text> texts = new TreeMap<>();
        for (String type : Download.TYPES) {
            for (String id : store.ids(type)) {
                texts.put(
                        type + "/" + id,
                        store.get(type, id).map(StoredResource::text).orElseThrow());
            }
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({
        "RESET, CUT",
        "ANSWER_LOST, CUT",
        "CUT_BODY, CUT",
        "TRUNCATED_JSON, NOT_FHIR",
        "HTML_200, HTML",
        "HTML_502, SERVER_ERROR",
        "EMPTY_BODY, NOT_FHIR",
        "STATUS_401, SIGN_IN",
        "STATUS_404, NOT_FOUND",
        "STATUS_409, UNEXPECTED",
        "STATUS_410, UNEXPECTED",
        "STATUS_412, UNEXPECTED",
        "STATUS_422, UNEXPECTED",
        "STATUS_429_RETRY_AFTER, TOO_MANY",
        "STATUS_429, TOO_MANY",
        "STATUS_500, SERVER_ERROR",
        "STATUS_503, UNAVAILABLE",
        "REDIRECT, UNEXPECTED"
    })
    void whateverStopsADownloadItIsSaidAndNothingIsLost(Fault fault, Kind kind) {
        stops(fault, kind, PATIENT);
    }

    @ParameterizedTest
    @CsvSource({"SLOW_BODY, TIMEOUT", "ENDLESS_BODY, TOO_LARGE"})
    void aBodyWithoutEndDoesNotHoldTheProgram(Fault fault, Kind kind) {
        stops(fault, kind, SHORT);
    }

    private void stops(Fault fault, Kind kind, Timeouts timeouts) {
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete);
        Map<String, Utf8Text> before = copy();
        relay.choose((method, path) -> path.contains("PractitionerRole") ? fault : Fault.NONE);
        DownloadOutcome outcome = download(true, timeouts);
        assertTrue(outcome instanceof DownloadOutcome.Stopped, outcome::toString);
        Failure failure = ((DownloadOutcome.Stopped) outcome).failure();
        assertEquals(kind, failure.kind());
        saidInEveryLanguage(kind);
        assertEquals(before, copy(), "the copy is as it was");
        relay.choose((method, path) -> Fault.NONE);
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete, "it goes on when the fault is gone");
        assertEquals(before, copy());
    }

    private static void saidInEveryLanguage(Kind kind) {
        for (String language : List.of("en", "sv", "nb")) {
            Messages messages = Messages.of(Locale.forLanguageTag(language));
            assertFalse(messages.get("connection.failure." + kind).isBlank());
            assertFalse(messages.get("connection.failure." + kind + ".next").isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BODY", "STATUS_500", "TRUNCATED_JSON", "STATUS_401"})
    void thePagesBeforeTheFaultAreKeptAndTheRestComesLater(Fault fault) {
        relay.choose((method, path) -> secondPageOfRoles(path) ? fault : Fault.NONE);
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Stopped);
        int arrived = store.ids("PractitionerRole").size();
        assertEquals(200, arrived, "the first page");
        relay.choose((method, path) ->
                path.contains("/PractitionerRole?") && !secondPageOfRoles(path) ? Fault.STATUS_500 : Fault.NONE);
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete, "it does not begin again");
        assertTrue(store.ids("PractitionerRole").size() > arrived);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_TYPE", "GZIP"})
    void whatCanBeReadIsReadHoweverItIsWrapped(Fault fault) {
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete);
        Map<String, Utf8Text> before = copy();
        store.removeAll("PractitionerRole", store.ids("PractitionerRole"));
        relay.choose((method, path) -> fault);
        assertTrue(download(true, PATIENT) instanceof DownloadOutcome.Complete);
        assertEquals(before, copy());
    }

    @Test
    void whatTheSignInMayNotReadIsLeftOutAndSaid() {
        relay.choose((method, path) -> path.contains("PractitionerRole") ? Fault.STATUS_403 : Fault.NONE);
        DownloadOutcome outcome = download(false, PATIENT);
        assertTrue(
                outcome instanceof DownloadOutcome.Complete complete
                        && complete.leftOut().containsKey("PractitionerRole"),
                outcome::toString);
        assertFalse(store.ids("HealthcareService").isEmpty());
    }

    @Test
    void expiredPagesAreFetchedFromTheStart() {
        boolean[] once = new boolean[1];
        relay.choose((method, path) -> {
            boolean expired = secondPageOfRoles(path) && !once[0];
            once[0] |= expired;
            return expired ? Fault.STATUS_410 : Fault.NONE;
        });
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete);
        assertTrue(store.ids("PractitionerRole").size() > 200);
    }

    @Test
    void aServerWhoseClockIsYearsAheadStillTellsWhatChanged() {
        relay.choose((method, path) -> Fault.CLOCK_SKEW);
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete);
        String id = store.ids("ActivityDefinition").iterator().next();
        store.remove("ActivityDefinition", id);
        DownloadOutcome outcome = download(false, PATIENT);
        assertTrue(outcome instanceof DownloadOutcome.Complete, outcome::toString);
        assertTrue(
                store.ids("ActivityDefinition").contains(id), "a refresh after the skew fetches what is missing here");
    }

    /** {@code max_page_count} is how a full disk looks to the program, {@code query_only} how a folder that may only be read. */
    @ParameterizedTest
    @CsvSource({"max_page_count = 1, max_page_count = 1000000, FULL", "query_only = on, query_only = off, READ_ONLY"})
    void aDiskThatTakesNothingIsSaidAndTheRestComesWhenItDoes(String now, String later, StorageTrouble trouble) {
        relay.choose((method, path) -> path.contains("PractitionerRole") ? Fault.STATUS_500 : Fault.NONE);
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Stopped);
        Map<String, Utf8Text> before = copy();
        assertFalse(before.isEmpty());
        relay.choose((method, path) -> Fault.NONE);
        pragma(now);
        RuntimeException full = assertThrows(RuntimeException.class, () -> download(false, PATIENT));
        assertEquals(Optional.of(trouble), StorageTrouble.of(full));
        for (String language : List.of("en", "sv", "nb")) {
            assertFalse(Messages.of(Locale.forLanguageTag(language))
                    .get("shell.error." + trouble)
                    .isBlank());
        }
        assertEquals(before, copy(), "the copy is as it was");
        pragma(later);
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete);
        assertTrue(store.ids("PractitionerRole").size() > 200);
    }

    private void pragma(String what) {
        // Outside of a transaction; the writer is the connection that counts.
        database.write(connection -> connection.createStatement().execute("pragma " + what));
    }

    @Test
    void nobodyThereIsSaidAndTheCopyStays() throws Exception {
        assertTrue(download(false, PATIENT) instanceof DownloadOutcome.Complete);
        Map<String, Utf8Text> before = copy();
        URI gone = relay.base();
        relay.close();
        DownloadOutcome outcome = download(false, PATIENT);
        assertTrue(
                outcome instanceof DownloadOutcome.Stopped stopped
                        && stopped.failure().kind() == Kind.REFUSED,
                () -> gone + ": " + outcome);
        saidInEveryLanguage(Kind.REFUSED);
        assertEquals(before, copy());
    }
}
