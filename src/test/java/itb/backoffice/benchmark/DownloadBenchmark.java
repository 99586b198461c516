package itb.backoffice.benchmark;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome.Complete;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a whole download of 10,000 roles into a new catalogue takes, against fetching the same pages one after the
 * other with the JDK's HTTP client and throwing them away. Both sides alternate, and medians are compared; from the demo
 * server, the download may cost at most 1.3 times the bare fetch. The server is a process of its own. The other lines are
 * against a server that needs no time at all, pages from memory: they show what filing costs by itself.
 *
 * <p>{@code packaging/benchmark Download} builds what is missing and runs it; an argument is the number of rounds (11).
 */
final class DownloadBenchmark {
    private static final int ROLES = 9_900;
    /** Gives the demo chain about 10,000 roles. */
    private static final int CLINICS = 1_100;

    private DownloadBenchmark() {}

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 11;
        System.out.printf(Locale.ROOT, "%-34s %8s %9s %9s %6s%n", "", "MB", "fetch ms", "download", "ratio");
        measure("demo server", rounds, DemoProcess.class, Integer.toString(CLINICS));
        measure("memory, 100 a page", rounds, PageServer.class, "10000", "100", "0");
        measure("memory, photos of 8 kB", rounds, PageServer.class, "10000", "100", "8000");
        System.exit(0);
    }

    private static void measure(String what, int rounds, Class<?> server, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1500m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                server.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            URI base = URI.create("http://127.0.0.1:" + lines.readLine().strip() + "/fhir");
            List<URI> pages = pages(base);
            double[] bare = new double[rounds];
            double[] full = new double[rounds];
            long bytes = 0;
            for (int round = -3; round < rounds; round++) {
                long start = System.nanoTime();
                bytes = fetch(pages);
                double bareTime = (System.nanoTime() - start) / 1e6;
                double fullTime = download(base);
                if (round >= 0) {
                    bare[round] = bareTime;
                    full[round] = fullTime;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %8.1f %9.0f %9.0f %6.2f%n",
                    what,
                    bytes / 1e6,
                    median(bare),
                    median(full),
                    median(full) / median(bare));
        } finally {
            process.destroy();
        }
    }

    /** The addresses that a download asks for, collected beforehand so that the bare fetch need not read anything. */
    private static List<URI> pages(URI base) {
        List<URI> pages = new ArrayList<>(List.of(URI.create(base + "/metadata")));
        try (var server = server(base)) {
            if (!(server.capabilities() instanceof Answer.Ok<Capabilities>(Capabilities declared))) {
                throw new IllegalStateException("No server at " + base);
            }
            for (String type : Download.TYPES) {
                String next =
                        declared.allows(type, Capabilities.Action.SEARCH) ? base + "/" + type + "?_count=200" : null;
                while (next != null) {
                    pages.add(URI.create(next.replace("|", "%7C")));
                    next = server.next(next) instanceof Answer.Ok<FhirServer.Page>(FhirServer.Page page)
                            ? page.next()
                            : null;
                }
            }
        }
        return pages;
    }

    private static long fetch(List<URI> pages) throws IOException, InterruptedException {
        long bytes = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (URI page : pages) {
                HttpRequest request = HttpRequest.newBuilder(page).build();
                bytes += client.send(request, BodyHandlers.ofByteArray()).body().length;
            }
        }
        return bytes;
    }

    private static HttpFhirServer server(URI base) {
        Connection connection =
                new Connection("b", "Benchmark", base, Connection.Environment.TEST, Connection.SignIn.NONE);
        return new HttpFhirServer(connection, Optional::empty, () -> CONTEXT, Timeouts.DEFAULT, Clock.systemUTC());
    }

    private static double download(URI base) throws IOException {
        Path folder = Files.createTempDirectory("download-benchmark");
        Background background = Background.threaded(Runnable::run, new ErrorReporter());
        try (Database database = Database.open(
                folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), Database.Durability.KILL)) {
            CatalogueStore store = new CatalogueStore(database);
            long start = System.nanoTime();
            try (var server = server(base)) {
                var outcome = new Download(server, store, background, Messages.of(Locale.ENGLISH)).run(Progress.none());
                double time = (System.nanoTime() - start) / 1e6;
                if (!(outcome instanceof Complete(var counts, var leftOut)) || counts.changed() < ROLES) {
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
