package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.page.NewResource;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.validation.Finding.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The main job from end to end, the same on every server; what is on the server is looked up by plain HTTP. */
abstract class MainJobWay extends MainJobGround {
    @Test
    void theWholeChainComesAndEveryThingAsTheServerHasIt() {
        try (Office office = office()) {
            var outcome = assertInstanceOf(DownloadOutcome.Complete.class, office.download());
            assertEquals(Map.of(), outcome.leftOut());
            assertEquals(0, outcome.counts().unreadable());
            for (String type : Download.TYPES) {
                Set<String> sent = chain.stream()
                        .filter(one -> one.path("resourceType").asText().equals(type))
                        .map(one -> one.path("id").asText())
                        .collect(Collectors.toSet());
                assertTrue(office.catalogue().ids(type).containsAll(sent), type);
            }
            for (int number : List.of(0, 7, 19)) {
                String kept =
                        office.catalogue().get(ROLE, role(number)).orElseThrow().json();
                assertEquals(onServer(role(number)), Json.object(kept));
            }
        }
    }

    @Test
    void oneFieldIsEditedAndNothingElseChangesOnTheServer() {
        String id = role(1);
        ObjectNode before = onServer(id);
        try (Office office = office()) {
            office.download();
            Draft draft = present(office, id, "Nye pasienter er velkomne – også på lørdager.");
            assertEquals(before, onServer(id), "a draft changes nothing on the server");
            assertEquals(
                    List.of(),
                    office.check(draft).stream()
                            .filter(finding -> finding.origin() == Origin.NEW)
                            .toList());

            Capabilities capabilities = declared(office);
            UploadPlan plan = office.plan(List.of(draft.reference()), capabilities);
            PlanLine line = plan.lines().getFirst();
            assertEquals(
                    List.of("Presentation"),
                    line.changes().stream().map(change -> change.label()).toList());
            var accepted = assertInstanceOf(
                    UploadOutcome.Accepted.class,
                    office.upload(plan, capabilities).lines().getFirst().outcome());
            assertEquals(List.of(), accepted.differs());
            assertEquals(List.of(), office.drafts().all());

            ObjectNode after = onServer(id);
            assertEquals(
                    withoutMeta(with(before, "Nye pasienter er velkomne – også på lørdager.")), withoutMeta(after));
            assertNotEquals(version(before), version(after));
            assertEquals(
                    after,
                    Json.object(office.catalogue().get(ROLE, id).orElseThrow().json()));
        }
    }

    @Test
    void aMistakeIsHeldBack() {
        String id = role(2);
        ObjectNode before = onServer(id);
        try (Office office = office()) {
            office.download();
            Draft draft = present(office, id, "Uten klinikk");
            ObjectNode faulty = Json.object(draft.json());
            faulty.remove("healthcareService");
            Draft wrong = ((EditResult.Saved)
                            office.drafts().edit(EditStep.change(draft, Json.write(faulty), "healthcareService")))
                    .draft();
            Capabilities capabilities = declared(office);
            UploadPlan plan = office.plan(List.of(wrong.reference()), capabilities);
            assertEquals(
                    PlanLine.Obstacle.Kind.ERRORS,
                    plan.lines().getFirst().obstacle().kind());
            assertEquals(List.of(), office.upload(plan, capabilities).lines());
            assertEquals(before, onServer(id));
        }
    }

    @Test
    void somebodyElsesChangeIsReportedKeptAndThenDecidedUpon() {
        String id = role(3);
        try (Office office = office()) {
            office.download();
            Draft draft = present(office, id, "Mine");
            other.put(with(onServer(id), "Theirs"));
            ObjectNode theirs = onServer(id);

            Capabilities capabilities = declared(office);
            var conflict = assertInstanceOf(UploadOutcome.Conflict.class, send(office, draft, capabilities));
            assertEquals(theirs, onServer(id), "nothing was overwritten");
            assertEquals(theirs, Json.object(conflict.theirs().json()));

            decideForMine(office, conflict);
            Draft decided = office.drafts().get(ROLE, id).orElseThrow();
            assertInstanceOf(UploadOutcome.Accepted.class, send(office, decided, capabilities));
            assertEquals(withoutMeta(with(theirs, "Mine")), withoutMeta(onServer(id)));
        }
    }

    @Test
    void aChangeBetweenTheLastLookAndTheWriteIsRefusedByTheServerAndReported() throws Exception {
        String id = role(4);
        try (Office direct = office()) {
            direct.download();
        }
        try (Relay relay = new Relay(base);
                Office office = office(relay.base())) {
            Draft draft = present(office, id, "Mine");
            relay.beforeNextWrite(() -> other.put(with(onServer(id), "Theirs, a moment before")));
            assertInstanceOf(UploadOutcome.Conflict.class, send(office, draft, declared(office)));
            assertTrue(Set.of(409, 412).contains(relay.lastWrite()), "answered " + relay.lastWrite());
            assertEquals(
                    withoutMeta(with(onServer(id), "Theirs, a moment before")),
                    withoutMeta(onServer(id)),
                    "nothing was overwritten");
            assertEquals(
                    DraftState.CONFLICT,
                    office.drafts().get(ROLE, id).orElseThrow().state());
        }
    }

