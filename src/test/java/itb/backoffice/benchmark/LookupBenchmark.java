package itb.backoffice.benchmark;

import itb.backoffice.catalogue.SearchIndex;
import itb.backoffice.catalogue.SearchIndex.Entry;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How soon the search over everything answers among 50,000 resources, letter by letter, with slips of the fingers too. An
 * answer may take 30 ms in the median.
 *
 * <p>Run: its main method on the test class path, by the command in the README's section on benchmarks.
 */
final class LookupBenchmark {
    private static final int ROUNDS = 30;
    private static final List<String> TYPED = List.of(
            "bjørn ødegård",
            "aase malmo",
            "tannpleier tromsø",
            "goeran sjö",
            "kjeveortopde hamar",
            "linstrom",
            "skovde 77");

    private LookupBenchmark() {}

    public static void main(String... args) {
        int size = args.length == 0 ? 50_000 : Integer.parseInt(args[0]);
        Random random = new Random(3);
        List<Entry> entries = new ArrayList<>();
        for (String json : GeneratedRoles.json(size, 0)) {
            Summary role = Summaries.of("PractitionerRole", "r" + entries.size(), json);
            // Real chains have more words than the generator knows: each role has one of its own.
            String own = random.ints(9, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            entries.add(new Entry(role.reference(), role.title(), role.fact(Summaries.WORDS) + " " + own, 0));
        }
        double[] making = new double[5];
        SearchIndex index = SearchIndex.of(List.of());
        for (int i = 0; i < making.length; i++) {
            long start = System.nanoTime();
            index = SearchIndex.of(entries);
            making[i] = (System.nanoTime() - start) / 1e6;
        }
        show("making the index", making);
        List<Double> answers = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String typed : TYPED) {
                for (int letters = 1; letters <= typed.length(); letters++) {
                    long start = System.nanoTime();
                    found += index.find(typed.substring(0, letters), 50).size();
                    answers.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        show("one answer", answers.stream().mapToDouble(Double::doubleValue).toArray());
        System.out.println(found + " things found among " + index.size());
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
