package itb.backoffice.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.page.NewResource;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.JournalEntry;
import itb.backoffice.upload.UploadOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every kind of write: each ends in the right state, says what to do, and in the end is done once. */
class UploadMatrixTest extends UploadFaultsGround {
    enum Write {
        UPDATE,
        /** A new thing under the program's own id. */
        CREATE,
        /** A new thing whose id the server gives. */
        POST,
        DELETE,
        /** Two in one transaction. */
        TOGETHER
    }

    private int before;

    static Stream<Arguments> everyFaultAtEveryWrite() {
        return Stream.of(Write.values())
                .flatMap(write -> Stream.of(Wrong.values()).map(wrong -> Arguments.of(write, wrong)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultAtEveryWrite")
    void endsRightSaysWhatToDoAndIsThereOnceInTheEnd(Write write, Wrong wrong) {
        before = there.count(ROLE);
        String name = write + " " + wrong;
        List<String> ids = edit(write, name);
        List<ObjectNode> was = ids.stream().map(this::onServer).toList();
        Stream.of(put(anyUrl()), post(anyUrl()), delete(anyUrl()))
                .forEach(request -> between.stubFor(request.atPriority(1).willReturn(wrong.answer)));

        List<UploadOutcome> outcomes = sendAll();

        boolean unknown = write == Write.POST && wrong.underWay();
        assertEquals(ids.size(), outcomes.size());
        Class<? extends UploadOutcome> ends = unknown ? UploadOutcome.Unknown.class : wrong.ends;
        for (UploadOutcome outcome : outcomes) {
            assertInstanceOf(ends, outcome);
            saysWhatToDo(outcome, unknown ? "upload.outcome.unknown.next" : wrong.says);
        }
        DraftState state =
                unknown ? DraftState.SENDING : wrong.ends == NOT_SENT ? DraftState.EDITING : DraftState.REFUSED;
        drafts.all().forEach(draft -> assertEquals(state, draft.state()));
        assertEquals(ids.size(), drafts.all().size(), "no draft is lost");
        assertEquals(was, ids.stream().map(this::onServer).toList(), "nothing happened there");
        assertEquals(before, there.count(ROLE));

        mend();
        upload.settle(declared, Progress.none());
        sendAll().forEach(outcome -> assertInstanceOf(UploadOutcome.Accepted.class, outcome));
        done(write, name, ids);
    }

    /** What is to be written; the ids that it is about. */
    private List<String> edit(Write write, String name) {
        switch (write) {
            case UPDATE -> draft(name);
            case CREATE -> create(name);
            case POST -> {
                declared = withoutOwnIds(declared);
                create(name);
            }
            case DELETE -> {
                ObjectNode doomed = like(name);
                there.put(doomed);
                before++;
                drafts.edit(EditStep.delete(known(doomed.path("id").asText())));
            }
            case TOGETHER -> {
                draft(name);
                draft(another(), name);
            }
        }
        return drafts.all().stream().map(Draft::id).toList();
    }

    private void done(Write write, String name, List<String> ids) {
        assertEquals(List.of(), drafts.all());
        int made = write == Write.CREATE || write == Write.POST ? 1 : write == Write.DELETE ? -1 : 0;
        assertEquals(before + made, there.count(ROLE), "once");
        List<JournalEntry> accepted = new ArrayList<>();
        for (JournalEntry entry :
                new Journal(database, Clock.systemUTC()).find(new Journal.Search(null, null, null), 50)) {
            assertTrue(entry.end() != JournalEntry.End.SENDING, entry::toString);
            if (entry.end() == JournalEntry.End.ACCEPTED) {
                accepted.add(entry);
            }
        }
        assertEquals(ids.size(), accepted.size(), "the journal has each once");
        for (JournalEntry entry : accepted) {
            if (write == Write.DELETE) {
                assertTrue(there.status(ROLE + "/" + entry.id()) >= 404);
            } else {
                assertEquals(name, display(entry.id()));
            }
        }
    }

    private ObjectNode like(String name) {
        ObjectNode role = NewResource.like(there.get(ROLE + "/" + id));
        role.withObjectProperty("organization").put("display", name);
        return role;
    }

    private void create(String name) {
        ObjectNode role = like(name);
        drafts.edit(EditStep.create(ROLE, role.path("id").asText(), Json.write(role)));
    }

    private String another() {
        return there.get(ROLE + "?_count=2")
                .path("entry")
                .path(1)
                .path("resource")
                .path("id")
                .asText();
    }

    private ObjectNode onServer(String id) {
        return there.status(ROLE + "/" + id) == 200 ? there.get(ROLE + "/" + id) : Json.object("{\"id\":\"none\"}");
    }

    private static Capabilities withoutOwnIds(Capabilities declared) {
        TypeRules rules = declared.types().get(ROLE);
        Map<String, TypeRules> types = new HashMap<>(declared.types());
        types.put(
                ROLE,
                new TypeRules(
                        rules.actions(),
                        false,
                        rules.conditionalCreate(),
                        rules.searchParams(),
                        rules.profiles(),
                        rules.checksVersions()));
        return new Capabilities(declared.software(), declared.fhirVersion(), types, declared.transactions());
    }
}
