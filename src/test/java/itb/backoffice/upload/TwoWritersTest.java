package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.ScriptedServer.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two people edit the same roles for 200 rounds while requests and answers get lost and the program restarts. I only
 * write names, the other only writes organisations: in the end both have their last word, and nothing exists twice; also on a
 * server that ignores {@code If-Match}, where the races that are lost there are found and made good.
 */
class TwoWritersTest extends UploadGround {
    private final Map<String, String> myNames = new HashMap<>();
    private final Map<String, String> theirOrganisations = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private long lostRaces;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noChangeOfEitherIsGoneAndNothingIsMadeTwice(long seed) {
        Random random = new Random(seed);
        server.updateCreate = seed % 2 == 0;
        server.ifMatch = seed <= 3;
        for (int i = 0; i < 4; i++) {
            known("r" + i, "Name");
        }
        for (int round = 0; round < 200; round++) {
            now = now.plusSeconds(10);
            edit(random, round);
            String other = "r" + random.nextInt(4);
            String organisation = "Org " + round;
            if (random.nextInt(3) == 0) {
                server.meanwhile = () -> otherWrites(other, organisation);
            } else if (random.nextInt(3) == 0) {
                otherWrites(other, organisation);
            }
            Fault[] faults = Fault.values();
            server.faults.add(faults[random.nextInt(faults.length)]);
            server.offlineAfterFault = random.nextBoolean();
            lostRaces += send(plan()).count(UploadOutcome.LostRace.class);
            server.offline = random.nextInt(4) == 0 && server.offline;
            if (random.nextInt(5) == 0) {
                restart();
            }
            upload.settle(server.declared(), Progress.none());
            settleConflicts();
        }
        calm();
        assertEquals(server.ifMatch, lostRaces == 0, "races are lost, and said, where the server ignores If-Match");
        myNames.forEach((id, name) -> assertEquals(name, text(id, "practitioner"), () -> id + ", seed " + seed));
        theirOrganisations.forEach(
                (id, name) -> assertEquals(name, text(id, "organization"), () -> id + ", seed " + seed));
        assertTrue(myNames.size() == 4 && theirOrganisations.size() == 4 && created.size() > 5);
        assertEquals(4 + created.size(), server.alive(ROLE));
    }

    private void edit(Random random, int round) {
        if (random.nextInt(10) == 0) {
            String id = "new-" + round;
            created.add(id);
            create(ROLE, id, role("New " + round, "Nordtann"));
            return;
        }
        String id = "r" + random.nextInt(4);
        Draft draft = drafts.get(ROLE, id).orElse(null);
        if (draft != null && draft.state() != DraftState.EDITING) {
            return;
        }
        StoredResource base = draft == null
                ? catalogue.get(ROLE, id).orElseThrow()
                : new StoredResource(ROLE, id, draft.baseVersion(), null, draft.json());
        String json = base.json()
                .replaceFirst("\"practitioner\":\\{[^}]*\\}", "\"practitioner\":{\"display\":\"Me " + round + "\"}");
        drafts.edit(draft == null ? EditStep.change(base, json, "") : EditStep.change(draft, json, ""));
        myNames.put(id, "Me " + round);
    }

    private void otherWrites(String id, String organisation) {
        ServerResource there = server.now(ROLE, id);
        String json = there.json()
                .replaceFirst(
                        "\"organization\":\\{[^}]*\\}", "\"organization\":{\"display\":\"" + organisation + "\"}");
        server.put(ROLE, id, json);
        theirOrganisations.put(id, organisation);
    }

    private void settleConflicts() {
        Conflicts conflicts = new Conflicts(outbox, catalogue);
        for (Draft draft : drafts.all()) {
            conflicts.of(draft).ifPresent(conflict -> {
                Set<String> collisions = Conflicts.merge(draft, conflict.theirs()).collisions().stream()
                        .map(one -> one.path())
                        .collect(Collectors.toSet());
                if (server.ifMatch) {
                    assertEquals(Set.of("practitioner"), collisions, "only my own earlier name can be in my way");
                }
                // A draft that brings their organisation back gives way to what they wrote since.
                Map<String, Choice> choices =
                        Map.of("practitioner", new Choice.Mine(), "organization", new Choice.Theirs());
                conflicts.resolve(conflict, choices);
            });
        }
    }

    /** Everything works again, and everything is sent. */
    private void calm() {
        server.offline = false;
        server.faults.clear();
        server.meanwhile = null;
        for (int i = 0; i < 5 && !drafts.all().isEmpty(); i++) {
            upload.settle(server.declared(), Progress.none());
            settleConflicts();
            send(plan());
        }
        assertEquals(List.of(), drafts.all());
    }

    private String text(String id, String element) {
        return Json.object(onServer(id)).path(element).path("display").asText();
    }
}
