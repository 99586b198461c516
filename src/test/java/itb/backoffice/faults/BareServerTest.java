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
import itb.backoffice.demo.DemoServer;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.page.NewResource;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.validation.Unchecked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that say little: what they do not tell is looked up, and everything is done once. */
class BareServerTest {
    private static final String ROLE = "PractitionerRole";

    @TempDir
    Path folder;

    private final Background background = Background.threaded(Runnable::run, new ErrorReporter());
    private DemoServer demo;
    private FaultRelay relay;

    @BeforeEach
    void serve() throws Exception {
        demo = DemoServer.start(folder.resolve("demo"), 0, 2, new ErrorReporter());
        relay = new FaultRelay(demo.baseUrl());
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
        background.close();
        demo.close();
    }

    private Office office() {
        Connection connection =
                new Connection("b", "Bare", relay.base(), Connection.Environment.TEST, Connection.SignIn.NONE);
        return new Office(folder.resolve("data"), connection, Messages.of(Locale.ENGLISH), new Unchecked(), background);
    }

    /**
     * @param reading what becomes of answers to reading, @param writing to writing, @param transactions whether the server
     *     takes those, @param ownIds whether it takes the program's ids
     */
    @ParameterizedTest
    @CsvSource({
        "NONE, BARE, true, true",
        "NONE, BARE, false, true",
        "NONE, BARE, false, false",
        "NO_TRACE, NO_TRACE, true, true",
        "NO_TRACE, NO_TRACE, false, false",
        "NO_TRACE, BARE, false, false"
    })
    void everyWriteIsDoneOnceAndKnownAfterwards(Fault reading, Fault writing, boolean transactions, boolean ownIds) {
        relay.choose((method, path) -> method.equals("GET") ? reading : writing);
        relay.rewrite(body -> {
            String text = ownIds ? body : body.replaceAll("(\"updateCreate\"\\s*:\\s*)true", "$1false");
            return transactions ? text : text.replaceAll("(\"code\"\\s*:\\s*)\"transaction\"", "$1\"search-system\"");
        });
        try (Office office = office()) {
            assertInstanceOf(DownloadOutcome.Complete.class, office.download());
            List<String> ids = new ArrayList<>(office.catalogue().ids(ROLE));
            int before = ids.size();
            for (int i = 0; i < 2; i++) {
                StoredResource role = office.catalogue().get(ROLE, ids.get(i)).orElseThrow();
                office.drafts().edit(EditStep.change(role, named(Json.object(role.json()), "Changed " + i), ""));
                ObjectNode made = NewResource.like(Json.object(role.json()));
                office.drafts().edit(EditStep.create(ROLE, made.path("id").asText(), named(made, "New " + i)));
            }
            office.drafts()
                    .edit(EditStep.delete(
                            office.catalogue().get(ROLE, ids.get(2)).orElseThrow()));

            UploadResult result = send(office);

            assertTrue(result.allAccepted(), result::toString);
            result.lines()
                    .forEach(line -> assertEquals(
                            List.of(), ((UploadOutcome.Accepted) line.outcome()).differs(), line::toString));
            assertEquals(List.of(), office.drafts().all());
            List<String> known = copy(office);
            relay.choose((method, path) -> Fault.NONE);
            assertInstanceOf(DownloadOutcome.Complete.class, office.download());
            assertEquals(known, copy(office), "the local copy was what the server has");
            assertEquals(before + 2 - 1, known.size(), "each once");
        }
    }

    private static String named(ObjectNode role, String name) {
        role.withObjectProperty("organization").put("display", name);
        return Json.write(role);
    }

    private static UploadResult send(Office office) {
        Capabilities declared = ((Answer.Ok<Capabilities>) office.capabilities()).value();
        List<String> all = office.drafts().all().stream().map(Draft::reference).toList();
        return office.upload(office.plan(all, declared), declared);
    }

    private static List<String> copy(Office office) {
        return office.catalogue().ids(ROLE).stream()
                .sorted()
                .map(id -> office.catalogue().get(ROLE, id).orElseThrow())
                .map(role -> role.reference() + " " + role.version() + " "
                        + Json.object(role.json())
                                .path("organization")
                                .path("display")
                                .asText())
                .toList();
    }
}
