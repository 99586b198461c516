package itb.backoffice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.Journal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What killed programs said was on disk, held against what is on disk and on the server. */
final class KillLedger {
    private final FhirServer server;
    private final String prefix;
    private final Map<String, Integer> edits = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, Integer> heard = new TreeMap<>();
    private int last;

    KillLedger(FhirServer server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    /** Takes in what a program said; nothing it says may be about an error. */
    void hear(String line, String where) {
        String[] parts = line.split(" ", 3);
        switch (parts[0]) {
            case "E", "C" -> {
                last = Integer.parseInt(parts[2]);
                edits.put(parts[1], last);
                if (parts[0].equals("C")) {
                    made.add(parts[1]);
                }
            }
            case "D" -> deleted.add(parts[1]);
            case "X" -> throw new AssertionError(where + ": " + line);
            default -> {}
        }
        String what = parts[0].equals("U") ? "U " + parts[2] : parts[0];
        heard.merge(what, 1, Integer::sum);
    }

    /** How often what was said. */
    Map<String, Integer> heard() {
        return heard;
    }

    /** The number of the last edit. */
    int last() {
        return last;
    }

    void known(String name) {
        edits.put(name, 0);
    }

    /** Both files are sound; no edit is lost, nothing is on the server twice, no draft stands where it should not. */
    void check(Path folder, String where) {
        sound(folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), where);
        Map<String, Integer> drafts = new HashMap<>();
        Set<String> deleting = new HashSet<>();
        try (Database work = Database.open(folder.resolve("work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA))) {
            sound(work, where);
            for (Draft draft : new DraftStore(work, InstantSource.system()).all()) {
                ObjectNode json = Json.object(draft.json());
                assertTrue(
                        draft.state() == DraftState.EDITING || draft.state() == DraftState.SENDING,
                        () -> where + ": nobody else writes, and yet " + draft);
                String name = KillVictim.name(json);
                // A new thing that arrived late can have been edited under the server's id as well, until the two are
                // one.
                drafts.merge(name, KillVictim.number(json), Integer::max);
                if (draft.kind() == Draft.Kind.DELETE) {
                    deleting.add(name);
                }
            }
        }
        Map<String, Integer> there = onServer(where);
        edits.forEach((name, number) -> {
            int kept = drafts.getOrDefault(name, there.getOrDefault(name, -1));
            assertTrue(
                    kept >= number || deleted.contains(name),
                    () -> where + ": edit " + number + " of " + name + " is lost, there is " + kept + ", on the server "
                            + there.get(name) + ", draft " + drafts.get(name));
        });
        deleted.forEach(name -> assertTrue(
                deleting.contains(name) || !there.containsKey(name), () -> where + ": " + name + " is not deleted"));
    }

    /** Nothing is left to do: the server has everything, once, and the local copy is what the server has. */
    void checkEnd(Path folder, String where) {
        check(folder, where);
        Map<String, Integer> there = onServer(where);
        Set<String> expected = new HashSet<>(edits.keySet());
        expected.removeAll(deleted);
        // An edit that was saved in the instant of a kill, before it could be said, is there as well.
        assertTrue(there.keySet().containsAll(expected), () -> where + ": missing of " + expected + " in " + there);
        try (Database work = Database.open(folder.resolve("work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA));
                Database copy = Database.open(
                        folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), Database.Durability.KILL)) {
            assertEquals(List.of(), new DraftStore(work, InstantSource.system()).all(), where);
            int open = work.read(connection -> {
                try (var query =
                        connection.prepareStatement("select count(*) from journal where outcome = 'SENDING'")) {
                    return query.executeQuery().getInt(1);
                }
            });
            assertEquals(0, open, where + ": the journal still waits");
            CatalogueStore catalogue = new CatalogueStore(copy);
            for (ServerResource role : roles()) {
                assertEquals(
                        role.json(),
                        catalogue.get(role.type(), role.id()).orElseThrow().json(),
                        where);
            }
        }
    }

    private static void sound(Path file, List<Database.Schema> schemas, String where) {
        try (Database database = Database.open(file, schemas, Database.Durability.KILL)) {
            sound(database, where);
        }
    }

    private static void sound(Database database, String where) {
        String verdict = database.read(connection -> {
            try (var query = connection.prepareStatement("pragma integrity_check")) {
                return query.executeQuery().getString(1);
            }
        });
        assertEquals("ok", verdict, where);
    }

    private Map<String, Integer> onServer(String where) {
        Map<String, Integer> there = new HashMap<>();
        List<ServerResource> all = roles();
        for (ServerResource role : all) {
            ObjectNode json = Json.object(role.json());
            String name = KillVictim.name(json);
            Integer other = there.put(name, KillVictim.number(json));
            assertEquals(
                    null,
                    other,
                    () -> where + ": " + name + " is on the server twice: "
                            + all.stream()
                                    .map(ServerResource::json)
                                    .filter(one -> one.contains("\"" + name + "\""))
                                    .toList());
            assertTrue(role.json().contains("12.50") || !role.json().contains("12.5"), where);
        }
        return there;
    }

    private List<ServerResource> roles() {
        List<ServerResource> roles = new ArrayList<>();
        Answer<FhirServer.Page> answer = server.search(KillVictim.ROLE, Map.of("_count", "200"));
        while (answer instanceof Answer.Ok<FhirServer.Page>(FhirServer.Page page)) {
            page.resources().stream()
                    .filter(role -> KillVictim.name(Json.object(role.json())).startsWith(prefix))
                    .forEach(roles::add);
            if (page.next() == null) {
                return roles;
            }
            answer = server.next(page.next());
        }
        throw new AssertionError("The server itself answers " + answer);
    }

    /** How many versions say the same as the one before them: written twice. */
    int writtenTwice() {
        int twice = 0;
        for (ServerResource role : roles()) {
            if (server.newest(role.type(), role.id(), 1_000)
                    instanceof Answer.Ok<List<ServerResource>>(List<ServerResource> versions)) {
                for (int i = 1; i < versions.size(); i++) {
                    int newer =
                            KillVictim.number(Json.object(versions.get(i - 1).json()));
                    twice += newer
                                    == KillVictim.number(
                                            Json.object(versions.get(i).json()))
                            ? 1
                            : 0;
                }
            }
        }
        return twice;
    }
}
