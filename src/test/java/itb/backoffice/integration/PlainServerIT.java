package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.cli.Office;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.Elements;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.page.NewResource;
import itb.backoffice.upload.UploadOutcome;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Uploads to HAPI's plain server, which ignores {@code If-Match}: a race that is lost there is found and said. */
class PlainServerIT extends MainJobGround {
    @Override
    URI serve() {
        return HapiServer.plain().base();
    }

    @Test
    void aChangeGoesUpAndNothingElseChanges() {
        String id = role(0);
        try (Office office = office()) {
            office.download();
            ObjectNode before = onServer(id);
            assertInstanceOf(UploadOutcome.Accepted.class, send(office, present(office, id, "Mine"), declared(office)));
            assertEquals(withoutMeta(with(before, "Mine")), withoutMeta(onServer(id)));
        }
    }

    @Test
    void somebodysChangeBeforeOursIsAConflictAndNothingIsSent() {
        String id = role(1);
        try (Office office = office()) {
            office.download();
            Draft draft = present(office, id, "Mine");
            other.put(with(onServer(id), "Theirs"));
            assertInstanceOf(UploadOutcome.Conflict.class, send(office, draft, declared(office)));
            assertEquals("Theirs", Elements.text(onServer(id), TEXT));
        }
    }

    @Test
    void aRaceThatWasLostIsSaidAndMadeGood() throws Exception {
        String id = role(2);
        try (Office direct = office()) {
            direct.download();
        }
        try (Relay relay = new Relay(base);
                Office office = office(relay.base())) {
            Draft draft = present(office, id, "Mine");
            relay.beforeNextWrite(() -> {
                ObjectNode theirs = onServer(id);
                ((ObjectNode) theirs.path("organization")).put("display", "Theirs");
                other.put(theirs);
            });
            var lost = assertInstanceOf(UploadOutcome.LostRace.class, send(office, draft, declared(office)));
            assertEquals("Mine", Elements.text(onServer(id), TEXT), "the server let ours win");
            assertTrue(lost.draft().json().contains("Theirs"));
            assertInstanceOf(UploadOutcome.Accepted.class, send(office, lost.draft(), declared(office)));
            assertEquals("Mine", Elements.text(onServer(id), TEXT));
            assertEquals(
                    "Theirs", onServer(id).path("organization").path("display").asText());
        }
    }

    @Test
    void aNewRoleWhoseAnswerIsLostIsThereOnce() throws Exception {
        ObjectNode made = NewResource.like(with(onServer(role(3)), "New"));
        try (Relay relay = new Relay(base)) {
            try (Office office = office(relay.base())) {
                Draft draft = ((EditResult.Saved) office.drafts()
                                .edit(EditStep.create(ROLE, made.path("id").asText(), Json.write(made))))
                        .draft();
                var declared = declared(office);
                relay.loseNextAnswer();
                assertInstanceOf(UploadOutcome.Unknown.class, send(office, draft, declared));
            }
            relay.mend();
            try (Office office = office(relay.base())) {
                var settled = office.settle(declared(office)).getFirst();
                assertInstanceOf(UploadOutcome.Accepted.class, settled.outcome());
                office.download();
                long there = office.catalogue().ids(ROLE).stream()
                        .filter(id -> Elements.text(onServer(id), TEXT).equals("New"))
                        .count();
                assertEquals(1, there);
            }
        }
    }
}
