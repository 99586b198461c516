package itb.backoffice.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.FolderLock;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Unchecked;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The program, made to be killed: it types into drafts every few milliseconds, makes and deletes roles, and all the while
 * settles, downloads and uploads. What is on disk it says on a line of its own: {@code E NAME NUMBER}, {@code C NAME
 * NUMBER}, {@code D NAME}. A role is known by its person's name; the number of the last edit stands in its organisation's.
 */
final class KillVictim {
    static final String ROLE = "PractitionerRole";
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final int MOST_CLOSING_LAPS = 60;

    private final Office office;
    private final String prefix;
    private final Random random;
    private volatile List<String> ids = List.of();

    private KillVictim(Office office, String prefix, long seed) {
        this.office = office;
        this.prefix = prefix;
        this.random = new Random(seed);
    }

    /**
     * Works until it is killed; or, as the last of a row, only until everything is on the server.
     *
     * @param args the folder, the server, how its roles' names begin, a seed, and the number of the first edit; 0 says
     *     that it is the last of a row
     */
    public static void main(String... args) {
        Path folder = Path.of(args[0]);
        ErrorReporter errors = new ErrorReporter();
        errors.onReport(report -> say("X " + report.error()));
        Connection connection =
                new Connection("k", "Kill", URI.create(args[1]), Connection.Environment.TEST, Connection.SignIn.NONE);
        Optional<FolderLock> lock = FolderLock.take(folder);
        if (lock.isEmpty()) {
            say("X the folder is still locked");
            System.exit(3);
        }
        Background background = Background.threaded(Runnable::run, errors);
        Office office = new Office(folder, connection, ENGLISH, new Unchecked(), background);
        KillVictim victim = new KillVictim(office, args[2], Long.parseLong(args[3]));
        int first = Integer.parseInt(args[4]);
        say("open");
        try {
            if (first > 0) {
                victim.look();
                background.beside(() -> guarded(() -> victim.type(first)));
            }
            victim.work(first == 0);
        } catch (RuntimeException e) {
            errors.report(e);
        }
        System.exit(0);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static boolean guarded(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            say("X " + e);
            return false;
        }
    }

    static String name(ObjectNode role) {
        return role.path("practitioner").path("display").asText();
    }

    static int number(ObjectNode role) {
        return role.path("organization").path("display").asInt();
    }

    static ObjectNode role(String id, String name, int number) {
        ObjectNode role = Json.object("{\"resourceType\":\"PractitionerRole\",\"id\":\"" + id
                + "\",\"active\":true,\"practitioner\":{\"display\":\"\"},\"organization\":{\"display\":\"\"},"
                + "\"extension\":[{\"url\":\"https://elsewhere.example/fee\",\"valueDecimal\":12.50}]}");
        role.withObjectProperty("practitioner").put("display", name);
        role.withObjectProperty("organization").put("display", String.valueOf(number));
        return role;
    }

    private void look() {
        Set<String> found = new LinkedHashSet<>();
        office.drafts().all().stream()
                .filter(draft -> name(Json.object(draft.json())).startsWith(prefix))
                .forEach(draft -> found.add(draft.id()));
        office.catalogue().ids(ROLE).stream()
                .filter(id -> stored(id)
                        .map(role -> name(Json.object(role.json())).startsWith(prefix))
                        .orElse(false))
                .forEach(found::add);
        ids = new ArrayList<>(found);
    }

    private Optional<StoredResource> stored(String id) {
        return office.catalogue().get(ROLE, id);
    }

    private void type(int first) {
        for (int number = first; ; number++) {
            int what = random.nextInt(100);
            if (what == 0 && ids.size() < 60) {
                make(number);
            } else if (!ids.isEmpty()) {
                String id = ids.get(random.nextInt(ids.size()));
                if (what == 1) {
                    delete(id);
                } else {
                    edit(id, number);
                }
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500L + random.nextInt(4_000)));
        }
    }

    private void make(int number) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        String name = prefix + "new-" + number;
        if (office.drafts().edit(EditStep.create(ROLE, id, Json.write(role(id, name, number))))
                instanceof EditResult.Saved) {
            say("C " + name + " " + number);
        }
    }

    private void edit(String id, int number) {
        Draft draft = office.drafts().get(ROLE, id).orElse(null);
        StoredResource base = stored(id).orElse(null);
        if (draft == null && base == null) {
            return;
        }
        if (draft != null && (draft.state() == DraftState.SENDING || draft.kind() == Draft.Kind.DELETE)) {
            return;
        }
        ObjectNode mine = Json.object(draft == null ? base.json() : draft.json());
        mine.withObjectProperty("organization").put("display", String.valueOf(number));
        EditStep step = draft == null
                ? EditStep.change(base, Json.write(mine), "organization")
                : EditStep.change(draft, Json.write(mine), "organization");
        if (office.drafts().edit(step) instanceof EditResult.Saved) {
            say("E " + name(mine) + " " + number);
        }
    }

    private void delete(String id) {
        StoredResource base = stored(id).orElse(null);
        if (base != null
                && name(Json.object(base.json())).contains("-new-")
                && office.drafts().all().stream()
                        .noneMatch(draft -> Json.object(draft.json())
                                .path("practitioner")
                                .equals(Json.object(base.json()).path("practitioner")))
                && office.drafts().edit(EditStep.delete(base)) instanceof EditResult.Saved) {
            say("D " + name(Json.object(base.json())));
        }
    }

    private void work(boolean last) {
        for (int lap = 0; !last || lap < MOST_CLOSING_LAPS; lap++) {
            if (!(office.capabilities() instanceof Answer.Ok<Capabilities>(Capabilities declared))) {
                continue;
            }
            boolean all = lap(declared);
            look();
            if (last && all && office.drafts().all().isEmpty()) {
                say("done");
                return;
            }
        }
    }

    private boolean lap(Capabilities declared) {
        office.settle(declared).forEach(one -> say("S " + one.draft().reference() + " " + one.outcome()));
        boolean all = office.download() instanceof DownloadOutcome.Complete;
        List<String> open = office.drafts().all().stream().map(Draft::reference).toList();
        office.upload(office.plan(open, declared), declared)
                .lines()
                .forEach(line -> say("U " + line.line().reference() + " "
                        + line.outcome().getClass().getSimpleName()));
        return all;
    }
}
