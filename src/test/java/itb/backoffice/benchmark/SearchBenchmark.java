package itb.backoffice.benchmark;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.page.LineFilter;
import itb.backoffice.shell.page.LineOrder;
import itb.backoffice.validation.CheckStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How soon rows are answered while somebody types in the search over 10,000 roles (or as many as the first argument
 * says), letter by letter. A letter may take 16 ms in the median, which is one frame. Measured are the lists behind the
 * table, filtered and sorted; and how long it takes to read the chain and to make the rows.
 *
 * <p>Run: its main method on the test class path, by the command in the README's section on benchmarks.
 */
final class SearchBenchmark {
    private static final int ROUNDS = 50;
    private static final List<String> QUERIES =
            List.of("bjørn ødegård", "aase malmo", "tannpleier tromsø", "goeran sjö", "kjeveortoped hamar nils", "xyz");

    private SearchBenchmark() {}

    public static void main(String... args) throws Exception {
        int size = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("search-benchmark");
        try (Database copy = Database.open(
                        folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
                Database work = Database.open(folder.resolve("work.db"), List.of(DraftStore.SCHEMA))) {
            CatalogueStore store = new CatalogueStore(copy);
            Background background = new Background(Runnable::run, Runnable::run, new ErrorReporter());
            List<StoredResource> roles = new ArrayList<>();
            for (String json : GeneratedRoles.json(size, 0)) {
                roles.add(new StoredResource("PractitionerRole", "r" + roles.size(), "1", null, json));
            }
            store.putAll(roles);
            ChainModel chain = new ChainModel(
                    store,
                    new DraftStore(work, Clock.systemUTC()),
                    new CheckStore(copy),
                    background,
                    Messages.of(Locale.of("nb")));
            double[] loading = new double[20];
            for (int i = 0; i < loading.length; i++) {
                long start = System.nanoTime();
                chain.load(() -> {});
                loading[i] = (System.nanoTime() - start) / 1e6;
            }
            show("reading " + size + " roles", loading);
            LineOrder order = new LineOrder(chain.roles(), background, new LineOrder.Changes() {
                @Override
                public void wished(Runnable change) {
                    change.run();
                }

                @Override
                public void beneath(Runnable change) {
                    change.run();
                }
            });
            order.sort(Comparator.comparing(row -> row.text("person")));
            List<Double> letters = new ArrayList<>();
            long found = 0;
            for (int round = 0; round < ROUNDS * 10_000 / Math.max(10_000, size); round++) {
                for (String query : QUERIES) {
                    for (int typed = 1; typed <= query.length(); typed++) {
                        long start = System.nanoTime();
                        order.filter(
                                LineFilter.ofTyped(query.substring(0, typed)).compiled());
                        found += order.shown().size();
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
