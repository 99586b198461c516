package itb.backoffice.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.flow.PlanMaker;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.Wording;
import itb.backoffice.validation.ProfileValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long it takes to plan 1,000 changed roles with photos of 60 kB, checked against the real profiles; to see whether
 * the plan is stale; and how much memory the plan holds.
 */
final class PlanBenchmark {
    private static final int DRAFTS = 1_000;
    private static final int PHOTO = 60_000;
    private static final int ROUNDS = 5;
    private static final String ROLE = "PractitionerRole";

    private PlanBenchmark() {}

    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory("plan");
        Messages texts = Messages.of(Locale.UK);
        Background background = Background.threaded(Runnable::run, new ErrorReporter());
        try (Database database =
                Database.open(folder.resolve("work.db"), List.of(CatalogueStore.SCHEMA, DraftStore.SCHEMA))) {
            CatalogueStore catalogue = new CatalogueStore(database);
            DraftStore drafts = new DraftStore(database, Instant::now);
            List<String> references = fill(catalogue, drafts);
            ProfileValidator validator = new ProfileValidator(texts);
            validator.warmUp();
            ChangeWords words = new ChangeWords(texts, new Wording(texts, reference -> Optional.empty()));
            PlanMaker plans = new PlanMaker(
                    drafts, catalogue, validator, new UploadPlanner(texts, words), new Parallel(background));
            Capabilities capabilities = new Capabilities(
                    "",
                    "4.0.1",
                    Map.of(
                            ROLE,
                            new Capabilities.TypeRules(
                                    EnumSet.allOf(Capabilities.Action.class), true, true, Set.of(), Set.of())),
                    false);
            List<Double> times = new ArrayList<>();
            UploadPlan plan = plans.plan(references, capabilities, false, Progress.none());
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                plan = plans.plan(references, capabilities, false, Progress.none());
                times.add((System.nanoTime() - start) / 1e6);
            }
            long start = System.nanoTime();
            boolean stale = plans.stale(plan);
            double look = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            int going = plan.leaveOut(references.getFirst()).standing().count();
            double leave = (System.nanoTime() - start) / 1e6;
            long with = held();
            int lines = plan.lines().size();
            plan = new UploadPlan(List.of(), "");
            System.out.printf(
                    Locale.ROOT,
                    "%d drafts planned: %.0f ms%nstale (%s): %.1f ms%none left out, %d go: %.1f ms%nheld by the plan: %.1f MB%n",
                    lines,
                    times.stream().sorted().toList().get(ROUNDS / 2),
                    stale,
                    look,
                    going,
                    leave,
                    (with - held()) / 1e6);
        }
        System.exit(0);
    }

    private static List<String> fill(CatalogueStore catalogue, DraftStore drafts) {
        List<String> references = new ArrayList<>();
        for (String json : GeneratedRoles.json(DRAFTS, PHOTO)) {
            ObjectNode role = Json.object(json);
            String id = role.path("id").asText();
            StoredResource base = new StoredResource(ROLE, id, "1", null, json);
            catalogue.put(base);
            role.put("active", false);
            drafts.edit(EditStep.change(base, Json.write(role), ""));
            references.add(ROLE + "/" + id);
        }
        return references;
    }

    private static long held() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
