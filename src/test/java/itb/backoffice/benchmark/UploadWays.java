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
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ways of bringing 1,000 changed roles to one server: bare requests, and uploads with everything that makes them safe.
 * Each tells how long it took, and how long processors worked, on our side and on the server's: that figure is the same
 * whatever else the machine does.
 */
final class UploadWays {
    /** How long one way took, in milliseconds. */
    record Taken(double time, double ours, double theirs) {}

    /** What an upload leaves in memory while it runs, beside what was there before, in bytes. */
    record Memory(long halfway, long atTheEnd) {}

    private static final String ROLE = "PractitionerRole";
    private static final FhirContext CONTEXT = FhirContext.forR4();
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private final URI base;
    private final ProcessHandle process;
    private final int count;

    /** @param process the server's */
    UploadWays(URI base, ProcessHandle process, int count) {
        this.base = base;
        this.process = process;
        this.count = count;
    }

    private final class Clock {
        private final long ours = ours();
        private final long theirs = theirs();
        private final long start = System.nanoTime();

        Taken stop() {
            double time = (System.nanoTime() - start) / 1e6;
            return new Taken(time, (ours() - ours) / 1e6, (theirs() - theirs) / 1e6);
        }

        private static long ours() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(Duration::toNanos)
                    .orElse(0L);
        }

        private long theirs() {
            return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
        }
    }

    private HttpFhirServer server() {
        Connection connection =
                new Connection("b", "Benchmark", base, Connection.Environment.TEST, Connection.SignIn.NONE);
        return new HttpFhirServer(
                connection, Optional::empty, () -> CONTEXT, Timeouts.DEFAULT, java.time.Clock.systemUTC());
    }

    private List<ServerResource> roles(FhirServer server) {
        List<ServerResource> roles = new ArrayList<>();
        var page = value(server.search(ROLE, Map.of("_count", "200")));
        roles.addAll(page.resources());
        while (page.next() != null && roles.size() < count) {
            page = value(server.next(page.next()));
            roles.addAll(page.resources());
        }
        return roles.subList(0, count);
    }

    private static String changed(String json, String what) {
        var role = Json.object(json);
        role.withObjectProperty("organization").put("display", "Nordtand " + what);
        return Json.write(role);
    }

    /** One PUT after the other over one kept-alive connection. */
    Taken oneByOne(int round) throws IOException, InterruptedException {
        List<HttpRequest> requests = new ArrayList<>();
        try (var server = server()) {
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
            Clock clock = new Clock();
            for (HttpRequest request : requests) {
                HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("Answered " + answer.statusCode());
                }
            }
            return clock.stop();
        }
    }

    /** What no client can be faster than: the same in transactions, and nothing of what makes an upload safe. */
    Taken together(int round) {
        try (var server = server()) {
            List<FhirServer.Entry> entries = roles(server).stream()
                    .map(role -> new FhirServer.Entry(
                            "PUT", ROLE, role.id(), changed(role.json(), "together " + round), role.version(), null))
                    .toList();
            Clock clock = new Clock();
            for (int from = 0; from < count; from += 100) {
                value(server.transaction(entries.subList(from, from + 100)));
            }
            return clock.stop();
        }
    }

    /** An upload as the program does it; without {@code transactions} as if the server took none. */
    Taken upload(int round, boolean transactions) throws IOException {
        Taken[] taken = new Taken[1];
        prepared(round, transactions, upload -> {
            Clock clock = new Clock();
            boolean whole = upload.test(Progress.none());
            taken[0] = clock.stop();
            return whole;
        });
        return taken[0];
    }

    /** How much more memory is in use in the middle of an upload, and before its end, than before it. */
    Memory memory(int round, boolean transactions) throws IOException {
        long[] inUse = new long[2];
        prepared(round, transactions, upload -> {
            long before = inUse();
            return upload.test(new Progress() {
                @Override
                public void report(String text, long done, long total) {
                    if (done == count / 2) {
                        inUse[0] = inUse() - before;
                    } else if (done == count * 9L / 10) {
                        inUse[1] = inUse() - before;
                    }
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
        });
        return new Memory(inUse[0], inUse[1]);
    }

    private void prepared(int round, boolean transactions, Predicate<Predicate<Progress>> use) throws IOException {
        Path folder = Files.createTempDirectory("upload-benchmark");
        Background background = Background.threaded(Runnable::run, new ErrorReporter());
        try (Database copy = Database.open(
                        folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), Database.Durability.KILL);
                Database work = Database.open(folder.resolve("work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA));
                var server = server()) {
            CatalogueStore catalogue = new CatalogueStore(copy);
            DraftStore drafts = new DraftStore(work, InstantSource.system());
            List<StoredResource> known = known(server);
            catalogue.putAll(known);
            edit(known, work, drafts, round + " " + transactions);
            Capabilities declared = value(server.capabilities());
            Capabilities used =
                    new Capabilities(declared.software(), declared.fhirVersion(), declared.types(), transactions);
            UploadPlan plan = Plans.of(
                    new UploadPlanner(
                            ENGLISH, new ChangeWords(ENGLISH, new Wording(ENGLISH, reference -> Optional.empty()))),
                    drafts.all(),
                    Map.of(),
                    new UploadPlanner.Rules(used, false));
            Upload upload = new Upload(
                    server,
                    new UploadStores(
                            new OutboxStore(work, InstantSource.system()),
                            catalogue,
                            new Journal(work, InstantSource.system())),
                    Pause.real(),
                    background);
            boolean whole = use.test(progress -> upload.run(plan, used, new Journal.Signature("u", "B", "B"), progress)
                    .allAccepted());
            if (!whole || !drafts.all().isEmpty()) {
                throw new IllegalStateException("Not everything is there");
            }
        } finally {
            background.close();
            delete(folder);
        }
    }

    private List<StoredResource> known(FhirServer server) {
        return roles(server).stream()
                .map(role -> new StoredResource(ROLE, role.id(), role.version(), role.lastUpdated(), role.text()))
                .toList();
    }

    private static void edit(List<StoredResource> known, Database work, DraftStore drafts, String what) {
        // All at once, because only their upload is measured.
        work.write(connection -> {
            for (StoredResource role : known) {
                drafts.edit(EditStep.change(role, changed(role.json(), what), ""));
            }
            return known;
        });
    }

    /** Puts as many roles there as the others need, on a server that has none. */
    void fill() {
        List<FhirServer.Entry> entries = GeneratedRoles.json(count, 6_000).stream()
                .map(json -> {
                    var role = Json.object(json);
                    // Servers that look after references would want the clinics as well.
                    role.remove("healthcareService");
                    return new FhirServer.Entry("PUT", ROLE, role.path("id").asText(), Json.write(role), null, null);
                })
                .toList();
        try (var server = server()) {
            for (int from = 0; from < count; from += 100) {
                value(server.transaction(entries.subList(from, from + 100)));
            }
        }
    }

    static void delete(Path folder) throws IOException {
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
}
