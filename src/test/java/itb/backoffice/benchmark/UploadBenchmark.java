package itb.backoffice.benchmark;

import itb.backoffice.benchmark.UploadWays.Taken;
import itb.backoffice.integration.HapiServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long a reviewed plan of 1,000 changed roles takes to upload, with everything that makes it safe (looking before
 * writing, the journal, the local copy), against one bare PUT after the other over one kept-alive connection. The ways
 * alternate, and medians are compared. The server is a process of its own: the demo server on this computer, where a
 * request costs next to nothing, and then as far away as servers are, where it costs 10 ms to get there and back; or a
 * HAPI FHIR JPA server. The last lines tell how much more memory is in use in the middle of an upload, and near its end,
 * than before it.
 *
 * <p>{@code packaging/benchmark Upload} builds what is missing and runs it; arguments are the number of rounds (7), and
 * {@code jpa} for the JPA server, {@code near} for the demo server on this computer alone, or {@code memory} for only what
 * is in use, of 1,000 and of 5,000 roles.
 */
final class UploadBenchmark {
    private static final int ROLES = 1_000;
    /** Gives the demo chain somewhat more than 1,000 roles. */
    private static final int CLINICS = 120;

    private static final int MANY_ROLES = 5_000;
    private static final int MANY_CLINICS = 600;

    /** The compilers need some rounds until they leave the processors to what is measured. */
    private static final int WARM_UP = 3;

    /** Each way. */
    private static final int MILLIS_AWAY = 5;

    private UploadBenchmark() {}

    public static void main(String... args) throws Exception {
        List<String> wanted = Arrays.asList(args);
        int rounds = wanted.stream()
                .filter(one -> one.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(7);
        if (wanted.contains("jpa")) {
            UploadWays ways = new UploadWays(
                    HapiServer.shared().base(), HapiServer.shared().process(), ROLES);
            ways.fill();
            measure("HAPI FHIR JPA server", ways, rounds, WARM_UP);
            System.exit(0);
        }
        boolean memoryOnly = wanted.contains("memory");
        demo(CLINICS, (base, process) -> {
            UploadWays near = new UploadWays(base, process, ROLES);
            if (!memoryOnly) {
                measure("demo server on this computer", near, rounds, WARM_UP);
            }
            if (!memoryOnly && !wanted.contains("near")) {
                try (Distance distance = new Distance(base, MILLIS_AWAY)) {
                    measure(
                            "demo server 10 ms away",
                            new UploadWays(distance.base(), process, ROLES),
                            rounds / 3 + 1,
                            1);
                }
            }
            memory(near, ROLES);
        });
        if (memoryOnly) {
            demo(MANY_CLINICS, (base, process) -> memory(new UploadWays(base, process, MANY_ROLES), MANY_ROLES));
        }
        System.exit(0);
    }

    private interface Use {
        void of(URI base, ProcessHandle process) throws IOException, InterruptedException;
    }

    private static void demo(int clinics, Use use) throws IOException, InterruptedException {
        Path chain = Files.createTempDirectory("upload-chain");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1500m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoProcess.class.getName(),
                        String.valueOf(clinics),
                        chain.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            use.of(URI.create("http://127.0.0.1:" + lines.readLine().strip() + "/fhir"), process.toHandle());
        } finally {
            process.destroy();
            process.waitFor();
            UploadWays.delete(chain);
        }
    }

    private static void measure(String where, UploadWays ways, int rounds, int warmUp)
            throws IOException, InterruptedException {
        List<Taken> bare = new ArrayList<>();
        List<Taken> floor = new ArrayList<>();
        List<Taken> together = new ArrayList<>();
        List<Taken> sideBySide = new ArrayList<>();
        for (int round = -warmUp; round < rounds; round++) {
            if (round == 0) {
                List.of(bare, floor, together, sideBySide).forEach(List::clear);
            }
            bare.add(ways.oneByOne(round));
            floor.add(ways.together(round));
            together.add(ways.upload(round, true));
            sideBySide.add(ways.upload(round, false));
        }
        System.out.println(where);
        print("one PUT after the other", bare, bare);
        print("bare transactions of 100, nothing looked at", floor, bare);
        print("upload, the server takes transactions", together, bare);
        print("upload, it does not: a few side by side", sideBySide, bare);
    }

    private static void print(String what, List<Taken> taken, List<Taken> bare) {
        System.out.printf(
                Locale.ROOT,
                "%-46s %8.0f ms %6.2f times as fast; processors %6.0f ms ours, %6.0f the server's%n",
                what,
                median(taken, Taken::time),
                median(bare, Taken::time) / median(taken, Taken::time),
                median(taken, Taken::ours),
                median(taken, Taken::theirs));
    }

    private static void memory(UploadWays ways, int roles) throws IOException {
        for (boolean transactions : new boolean[] {true, false}) {
            ways.upload(0, transactions);
            UploadWays.Memory more = ways.memory(1, transactions);
            System.out.printf(
                    Locale.ROOT,
                    "memory more in use than before, %d roles, %s: halfway %.1f MB, near the end %.1f MB%n",
                    roles,
                    transactions ? "transactions" : "side by side",
                    more.halfway() / 1e6,
                    more.atTheEnd() / 1e6);
        }
    }

    private static double median(List<Taken> taken, ToDoubleFunction<Taken> what) {
        double[] sorted = taken.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