    @Test
    void aNewRoleWhoseAnswerIsLostIsThereOnceAndFoundAgain() throws Exception {
        losesTheAnswerAboutANewRole(true);
    }

    /** @param ownId whether the role goes up under the program's id; otherwise the server chooses one */
    void losesTheAnswerAboutANewRole(boolean ownId) throws Exception {
        try (Office direct = office()) {
            direct.download();
        }
        int before = other.count(ROLE);
        ObjectNode made = NewResource.like(with(onServer(role(5)), "New " + UUID.randomUUID()));
        String draftId = made.path("id").asText();
        try (Relay relay = new Relay(base)) {
            try (Office office = office(relay.base())) {
                Draft draft = ((EditResult.Saved)
                                office.drafts().edit(EditStep.create(ROLE, draftId, Json.write(made))))
                        .draft();
                Capabilities capabilities = choosingIds(declared(office), ownId);
                relay.loseNextAnswer();
                assertInstanceOf(UploadOutcome.Unknown.class, send(office, draft, capabilities));
                assertEquals(201, relay.lastWrite(), "the server made it, though nobody heard");
            }
            relay.mend();
            try (Office office = office(relay.base())) {
                assertEquals(
                        DraftState.SENDING,
                        office.drafts().get(ROLE, draftId).orElseThrow().state());
                Capabilities capabilities = choosingIds(declared(office), ownId);
                var settled = office.settle(capabilities).getFirst();
                var accepted = assertInstanceOf(UploadOutcome.Accepted.class, settled.outcome());
                assertEquals(List.of(), office.drafts().all());
                assertEquals(before + 1, other.count(ROLE));
                ObjectNode there = onServer(accepted.id());
                assertEquals(ownId, there.path("id").asText().equals(draftId));
                assertEquals("1", version(there));
                made.put("id", there.path("id").asText());
                assertEquals(withoutMeta(made), withoutMeta(there));
            }
        }
    }

    @Test
    void aRefreshFetchesWhatSomebodyElseChangedAndFindsWhatTheyDeleted() {
        String changed = role(6);
        ObjectNode doomed = NewResource.like(onServer(role(6)));
        other.put(doomed);
        String doomedId = doomed.path("id").asText();
        try (Office office = office()) {
            office.download();
            assertTrue(office.catalogue().get(ROLE, doomedId).isPresent());

            other.put(with(onServer(changed), "Changed by somebody else"));
            other.delete(ROLE + "/" + doomedId);
            var outcome = assertInstanceOf(DownloadOutcome.Complete.class, office.download());

            assertEquals(1, outcome.counts().removed());
            assertTrue(office.catalogue().get(ROLE, doomedId).isEmpty());
            assertEquals(
                    onServer(changed),
                    Json.object(
                            office.catalogue().get(ROLE, changed).orElseThrow().json()));
            assertEquals(other.count(ROLE), office.catalogue().counts().get(ROLE));
        }
    }

    @Test
    void aRoleWithAPhotoAndMalformedIdentifiersGoesBackWithOnlyTheEditedFieldChanged() {
        String clinic = chain.stream()
                .filter(one -> one.path("resourceType").asText().equals("HealthcareService"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        ObjectNode wild = WildRole.make(clinic);
        other.put(wild);
        String id = wild.path("id").asText();
        ObjectNode before = onServer(id);
        assertEquals(withoutMeta(wild), withoutMeta(before), "the server itself changes nothing in it");
        try (Office office = office()) {
            office.download();
            Draft draft = present(office, id, "Nå også på lørdager.");
            assertInstanceOf(UploadOutcome.Accepted.class, send(office, draft, declared(office)));
            assertEquals(withoutMeta(with(before, "Nå også på lørdager.")), withoutMeta(onServer(id)));
        }
    }

    private static void decideForMine(Office office, UploadOutcome.Conflict conflict) {
        Map<String, Choice> choices = new HashMap<>();
        Conflicts.merge(conflict.draft(), conflict.theirs())
                .collisions()
                .forEach(collision -> choices.put(collision.path(), new Choice.Mine()));
        assertEquals(1, choices.size());
        assertInstanceOf(EditResult.Saved.class, office.conflicts().resolve(conflict, choices));
    }

    /** The same server, as if it declared that a new resource keeps, or loses, the id that the program chose. */
    private static Capabilities choosingIds(Capabilities declared, boolean ownId) {
        TypeRules rules = declared.types().get(ROLE);
        TypeRules changed = new TypeRules(
                rules.actions(),
                ownId,
                rules.conditionalCreate(),
                rules.searchParams(),
                rules.profiles(),
                rules.checksVersions());
        Map<String, TypeRules> types = new HashMap<>(declared.types());
        types.put(ROLE, changed);
        return new Capabilities(declared.software(), declared.fhirVersion(), types, declared.transactions());
    }
}
