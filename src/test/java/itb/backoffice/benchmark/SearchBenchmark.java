package itb.backoffice.benchmark;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.catalogue.TextIndex;
import itb.backoffice.platform.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How soon rows are answered while somebody types in the search over 10,000 roles, letter by letter. A letter may take
 * 16 ms in the median, which is one frame. Also how long it takes to read all summaries and to build the index.
 *
 * <p>Run: its main method on the test class path, by the command in the README's section on benchmarks.
 */
final class SearchBenchmark {
    private static final int ROUNDS = 200;
    private static final List<String> QUERIES =
            List.of("bjørn ødegård", "aase malmo", "tannpleier tromsø", "goeran sjö", "kjeveortoped hamar nils", "xyz");

    private SearchBenchmark() {}

    public static void main(String... args) throws Exception {
        Path file = Files.createTempDirectory("search-benchmark").resolve("catalogue.db");
        try (Database database = Database.open(file, List.of(CatalogueStore.SCHEMA))) {
            CatalogueStore store = new CatalogueStore(database);
            List<StoredResource> roles = new ArrayList<>();
            for (String json : GeneratedRoles.json(10_000, 0)) {
                roles.add(new StoredResource("PractitionerRole", "r" + roles.size(), "1", null, json));
            }
            store.putAll(roles);
            double[] reading = new double[40];
            double[] building = new double[40];
            List<Summary> rows = List.of();
            TextIndex<Summary> index = null;
            for (int i = 0; i < reading.length; i++) {
                long start = System.nanoTime();
                rows = store.summaries("PractitionerRole");
                reading[i] = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                index = TextIndex.of(
                        rows,
                        row -> row.title() + " " + String.join(" ", row.facts().values()));
                building[i] = (System.nanoTime() - start) / 1e6;
            }
            show("reading 10,000 summaries", reading);
            show("building the index", building);
            List<Double> letters = new ArrayList<>();
            long found = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (String query : QUERIES) {
                    for (int typed = 1; typed <= query.length(); typed++) {
                        long start = System.nanoTime();
                        found += index.search(query.substring(0, typed)).size();
                        letters.add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
            show(
                    "one letter typed",
                    letters.stream().mapToDouble(Double::doubleValue).toArray());
            System.out.println(found + " rows answered");
        }
    }

    private static void show(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-26s median %6.2f ms   p95 %6.2f ms%n",
                what,
                times[times.length / 2],
                times[(int) (times.length * 0.95)]);
    }
}
