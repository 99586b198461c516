package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.page.NewResource;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many drafts, new things and deletes, the same on every server. */
abstract class UploadWay extends MainJobGround {
    private static final String CLINIC = "HealthcareService";

    /** Sends all of {@code references} in one plan. */
    static UploadResult sendAll(Office office, List<String> references) {
        Capabilities capabilities = declared(office);
        return office.upload(office.plan(references, capabilities), capabilities);
    }

    /** A role of this test's own, on the server. */
    String made(String text) {
        ObjectNode role = NewResource.like(with(onServer(role(20)), text));
        other.put(role);
        return role.path("id").asText();
    }

    static StoredResource known(Office office, String id) {
        return office.catalogue().get(ROLE, id).orElseThrow();
    }

    @Test
    void manyRolesGoUpAndTheOneThatSomebodyElseChangedDoesNot() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(made("Before " + i));
        }
        try (Office office = office()) {
            office.download();
            List<String> references = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                references.add(present(office, ids.get(i), "Mine " + i).reference());
            }
            other.put(with(onServer(ids.get(3)), "Theirs"));
            UploadResult result = sendAll(office, references);
            assertEquals(11, result.count(UploadOutcome.Accepted.class), result::toString);
            assertEquals(1, result.count(UploadOutcome.Conflict.class));
            for (int i = 0; i < 12; i++) {
                assertEquals(
                        withoutMeta(with(onServer(ids.get(i)), i == 3 ? "Theirs" : "Mine " + i)),
                        withoutMeta(onServer(ids.get(i))));
                assertEquals("2", version(onServer(ids.get(i))), "written once");
            }
        }
    }

    @Test
    void aNewClinicAndItsNewRoleGoUpTogether() {
        try (Office office = office()) {
            office.download();
            String like = chain.stream()
                    .filter(one -> one.path("resourceType").asText().equals(CLINIC))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            ObjectNode clinic = other.get(CLINIC + "/" + like);
            String clinicId = UUID.randomUUID().toString();
            clinic.put("id", clinicId).put("name", "Nordtand ny");
            clinic.remove("meta");
            clinic.putObject("meta")
                    .set("profile", other.get(CLINIC + "/" + like).path("meta").path("profile"));
            ObjectNode role = NewResource.like(with(onServer(role(21)), "Ny rolle"));
            ((ObjectNode) role.path("healthcareService").path(0))
                    .put("reference", CLINIC + "/" + clinicId)
                    .remove("display");
            office.drafts().edit(EditStep.create(ROLE, role.path("id").asText(), Json.write(role)));
            office.drafts().edit(EditStep.create(CLINIC, clinicId, Json.write(clinic)));

            UploadResult result =
                    sendAll(office, List.of(ROLE + "/" + role.path("id").asText(), CLINIC + "/" + clinicId));
            assertEquals(2, result.count(UploadOutcome.Accepted.class), result::toString);
            String roleThere =
                    ((UploadOutcome.Accepted) result.lines().getLast().outcome()).id();
            String clinicThere =
                    ((UploadOutcome.Accepted) result.lines().getFirst().outcome()).id();
            assertEquals(
                    "Nordtand ny",
                    other.get(CLINIC + "/" + clinicThere).path("name").asText());
            assertEquals(
                    CLINIC + "/" + clinicThere,
                    onServer(roleThere)
                            .path("healthcareService")
                            .path(0)
                            .path("reference")
                            .asText());
        }
    }

    @Test
    void whatIsDeletedIsGoneAndWhatSomebodyChangedMeanwhileIsAsked() {
        String doomed = made("Doomed");
        String changed = made("Changed");
        String gone = made("Gone");
        try (Office office = office()) {
            office.download();
            List<String> references = new ArrayList<>();
            for (String id : List.of(doomed, changed, gone)) {
                Draft draft = ((EditResult.Saved) office.drafts().edit(EditStep.delete(known(office, id)))).draft();
                references.add(draft.reference());
            }
            other.put(with(onServer(changed), "Theirs"));
            other.delete(ROLE + "/" + gone);
            UploadResult result = sendAll(office, references);
            assertEquals(2, result.count(UploadOutcome.Accepted.class), result::toString);
            assertTrue(other.status(ROLE + "/" + doomed) >= 404);
            assertEquals(200, other.status(ROLE + "/" + changed));
            assertTrue(office.catalogue().get(ROLE, doomed).isEmpty());

            Draft left = office.drafts().get(ROLE, changed).orElseThrow();
            Conflicts conflicts = office.conflicts();
            conflicts.keepMine(conflicts.of(left).orElseThrow());
            Draft decided = office.drafts().get(ROLE, changed).orElseThrow();
            assertInstanceOf(UploadOutcome.Accepted.class, send(office, decided, declared(office)));
            assertTrue(other.status(ROLE + "/" + changed) >= 404);
        }
    }

    @Test
    void editedHereAndDeletedThereIsAskedAndCanBeMadeAgain() {
        String id = made("Before");
        try (Office office = office()) {
            office.download();
            Draft draft = present(office, id, "Mine");
            other.delete(ROLE + "/" + id);
            var conflict = assertInstanceOf(UploadOutcome.Conflict.class, send(office, draft, declared(office)));
            assertEquals(null, conflict.theirs());
            office.conflicts().keepMine(conflict);
            Draft again = office.drafts().get(ROLE, id).orElseThrow();
            var accepted = assertInstanceOf(UploadOutcome.Accepted.class, send(office, again, declared(office)));
            assertEquals(withoutMeta(with(onServer(accepted.id()), "Mine")), withoutMeta(onServer(accepted.id())));
        }
    }
}
