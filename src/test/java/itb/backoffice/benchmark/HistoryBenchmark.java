package itb.backoffice.benchmark;

import itb.backoffice.platform.Database;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Journal.Search;
import itb.backoffice.upload.JournalEntry;
import itb.backoffice.upload.JournalGround;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How soon the history answers among 100,000 lines: its first page, a page far down, a word typed, one that nothing
 * has, a day, a thing. An answer may take 100 ms in the median.
 *
 * <p>Run: its main method on the test class path, by the command in the README's section on benchmarks.
 */
final class HistoryBenchmark {
    private static final int ROUNDS = 15;
    private static final int PAGE = 101;

    private HistoryBenchmark() {}

    public static void main(String... args) throws IOException {
        int size = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("history");
        Path file = folder.resolve("work.db");
        try (Database database = Database.open(file, List.of(Journal.SCHEMA))) {
            JournalGround.fill(database, size);
            System.out.printf(Locale.ROOT, "%,d lines, %,d MB%n", size, Files.size(file) >> 20);
            Journal journal = new Journal(database, Instant::now);
            show("the first page", journal, new Search(null, null, null));
            show("a page far down", journal, new Search(null, null, null, size / 50L));
            show("a word that one has", journal, new Search("nygaard 77", null, null));
            show("a word that nothing has", journal, new Search("zzz", null, null));
            show("a day long ago", journal, JournalGround.day(size / 50));
            JournalEntry some =
                    journal.find(new Search(null, null, null, size / 2L), 1).getFirst();
            show("one thing", journal, new Search(some.reference(), null, null));
        }
        try (var files = Files.list(folder)) {
            for (Path one : files.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(folder);
    }

    private static void show(String what, Journal journal, Search search) {
        double[] times = new double[ROUNDS];
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            found = journal.find(search, PAGE).size();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-24s %3d found, median %6.1f ms, longest %6.1f ms%n",
                what,
                found,
                times[ROUNDS / 2],
                times[ROUNDS - 1]);
    }
}
