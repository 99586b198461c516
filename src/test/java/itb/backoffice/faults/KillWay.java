package itb.backoffice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.platform.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program at random moments of editing, downloading and uploading, behind a relay that loses answers, breaks
 * connections and delivers late, and looks after each kill what is left on disk and on the server. In the end everything
 * must be there, once. {@code -Dkill.rounds=500} for more rounds, {@code -Dkill.seed=…} for the same choices again.
 */
abstract class KillWay {
    private static final int ROLES = 12;

    @TempDir
    Path folder;

    /** A server that survives; its FHIR base. */
    abstract URI serve() throws Exception;

    /** Long enough for some uploads. */
    int longestLifeMillis() {
        return 2_600;
    }

    @Test
    void whateverMomentTheProgramIsKilledNothingIsLostAndNothingIsTwice() throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 20);
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        String prefix = "k" + Long.toString(Math.abs(seed), 36) + "-";
        URI base = serve();
        try (FhirServer server = client(base);
                FaultRelay relay = new FaultRelay(base)) {
            KillLedger ledger = new KillLedger(server, prefix);
            for (int i = 0; i < ROLES; i++) {
                String id = prefix + i;
                var made = server.update(KillVictim.ROLE, id, Json.write(KillVictim.role(id, id, 0)), null);
                assertTrue(made instanceof Answer.Ok, made::toString);
                ledger.known(id);
            }
            Random faults = new Random(random.nextLong());
            relay.choose((method, path) -> any(faults, method));
            // A server does not change its mind about ids.
            boolean ownIds = random.nextBoolean();
            for (int round = 1; round <= rounds; round++) {
                String where = "seed " + seed + ", round " + round;
                relay.rewrite(declaring(ownIds, random.nextInt(3) > 0));
                live(relay, prefix, random, ledger, where);
                ledger.check(folder, where);
            }
            relay.choose((method, path) -> Fault.NONE);
            relay.awaitQuiet();
            String where = "seed " + seed + ", at the end";
            List<String> said = run(relay, prefix, random.nextLong(), 0, new Life(60_000, true));
            said.forEach(line -> ledger.hear(line, where));
            assertEquals("done", said.getLast(), () -> where + ": " + said);
            ledger.checkEnd(folder, where);
            System.out.println(rounds + " kills, " + ledger.last() + " edits, " + ledger.heard() + ", written twice "
                    + ledger.writtenTwice() + (ownIds ? ", own ids" : ", ids of the server") + ", seed " + seed);
        }
    }

    private static FhirServer client(URI base) {
        Connection connection =
                new Connection("s", "Server", base, Connection.Environment.TEST, Connection.SignIn.NONE);
        return new HttpFhirServer(
                connection, Optional::empty, FhirContext::forR4Cached, Timeouts.DEFAULT, Clock.systemUTC());
    }

    /** A server of one kind or another, as far as it declares. */
    private static UnaryOperator<String> declaring(boolean ownIds, boolean transactions) {
        return body -> {
            String text = ownIds ? body : body.replaceAll("(\"updateCreate\"\\s*:\\s*)true", "$1false");
            return transactions ? text : text.replaceAll("(\"code\"\\s*:\\s*)\"transaction\"", "$1\"search-system\"");
        };
    }

    private static Fault any(Random random, String method) {
        int what;
        synchronized (random) {
            what = random.nextInt(100);
        }
        if (method.equals("GET")) {
            return switch (what) {
                case 0 -> Fault.RESET;
                case 1 -> Fault.CUT_BODY;
                case 2 -> Fault.STATUS_500;
                case 3 -> Fault.ANSWER_LOST;
                default -> Fault.NONE;
            };
        }
        return switch (what / 3) {
            case 0, 1, 2 -> Fault.ANSWER_LOST;
            case 3, 4 -> Fault.LATE;
            case 5 -> Fault.RESET;
            case 6 -> Fault.CUT_BODY;
            case 7 -> Fault.EMPTY_BODY;
            case 8 -> Fault.HTML_502;
            case 9 -> Fault.TRUNCATED_JSON;
            default -> Fault.NONE;
        };
    }

    private void live(FaultRelay relay, String prefix, Random random, KillLedger ledger, String where)
            throws Exception {
        int millis = 200 + random.nextInt(longestLifeMillis());
        // However long it takes to start, most are killed at work; some may die as they start.
        Life life = new Life(millis, random.nextInt(5) > 0);
        // What the last one had saved, but not said, has a number as well.
        run(relay, prefix, random.nextLong(), ledger.last() + 2, life).forEach(line -> ledger.hear(line, where));
    }

    /** How long a program lives, from its start or from when it has opened its files. */
    private record Life(int millis, boolean fromOpen) {}

    /** Lets a program work for so long, and kills it if it has not ended; what it said. */
    private List<String> run(FaultRelay relay, String prefix, long seed, int first, Life life) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillVictim.class.getName(),
                        folder.toString(),
                        relay.base().toString(),
                        prefix,
                        String.valueOf(seed),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors.txt").toFile()))
                .start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch open = new CountDownLatch(life.fromOpen() ? 1 : 0);
            var said = threads.submit(() -> lines(process, open));
            assertTrue(open.await(60, TimeUnit.SECONDS), "it opens, or ends");
            if (!process.waitFor(life.millis(), TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
            }
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            return said.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(Process process, CountDownLatch first) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            // The last line may have been cut by the kill.
            for (String line = line(out); line != null; line = line(out)) {
                lines.add(line);
                first.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            first.countDown();
        }
        return lines;
    }

    /** A line with an end; null where there is none any more. */
    private static @org.jspecify.annotations.Nullable String line(BufferedReader out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append((char) c);
        }
        return null;
    }
}
