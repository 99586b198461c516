package itb.backoffice.benchmark;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Reference;
import itb.backoffice.validation.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long users wait for verdicts: the first one of a fresh process through the launcher (a plain JVM where it was not
 * built), and those while they type; each beside HAPI's default set-up, which loads every R4 definition, on the same
 * package and in the same run; then a whole catalogue on one core and on all. {@code packaging/benchmark Validation}
 * builds what is missing and runs it; arguments name the parts, {@code fresh}, {@code warm} or {@code whole}.
 */
public final class ValidationBenchmark {
    private static final Path LAUNCHER = Path.of("target/app/bin/itb-backoffice");
    private static final String PROFILE = Samples.PORTAL + "practitioner-role-portal";
    private static final int RUNS = 5;
    private static final int WARM_UP = 400;
    private static final int MEASURED = 300;
    private static final int CATALOGUE = 10_000;
    private static final List<String> FIXTURES = List.of(
            "role",
            "role-with-photo",
            "treatment",
            "treatment-with-everything",
            "area",
            "organisation",
            "organisation-with-everything",
            "billing",
            "clinic",
            "clinic-with-everything");
    private static final List<String> MIX = List.of(
            "role",
            "role",
            "role",
            "role",
            "role",
            "role",
            "treatment-with-everything",
            "clinic-with-everything",
            "role-malformed-systems",
            "area");

    private ValidationBenchmark() {}

    /** Measures and prints; with {@code --reference FILE} it is the process that HAPI's default set-up is measured in. */
    public static void main(String... args) throws Exception {
        if (args.length == 2 && args[0].equals("--reference")) {
            System.out.println(new Reference()
                    .check(Files.readString(Path.of(args[1])), PROFILE)
                    .size());
            return;
        }
        List<String> parts = args.length == 0 ? List.of("fresh", "warm", "whole") : List.of(args);
        if (parts.contains("fresh")) {
            fresh();
        }
        if (parts.contains("warm")) {
            warm();
        }
        if (parts.contains("whole")) {
            whole();
        }
    }

    private static void fresh() throws Exception {
        Path role = Files.writeString(Files.createTempFile("role", ".json"), Samples.text("role"));
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dlogback.configurationFile=src/build/logback.xml",
                "-cp",
                System.getProperty("java.class.path"));
        boolean launcher = Files.isExecutable(LAUNCHER);
        List<String> ours = launcher
                ? List.of(LAUNCHER.toAbsolutePath().toString(), "validate", role.toString())
                : with(java, "itb.backoffice.App", "validate", role.toString());
        List<String> theirs = with(java, ValidationBenchmark.class.getName(), "--reference", role.toString());
        run(ours);
        List<Double> ourTimes = new ArrayList<>();
        List<Double> theirTimes = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            ourTimes.add(run(ours));
            theirTimes.add(run(theirs));
        }
        Files.delete(role);
        System.out.printf(
                Locale.ROOT,
                "First verdict of a fresh process (%s), medians of %d: ours %.2f s, HAPI default %.2f s, %.1f times sooner%n",
                launcher ? "launcher" : "plain JVM",
                RUNS,
                median(ourTimes) / 1000,
                median(theirTimes) / 1000,
                median(theirTimes) / median(ourTimes));
    }

    private static void warm() {
        ProfileValidator ours = new ProfileValidator(Messages.of(Locale.ENGLISH));
        long before = heldMegabytes();
        ours.warmUp();
        long afterOne = heldMegabytes() - before;
        FIXTURES.forEach(name -> ours.validate(Samples.text(name)));
        long our = heldMegabytes() - before;
        before = heldMegabytes();
        Reference theirs = new Reference();
        FIXTURES.forEach(name -> theirs.check(
                Samples.text(name), ours.judge(Samples.text(name), null).profile()));
        System.out.printf(
                Locale.ROOT,
                "Heap held: ours %d MB after the first check, %d MB after one of every kind, HAPI default %d MB%n",
                afterOne,
                our,
                heldMegabytes() - before);
        for (String name : FIXTURES) {
            warm(name, ours, theirs);
        }
    }

    private static void warm(String name, ProfileValidator ours, Reference theirs) {
        String text = Samples.text(name);
        String profile = ours.judge(text, null).profile();
        double our = warm(() -> ours.validate(text));
        double their = warm(() -> theirs.check(text, profile));
        System.out.printf(
                Locale.ROOT,
                "Warm, %-28s median: ours %6.2f ms, HAPI default %6.2f ms, %.1f times sooner%n",
                name,
                our,
                their,
                their / our);
    }

    /** A catalogue as a large chain has it: most of it roles. */
    private static void whole() {
        ProfileValidator ours = new ProfileValidator(Messages.of(Locale.ENGLISH));
        MIX.forEach(name -> warm(() -> ours.validate(Samples.text(name))));
        List<String> catalogue = new ArrayList<>();
        while (catalogue.size() < CATALOGUE) {
            for (String name : MIX) {
                catalogue.add(Samples.text(name).replaceFirst("\"id\": \"", "\"id\": \"" + catalogue.size() + "-"));
            }
        }
        double[] seconds = new double[2];
        int cores = Runtime.getRuntime().availableProcessors();
        try (Background background = Background.threaded(Runnable::run, new ErrorReporter())) {
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                new Parallel(background, i == 0 ? 1 : cores)
                        .<String, List<Finding>>each(
                                catalogue.iterator(), ours::validate, (json, findings) -> {}, Progress.none());
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d resources: on one core %.1f s, on %d cores %.1f s (%.2f times sooner), %.2f ms each%n",
                catalogue.size(),
                seconds[0],
                cores,
                seconds[1],
                seconds[0] / seconds[1],
                1000 * seconds[1] / catalogue.size());
    }

    private static long heldMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static double warm(Runnable check) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long start = System.nanoTime();
            check.run();
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return median(times);
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with " + exit);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(more));
        return whole;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
