package itb.backoffice.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a typing program at random moments: every edit that it said was on disk is there, and the file is sound. Five
 * rounds; {@code -Dkill.rounds=500} for more, {@code -Dkill.seed=…} to repeat one run.
 */
class DraftKillTest {
    @TempDir
    Path folder;

    @Test
    void noEditThatWasOnDiskIsLostWheneverTheProgramIsKilled() throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 5);
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        Path file = folder.resolve("chain.db");
        Map<String, Integer> acknowledged = new HashMap<>();
        int next = 1;
        for (int round = 0; round < rounds; round++) {
            next = typeAndDie(file, next, random, acknowledged);
            check(file, acknowledged, "seed " + seed + ", round " + round);
        }
        assertTrue(next > rounds, "too little was typed to show anything");
    }

    private static int typeAndDie(Path file, int first, Random random, Map<String, Integer> acknowledged)
            throws IOException, InterruptedException {
        Process typing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DraftTyping.class.getName(),
                        file.toString(),
                        String.valueOf(first),
                        String.valueOf(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = first - 1;
        long killAt = Long.MAX_VALUE;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(typing.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length == 3) {
                    last = Integer.parseInt(parts[1]);
                    acknowledged.put(parts[0], last);
                }
                if (killAt == Long.MAX_VALUE) {
                    killAt = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(random.nextInt(600_000));
                }
                if (System.nanoTime() >= killAt) {
                    typing.toHandle().destroyForcibly();
                }
            }
        }
        assertTrue(typing.waitFor(20, TimeUnit.SECONDS));
        assertTrue(last >= first, "the typing program did not get to type");
        return last + 2;
    }

    private static void check(Path file, Map<String, Integer> acknowledged, String where) {
        try (Database database = Database.open(file, List.of(DraftStore.SCHEMA))) {
            String verdict = database.read(connection -> {
                try (var query = connection.prepareStatement("pragma integrity_check")) {
                    return query.executeQuery().getString(1);
                }
            });
            assertEquals("ok", verdict, where);
            DraftStore drafts = new DraftStore(database, InstantSource.system());
            Map<String, Integer> found = new HashMap<>();
            for (Draft draft : drafts.all()) {
                int number = Json.object(draft.json()).path("n").asInt();
                assertEquals(DraftTyping.json(draft.id(), number), draft.json(), where);
                found.put(draft.id(), number);
            }
            acknowledged.forEach((id, number) -> assertTrue(
                    found.getOrDefault(id, -1) >= number,
                    () -> where + ": " + number + " of " + id + " is lost, there is " + found));
            for (String id : acknowledged.keySet()) {
                drafts.undo("Role", id);
                drafts.redo("Role", id);
                assertEquals(
                        found.get(id),
                        Json.object(drafts.get("Role", id).orElseThrow().json())
                                .path("n")
                                .asInt());
            }
            acknowledged.putAll(found);
        }
    }
}
