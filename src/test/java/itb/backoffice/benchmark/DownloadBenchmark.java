package itb.backoffice.benchmark;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome.Complete;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a whole download of 10,000 roles into a new catalogue takes, against fetching the same pages one after the
 * other with the JDK's HTTP client and throwing them away. The server is a process of its own that hands out pages from
 * memory; both sides alternate, and medians are compared. The download may cost at most 1.3 times the bare fetch.
 *
 * <p>Run: {@code mvn -q test-compile exec:exec@benchmark -Dbenchmark=DownloadBenchmark}
 */
final class DownloadBenchmark {
    private static final int ROLES = 10_000;
    private static final int ROUNDS = 11;

    private DownloadBenchmark() {}

    public static void main(String... args) throws Exception {
        System.out.printf(Locale.ROOT, "%-34s %10s %10s %7s%n", "10,000 roles", "fetch ms", "download", "ratio");
        measure(100, 0);
        measure(200, 0);
        measure(100, 8_000);
        measure(100, 30_000);
        System.exit(0);
    }

    private static void measure(int pageSize, int photoBytes) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1500m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PageServer.class.getName(),
                        Integer.toString(ROLES),
                        Integer.toString(pageSize),
                        Integer.toString(photoBytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String[] ready = lines.readLine().split(" ");
            URI base = URI.create("http://127.0.0.1:" + ready[0] + "/fhir");
            double[] bare = new double[ROUNDS];
            double[] full = new double[ROUNDS];
            for (int round = -3; round < ROUNDS; round++) {
                double bareTime = fetch(base, Integer.parseInt(ready[1]));
                double fullTime = download(base);
                if (round >= 0) {
                    bare[round] = bareTime;
                    full[round] = fullTime;
                }
            }
            double ratio = median(full) / median(bare);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %10.0f %10.0f %7.2f%n",
                    pageSize + " a page, photos of " + photoBytes / 1000 + " kB",
                    median(bare),
                    median(full),
                    ratio);
        } finally {
            process.destroy();
        }
    }

    private static double fetch(URI base, int pages) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long bytes = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int page = 0; page < pages; page++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/PractitionerRole?page=" + page))
                        .build();
                bytes += client.send(request, BodyHandlers.ofByteArray()).body().length;
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("Nothing came");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double download(URI base) throws IOException {
        Path folder = Files.createTempDirectory("download-benchmark");
        Connection connection =
                new Connection("b", "Benchmark", base, Connection.Environment.TEST, Connection.SignIn.NONE);
        Background background = Background.threaded(Runnable::run, new ErrorReporter());
        FhirContext context = CONTEXT;
        try (Database database = Database.open(folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA))) {
            CatalogueStore store = new CatalogueStore(database);
            long start = System.nanoTime();
            try (var server = new HttpFhirServer(
                    connection, Optional::empty, () -> context, Timeouts.DEFAULT, Clock.systemUTC())) {
                var outcome = new Download(server, store, background, Messages.of(Locale.ENGLISH)).run(Progress.none());
                double time = (System.nanoTime() - start) / 1e6;
                if (!(outcome instanceof Complete(var counts, var leftOut)) || counts.changed() != ROLES) {
                    throw new IllegalStateException("Not everything came: " + outcome);
                }
                return time;
            }
        } finally {
            background.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static final FhirContext CONTEXT = FhirContext.forR4();

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
