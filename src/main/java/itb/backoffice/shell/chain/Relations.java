package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who refers to whom. People and billing organisations that only identifiers tell of stand under
 * {@code person/system|value} and {@code biller/system|value}.
 */
final class Relations {
    private final Map<String, Set<String>> sources = new HashMap<>();

    /** What {@code thing} refers to. */
    static Set<String> targets(Summary thing) {
        Set<String> targets = new LinkedHashSet<>();
        add(targets, Kind.PERSON + "/", thing.fact(Summaries.PERSON_KEY));
        add(targets, Kind.BILLER + "/", thing.fact(Summaries.BILLING_KEY));
        add(targets, "Location/", thing.fact(Summaries.AREA_ID));
        String refers = thing.fact(Summaries.REFERS);
        if (!refers.isEmpty()) {
            for (String reference : refers.split("\n", -1)) {
                targets.add(reference);
            }
        }
        return targets;
    }

    private static void add(Set<String> targets, String prefix, String key) {
        if (!key.isEmpty()) {
            targets.add(prefix + key);
        }
    }

    void put(Summary thing) {
        for (String target : targets(thing)) {
            sources.computeIfAbsent(target, any -> new LinkedHashSet<>(4)).add(thing.reference());
        }
    }

    void remove(Summary thing) {
        for (String target : targets(thing)) {
            Set<String> of = sources.get(target);
            if (of != null && of.remove(thing.reference()) && of.isEmpty()) {
                sources.remove(target);
            }
        }
    }

    /** What refers to {@code target}. */
    Set<String> sources(String target) {
        return Collections.unmodifiableSet(sources.getOrDefault(target, Set.of()));
    }

    /** Everything that something refers to. */
    Set<String> all() {
        return Collections.unmodifiableSet(sources.keySet());
    }
}
