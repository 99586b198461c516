package itb.backoffice.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How much later than a bare JavaFX window the program shows the last catalogue: alternating starts of both, from
 * process start to the second drawn frame. Aim: the median at most 1.5 × the bare window's.
 */
public final class StartBenchmark {
    /** What both print when the second frame is drawn. */
    static final String FIRST_FRAME = "first frame";

    private static final Path LAUNCHER = Path.of("target/app/bin/itb-backoffice");
    private static final Path HOME = Path.of("target/benchmark-home");

    private StartBenchmark() {}

    /** Measures as many starts of each as the first argument says, 10 without one. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int starts = args.length == 0 ? 10 : Integer.parseInt(args[0]);
        Files.createDirectories(HOME);
        // The first start of all downloads the demo chain, and closes by itself: the others find it as a user would.
        Process first = program("ITB_TRAINING").redirectErrorStream(true).start();
        drain(first);
        if (first.waitFor() != 0) {
            throw new IllegalStateException("The program did not show its window");
        }
        List<Double> bare = new ArrayList<>();
        List<Double> program = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            bare.add(milliseconds(bare()));
            program.add(milliseconds(program("ITB_REPORT_FRAME")));
        }
        double ratio = median(program) / median(bare);
        System.out.printf("bare window    median %5.0f ms  of %s%n", median(bare), rounded(bare));
        System.out.printf("program        median %5.0f ms  of %s%n", median(program), rounded(program));
        System.out.printf("ratio          %.2f  (aim: at most 1.5)%n", ratio);
        System.exit(ratio <= 1.5 ? 0 : 1);
    }

    private static ProcessBuilder bare() {
        String libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> entry.contains("javafx-") || entry.endsWith("test-classes"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                libraries,
                BareWindow.Start.class.getName());
    }

    private static ProcessBuilder program(String mode) {
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString());
        builder.environment().put("ITB_BACKOFFICE_HOME", HOME.toAbsolutePath().toString());
        builder.environment().put(mode, "1");
        return builder;
    }

    private static double milliseconds(ProcessBuilder builder) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedReader lines = reader(process)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(FIRST_FRAME)) {
                    return (System.nanoTime() - begin) / 1e6;
                }
            }
            throw new IllegalStateException("No frame from " + builder.command());
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void drain(Process process) throws IOException {
        try (BufferedReader lines = reader(process)) {
            while (lines.readLine() != null) {
                // What it says does not matter here, only that it never waits for a reader.
            }
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String rounded(List<Double> values) {
        return values.stream().map(value -> Long.toString(Math.round(value))).collect(Collectors.joining(" "));
    }
}
