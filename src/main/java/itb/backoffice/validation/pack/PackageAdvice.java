package itb.backoffice.validation.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which package a server should be checked against, by the profiles and guides that it names itself. */
public sealed interface PackageAdvice {
    /** The chosen one is the right one. */
    record Fits() implements PackageAdvice {}

    /** The server names nothing that says anything. */
    record Unknown() implements PackageAdvice {}

    /** Another one that is here fits better. */
    record Take(PackageChoice choice) implements PackageAdvice {}

    /**
     * None that is here fits.
     *
     * @param named what the server names: a version, or else one of the profiles
     */
    record NotHere(String named) implements PackageAdvice {}

    /**
     * A package that can be chosen, with what it defines.
     *
     * @param urls the version of each of its structures, by url
     */
    record Known(PackageChoice choice, String canonical, Map<String, String> urls) {
        private boolean knows(Name name) {
            return urls.containsKey(name.url())
                    || (!canonical.isEmpty() && name.url().startsWith(canonical + "/ImplementationGuide/"));
        }

        private boolean agrees(Name name) {
            String version = urls.getOrDefault(name.url(), choice.id().version());
            return knows(name)
                    && (name.version().isEmpty()
                            || name.version().equals(version)
                            || name.version().equals(choice.id().version()));
        }

        private long score(Collection<Name> names) {
            return names.stream().filter(this::agrees).count();
        }
    }

    /** A canonical url with its version, which may be empty. */
    record Name(String url, String version) {
        private static Name of(String canonical) {
            int bar = canonical.indexOf('|');
            return bar < 0
                    ? new Name(canonical, "")
                    : new Name(canonical.substring(0, bar), canonical.substring(bar + 1));
        }
    }

    /**
     * Weighs {@code known} against what a server names.
     *
     * @param named canonical urls, with or without versions; those of FHIR itself say nothing
     * @param chosen the key of the package that is in use
     */
    static PackageAdvice of(Collection<String> named, String chosen, List<Known> known) {
        List<Name> names = named.stream()
                .filter(one -> !one.startsWith("http://hl7.org/"))
                .map(Name::of)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return new Unknown();
        }
        // Of those that fit equally well the chosen one, then the first, is the best.
        List<Known> order = new ArrayList<>(known);
        order.sort((one, other) -> Boolean.compare(
                other.choice().key().equals(chosen), one.choice().key().equals(chosen)));
        Known best = order.getFirst();
        for (Known one : order) {
            best = one.score(names) > best.score(names) ? one : best;
        }
        if (best.score(names) == 0) {
            return new NotHere(version(names, names.getFirst().url()));
        }
        Known found = best;
        List<Name> unmet = names.stream()
                .filter(name -> !name.version().isEmpty() && found.knows(name) && !found.agrees(name))
                .toList();
        if (!unmet.isEmpty()) {
            return new NotHere(version(unmet, ""));
        }
        return found.choice().key().equals(chosen) ? new Fits() : new Take(found.choice());
    }

    /** The version that is named most often. */
    private static String version(List<Name> names, String otherwise) {
        Map<String, Integer> counts = new HashMap<>();
        names.stream()
                .map(Name::version)
                .filter(version -> !version.isEmpty())
                .forEach(version -> counts.merge(version, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Versions.ORDER)))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
