package itb.backoffice.benchmark;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Pause;
import itb.backoffice.upload.Plans;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long a reviewed plan of 1,000 changed roles takes to upload, with everything that makes it safe (looking before
 * writing, the journal, the local copy), against one bare PUT after the other over one kept-alive connection. The three
 * ways alternate, and medians are compared. The demo server is a process of its own; on this computer, where a request costs
 * next to nothing, and then as far away as servers are, where it costs 10 ms to get there and back. The last line is how much more memory
 * is in use in the middle of an upload than before it.
 *
 * <p>{@code packaging/benchmark Upload} builds what is missing and runs it; an argument is the number of rounds (7).
 */
final class UploadBenchmark {
    private static final int ROLES = 1_000;
    /** Gives the demo chain somewhat more than 1,000 roles. */
    private static final int CLINICS = 120;

    /** Each way. */
    private static final int MILLIS_AWAY = 5;

    private static final String ROLE = "PractitionerRole";
    private static final FhirContext CONTEXT = FhirContext.forR4();
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private UploadBenchmark() {}

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        Path chain = Files.createTempDirectory("upload-chain");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1500m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoProcess.class.getName(),
                        String.valueOf(CLINICS),
                        chain.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            URI base = URI.create("http://127.0.0.1:" + lines.readLine().strip() + "/fhir");
            measure("on this computer", base, rounds);
            try (Distance distance = new Distance(base, MILLIS_AWAY)) {
                measure("10 ms away", distance.base(), Math.max(1, rounds / 3));
            }
        } finally {
            process.destroy();
            process.waitFor();
            delete(chain);
        }
        System.exit(0);
    }

    private static void measure(String where, URI base, int rounds) throws IOException, InterruptedException {
        double[] bare = new double[rounds];
        double[] floor = new double[rounds];
        double[] together = new double[rounds];
        double[] sideBySide = new double[rounds];
        long most = 0;
        for (int round = -2; round < rounds; round++) {
            double bareTime = putOneByOne(base, round);
            double floorTime = putTogether(base, round);
            Figures withTransactions = upload(base, round, true);
            Figures without = upload(base, round, false);
            if (round >= 0) {
                bare[round] = bareTime;
                floor[round] = floorTime;
                together[round] = withTransactions.time();
                sideBySide[round] = without.time();
                most = Math.max(most, Math.max(withTransactions.bytes(), without.bytes()));
            }
        }
        System.out.println("demo server " + where);
        System.out.printf(Locale.ROOT, "%-52s %8.0f ms%n", "one PUT after the other", median(bare));
        print("bare transactions of 100, nothing looked at", floor, bare);
        print("upload, the server takes transactions", together, bare);
        print("upload, it does not: a few side by side", sideBySide, bare);
        System.out.printf(Locale.ROOT, "%-52s %8.1f MB%n", "memory more in use halfway than before", most / 1e6);
    }

    private static void print(String what, double[] times, double[] bare) {
        System.out.printf(
                Locale.ROOT, "%-52s %8.0f ms %6.2f times as fast%n", what, median(times), median(bare) / median(times));
    }

    private record Figures(double time, long bytes) {}

    private static HttpFhirServer server(URI base) {
        Connection connection =
                new Connection("b", "Benchmark", base, Connection.Environment.TEST, Connection.SignIn.NONE);
        return new HttpFhirServer(connection, Optional::empty, () -> CONTEXT, Timeouts.DEFAULT, Clock.systemUTC());
    }

    private static List<ServerResource> roles(FhirServer server) {
        List<ServerResource> roles = new ArrayList<>();
        var page = value(server.search(ROLE, Map.of("_count", "200")));
        roles.addAll(page.resources());
        while (page.next() != null && roles.size() < ROLES) {
            page = value(server.next(page.next()));
            roles.addAll(page.resources());
        }
        return roles.subList(0, ROLES);
    }

    private static String changed(String json, String what) {
        var role = Json.object(json);
        role.withObjectProperty("organization").put("display", "Nordtand " + what);
        return Json.write(role);
    }

    private static double putOneByOne(URI base, int round) throws IOException, InterruptedException {
        List<HttpRequest> requests = new ArrayList<>();
        try (var server = server(base)) {
            for (ServerResource role : roles(server)) {
                requests.add(HttpRequest.newBuilder(URI.create(base + "/" + ROLE + "/" + role.id()))
                        .header("Content-Type", "application/fhir+json")
                        .header("If-Match", "W/\"" + role.version() + "\"")
                        .PUT(BodyPublishers.ofString(changed(role.json(), "bare " + round)))
                        .build());
            }
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long start = System.nanoTime();
            for (HttpRequest request : requests) {
                HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("Answered " + answer.statusCode());
                }
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    /** What no client can be faster than: the same in transactions, and nothing of what makes an upload safe. */
    private static double putTogether(URI base, int round) throws IOException {
        try (var server = server(base)) {
            List<FhirServer.Entry> entries = roles(server).stream()
                    .map(role -> new FhirServer.Entry(
                            "PUT", ROLE, role.id(), changed(role.json(), "together " + round), role.version(), null))
                    .toList();
            long start = System.nanoTime();
            for (int from = 0; from < ROLES; from += 100) {
                value(server.transaction(entries.subList(from, from + 100)));
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private static Figures upload(URI base, int round, boolean transactions) throws IOException {
        Path folder = Files.createTempDirectory("upload-benchmark");
        Background background = Background.threaded(Runnable::run, new ErrorReporter());
        try (Database copy = Database.open(
                        folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), Database.Durability.KILL);
                Database work = Database.open(folder.resolve("work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA));
                var server = server(base)) {
            CatalogueStore catalogue = new CatalogueStore(copy);
            DraftStore drafts = new DraftStore(work, Clock.systemUTC());
            List<StoredResource> known = roles(server).stream()
                    .map(role -> new StoredResource(ROLE, role.id(), role.version(), role.lastUpdated(), role.text()))
                    .toList();
            catalogue.putAll(known);
            for (StoredResource role : known) {
                drafts.edit(EditStep.change(role, changed(role.json(), round + " " + transactions), ""));
            }
            Capabilities declared = value(server.capabilities());
            Capabilities used =
                    new Capabilities(declared.software(), declared.fhirVersion(), declared.types(), transactions);
            UploadPlan plan = Plans.of(
                    new UploadPlanner(
                            ENGLISH, new ChangeWords(ENGLISH, new Wording(ENGLISH, reference -> Optional.empty()))),
                    drafts.all(),
                    Map.of(),
                    new UploadPlanner.Rules(used, false));
            OutboxStore outbox = new OutboxStore(work, Clock.systemUTC());
            Upload upload = new Upload(
                    server,
                    new UploadStores(outbox, catalogue, new Journal(work, Clock.systemUTC())),
                    Pause.real(),
                    background);
            long before = inUse();
            long[] halfway = new long[1];
            long[] measuring = new long[1];
            long start = System.nanoTime();
            UploadResult result = upload.run(plan, used, new Journal.Signature("u", "B", "B"), new Progress() {
                @Override
                public void report(String text, long done, long total) {
                    if (done == ROLES / 2) {
                        long begin = System.nanoTime();
                        halfway[0] = inUse();
                        measuring[0] = System.nanoTime() - begin;
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
            double time = (System.nanoTime() - start - measuring[0]) / 1e6;
            if (!result.allAccepted() || !drafts.all().isEmpty()) {
                throw new IllegalStateException("Not everything is there");
            }
            return new Figures(time, halfway[0] - before);
        } finally {
            background.close();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static long inUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T> failed -> throw new IllegalStateException("Failed: " + failed.failure());
        };
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
