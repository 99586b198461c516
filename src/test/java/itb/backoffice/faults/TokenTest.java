package itb.backoffice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Failure;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.validation.Unchecked;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that run out in the middle of the work, by real HTTP: nobody notices, and nothing is done twice. */
class TokenTest {
    private static final String ROLE = "PractitionerRole";
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    @TempDir
    Path folder;

    private final Background background = Background.threaded(Runnable::run, new ErrorReporter());
    private DemoServer demo;

    @BeforeEach
    void serve() throws Exception {
        demo = DemoServer.start(folder.resolve("demo"), 0, 2, new ErrorReporter());
    }

    @AfterEach
    void stop() {
        background.close();
        demo.close();
    }

    private Office office(TokenGate gate) {
        Connection connection =
                new Connection("t", "Token", gate.base(), Connection.Environment.TEST, Connection.SignIn.API_KEY);
        return new Office(
                new Office.Place(
                        folder.resolve("data"), connection, () -> Optional.of(TokenGate.KEY), Optional.empty()),
                ENGLISH,
                new Unchecked(),
                background);
    }

    private static Capabilities declared(Office office, boolean transactions) {
        Capabilities declared = ((Answer.Ok<Capabilities>) office.capabilities()).value();
        return new Capabilities(
                declared.software(),
                declared.fhirVersion(),
                declared.types(),
                declared.transactions() && transactions,
                declared.guides());
    }

    private static void renameAll(Office office) {
        for (String id : office.catalogue().ids(ROLE)) {
            StoredResource there = office.catalogue().get(ROLE, id).orElseThrow();
            ObjectNode mine = Json.object(there.json());
            mine.withObjectProperty("organization").put("display", "Renamed");
            assertInstanceOf(
                    EditResult.Saved.class, office.drafts().edit(EditStep.change(there, Json.write(mine), "")));
        }
    }

    private static UploadResult send(Office office, boolean transactions) {
        Capabilities declared = declared(office, transactions);
        List<String> all = office.drafts().all().stream().map(Draft::reference).toList();
        return office.upload(office.plan(all, declared), declared);
    }

    private static void allThereOnce(Office office) {
        assertEquals(List.of(), office.drafts().all());
        for (String id : office.catalogue().ids(ROLE)) {
            StoredResource there = office.catalogue().get(ROLE, id).orElseThrow();
            assertEquals("2", there.version(), "written once");
            assertTrue(there.json().contains("\"Renamed\""));
        }
    }

    @Test
    void aTokenForEveryRequestOfADownloadIsFetchedUnseen() throws Exception {
        try (TokenGate gate = new TokenGate(demo.baseUrl(), 1);
                Office office = office(gate)) {
            assertInstanceOf(DownloadOutcome.Complete.class, office.download());
            assertTrue(office.catalogue().ids(ROLE).size() > 10);
            assertTrue(gate.given() > 3, () -> "tokens: " + gate.given());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenThatRunsOutInTheMiddleOfAnUploadIsRenewedAndNothingIsSentTwice(boolean transactions) throws Exception {
        // Enough for each of the requests that travel side by side.
        try (TokenGate gate = new TokenGate(demo.baseUrl(), transactions ? 1 : 7);
                Office office = office(gate)) {
            office.download();
            renameAll(office);
            int before = gate.given();
            UploadResult result = send(office, transactions);
            assertTrue(result.allAccepted(), result::toString);
            assertTrue(gate.given() > before + 1, () -> "tokens: " + gate.given());
            allThereOnce(office);
        }
    }

    @Test
    void aKeyThatIsTakenBackInTheMiddleStopsTheRestAndSaysWhereToEnterANewOne() throws Exception {
        try (TokenGate gate = new TokenGate(demo.baseUrl(), 9);
                Office office = office(gate)) {
            office.download();
            renameAll(office);
            gate.closeAfter(1);
            UploadResult result = send(office, false);
            long accepted = result.count(UploadOutcome.Accepted.class);
            assertTrue(accepted > 0 && accepted < result.lines().size(), result::toString);
            for (UploadResult.LineResult line : result.lines()) {
                if (line.outcome() instanceof UploadOutcome.NotReached stopped) {
                    assertEquals(Failure.Kind.SIGN_IN, stopped.failure().kind());
                    assertTrue(new OutcomeWords(ENGLISH).next(stopped).contains("Enter the token or key again"));
                } else {
                    assertInstanceOf(UploadOutcome.Accepted.class, line.outcome());
                }
            }
            assertTrue(office.drafts().all().stream().allMatch(draft -> draft.state() == DraftState.EDITING));
            gate.open();
            assertTrue(send(office, false).allAccepted());
            allThereOnce(office);
        }
    }
}
