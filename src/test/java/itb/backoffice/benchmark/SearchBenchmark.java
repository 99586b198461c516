package itb.backoffice.benchmark;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.FindingCount;
import itb.backoffice.shell.chain.RoleLine;
import itb.backoffice.shell.chain.RoleRow;
import itb.backoffice.shell.role.RoleFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

/**
 * How soon rows are answered while somebody types in the search over 10,000 roles, letter by letter. A letter may take
 * 16 ms in the median, which is one frame. Measured are the lists behind the table, filtered and sorted; and how long it takes
 * to read all summaries and to make the rows.
 *
 * <p>Run: its main method on the test class path, by the command in the README's section on benchmarks.
 */
final class SearchBenchmark {
    private static final int ROUNDS = 50;
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
            ObservableList<RoleLine> lines = FXCollections.observableArrayList();
            Collator collator = Messages.of(Locale.of("nb")).collator();
            for (int i = 0; i < reading.length; i++) {
                long start = System.nanoTime();
                List<Summary> summaries = store.summaries("PractitionerRole");
                reading[i] = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                lines.setAll(summaries.stream()
                        .map(role -> new RoleLine(RoleRow.of(role, "", FindingCount.NONE, null, collator)))
                        .toList());
                building[i] = (System.nanoTime() - start) / 1e6;
            }
            show("reading 10,000 summaries", reading);
            show("making the rows", building);
            FilteredList<RoleLine> filtered = new FilteredList<>(lines);
            SortedList<RoleLine> sorted = new SortedList<>(
                    filtered, Comparator.comparing(line -> line.row().person()));
            List<Double> letters = new ArrayList<>();
            long found = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (String query : QUERIES) {
                    for (int typed = 1; typed <= query.length(); typed++) {
                        long start = System.nanoTime();
                        filtered.setPredicate(
                                RoleFilter.ofTyped(query.substring(0, typed)).compiled());
                        found += sorted.size();
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
