package itb.backoffice.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Cli;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.validation.Unchecked;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The program, without its window, on a disk of its own that it fills up or makes read-only; what comes of each step it
 * says in a word on a line of its own. Runs in a mount namespace, see {@link DiskFaultsTest}.
 */
final class DiskWork {
    private static final String ROLE = "PractitionerRole";
    private static final int MOST_EDITS = 3_000;
    /** What a full disk still has: less than a page of roles, more than a single edit. */
    private static final long LITTLE = 200_000;

    private final Path disk;
    private final Connection connection;
    private final Background background = Background.threaded(Runnable::run, new ErrorReporter());

    private DiskWork(Path disk, URI server) {
        this.disk = disk;
        this.connection = new Connection("d", "Disk", server, Connection.Environment.TEST, Connection.SignIn.NONE);
    }

    /** @param args what to try, the disk, the server */
    public static void main(String... args) throws Exception {
        DiskWork work = new DiskWork(Path.of(args[1]), URI.create(args[2]));
        switch (args[0]) {
            case "download" -> work.download();
            case "upload" -> work.upload();
            case "start" -> work.start();
            case "read-only" -> work.readOnly();
            case "folder" -> work.folder();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private Office office() {
        return new Office(disk.resolve("data"), connection, Messages.of(Locale.ENGLISH), new Unchecked(), background);
    }

    private static void say(String word) {
        System.out.println(word);
    }

    /** What {@code step} led to: a word of its own, or what is wrong with the disk. */
    private static void tell(Callable<String> step) {
        try {
            say(step.call());
        } catch (Exception e) {
            say(StorageTrouble.of(e).map(StorageTrouble::name).orElseGet(() -> "unknown: " + e + " " + e.getCause()));
        }
    }

    private void fill(long left) throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] some = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
        try (var file = java.nio.channels.FileChannel.open(ballast, java.nio.file.StandardOpenOption.WRITE)) {
            file.truncate(Math.max(0, file.size() - left));
        }
    }

    private void makeRoom() throws IOException {
        Files.delete(disk.resolve("ballast"));
    }

    private static String all(DownloadOutcome outcome, Office office) {
        return outcome.getClass().getSimpleName() + " "
                + office.catalogue().ids(ROLE).size();
    }

    private void download() throws IOException {
        try (Office office = office()) {
            fill(LITTLE);
            tell(() -> all(office.download(), office));
            makeRoom();
            tell(() -> all(office.download(), office));
        }
    }

    private void upload() throws IOException {
        String id;
        int saved = 1_000;
        try (Office office = office()) {
            tell(() -> all(office.download(), office));
            id = office.catalogue().ids(ROLE).iterator().next();
            edit(office, id, ++saved);
            fill(0);
            String trouble = "none";
            try {
                while (saved < 1_000 + MOST_EDITS) {
                    edit(office, id, saved + 1);
                    saved++;
                }
            } catch (RuntimeException e) {
                trouble = StorageTrouble.of(e).map(StorageTrouble::name).orElse("unknown: " + e);
            }
            say(trouble);
            tell(() -> sent(office));
        }
        makeRoom();
        int last = saved;
        try (Office office = office()) {
            say(number(office.drafts().get(ROLE, id).map(Draft::json).orElse("{}")) == last ? "kept" : "lost");
            tell(() -> {
                office.settle(declared(office));
                return sent(office);
            });
            say(number(office.catalogue().get(ROLE, id).orElseThrow().json()) == last ? "there" : "not there");
        }
    }

    private static int number(String json) {
        return Json.object(json).path("organization").path("display").asInt(-1);
    }

    private static void edit(Office office, String id, int number) {
        Draft draft = office.drafts().get(ROLE, id).orElse(null);
        StoredResource base = office.catalogue().get(ROLE, id).orElseThrow();
        ObjectNode mine = Json.object(draft == null ? base.json() : draft.json());
        mine.withObjectProperty("organization").put("display", String.valueOf(number));
        // Another field each time, so that each is a step of its own.
        EditStep step = draft == null
                ? EditStep.change(base, Json.write(mine), "f" + number)
                : EditStep.change(draft, Json.write(mine), "f" + number);
        if (!(office.drafts().edit(step) instanceof EditResult.Saved)) {
            throw new IllegalStateException("Not saved");
        }
    }

    private static Capabilities declared(Office office) {
        return ((Answer.Ok<Capabilities>) office.capabilities()).value();
    }

    private static String sent(Office office) {
        Capabilities declared = declared(office);
        List<String> all = office.drafts().all().stream().map(Draft::reference).toList();
        return office.upload(office.plan(all, declared), declared)
                .lines()
                .getFirst()
                .outcome()
                .getClass()
                .getSimpleName();
    }

    /** A disk that is full before the program begins, to the last byte and nearly so. */
    private void start() throws IOException {
        for (long left : new long[] {0, 20_000, 90_000}) {
            fill(left);
            tell(() -> {
                try (Office office = office()) {
                    return all(office.download(), office);
                }
            });
        }
        makeRoom();
        tell(() -> {
            try (Office office = office()) {
                return all(office.download(), office);
            }
        });
    }

    private void readOnly() throws Exception {
        try (Office office = office()) {
            tell(() -> all(office.download(), office));
            edit(office, office.catalogue().ids(ROLE).iterator().next(), 1);
        }
        mount("ro");
        tell(() -> {
            try (Office office = office()) {
                return all(office.download(), office);
            }
        });
        mount("rw");
        try (Office office = office()) {
            say(office.drafts().all().size() + " draft");
            tell(() -> sent(office));
        }
    }

    /** The chain as a folder for version control, on a disk that may only be read when it is to be applied. */
    private void folder() throws Exception {
        Path chain = disk.resolve("chain");
        say("pull " + command("pull", "--to", chain.toString()));
        Path file;
        try (Stream<Path> roles = Files.list(chain.resolve(ROLE))) {
            file = roles.sorted().findFirst().orElseThrow();
        }
        ObjectNode role = Json.object(Files.readString(file));
        role.put("active", !role.path("active").asBoolean());
        Files.writeString(file, Json.pretty(role));
        mount("ro");
        say("apply " + command("apply", "--from", chain.toString(), "--yes"));
        mount("rw");
        say("plan " + command("plan", "--from", chain.toString()));
        say("apply " + command("apply", "--from", chain.toString(), "--yes"));
        say("plan " + command("plan", "--from", chain.toString()));
    }

    private int command(String name, String... more) {
        List<String> all =
                new ArrayList<>(List.of(name, "--server", connection.baseUrl().toString()));
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    private void mount(String how) throws IOException, InterruptedException {
        int ended = new ProcessBuilder("mount", "-o", "remount," + how, disk.toString())
                .redirectErrorStream(true)
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IllegalStateException("Not mounted " + how);
        }
    }
}
