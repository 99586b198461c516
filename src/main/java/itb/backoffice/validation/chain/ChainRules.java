package itb.backoffice.validation.chain;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Origins;
import itb.backoffice.validation.chain.ChainThing.Key;
import itb.backoffice.validation.chain.ChainThing.Link;
import itb.backoffice.validation.chain.ChainThing.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Every rule about a thing beside the others of its chain. */
public final class ChainRules {
    /** All of them. */
    public static final List<ChainRule> ALL = List.of(
            ChainRules::oneRoleForEach, ChainRules::oneAddressForEach, ChainRules::oneCodeForEach, ChainRules::links);

    private static final String CLINIC = "HealthcareService";

    /** What the name of something inactive means to whoever refers to it; other types have no such state. */
    private static final Map<String, String> INACTIVE = Map.of(
            CLINIC,
            "inactive-clinic",
            "Location",
            "inactive-area",
            "Organization",
            "inactive-organisation",
            "Practitioner",
            "inactive-practitioner");

    private ChainRules() {}

    /** Where {@code thing} breaks any of them. */
    public static List<Breach> check(ChainThing thing, Chain chain) {
        return ALL.stream().flatMap(rule -> rule.check(thing, chain).stream()).toList();
    }

    /**
     * The same as findings.
     *
     * @param base the thing as it was before a draft; null for a new one, where everything is new
     */
    static List<Finding> findings(ChainThing thing, @Nullable ChainThing base, Chain chain, Messages messages) {
        List<Finding> mine = findings(thing, chain, messages);
        return base == null || mine.isEmpty() ? mine : Origins.mark(mine, findings(base, chain.with(base), messages));
    }

    private static List<Finding> findings(ChainThing thing, Chain chain, Messages messages) {
        return check(thing, chain).stream()
                .map(breach -> breach.finding(messages))
                .toList();
    }

    /** Two active roles of the same person, clinic and billing organisation: patients would meet the person twice. */
    static List<Breach> oneRoleForEach(ChainThing thing, Chain chain) {
        if (!thing.active()) {
            return List.of();
        }
        String clinic =
                chain.get(CLINIC + "/" + thing.clinic()).map(ChainThing::title).orElse("");
        return twin(
                thing,
                chain,
                Key.ROLE,
                (path, other) -> clinic.isEmpty()
                        ? new Breach("same-role", path, thing.title())
                        : new Breach("same-role-at", path, thing.title(), clinic));
    }

    /** Two clinics under one web address: patients reach only one of them. */
    static List<Breach> oneAddressForEach(ChainThing thing, Chain chain) {
        return twin(thing, chain, Key.SLUG, (path, other) -> new Breach("same-address", path, other.title()));
    }

    /** Two treatments with one code: the code is what other systems know a treatment by. */
    static List<Breach> oneCodeForEach(ChainThing thing, Chain chain) {
        return twin(
                thing,
                chain,
                Key.CODE,
                (path, other) -> new Breach("same-code", path, thing.key(Key.CODE), other.title()));
    }

    /** The first other thing with the same key, by its name, so that the sentence stays the same from run to run. */
    private static List<Breach> twin(
            ChainThing thing, Chain chain, Key key, BiFunction<String, ChainThing, Breach> breach) {
        Mark mark = thing.keys().get(key);
        return mark == null
                ? List.of()
                : chain.having(key, mark.value()).stream()
                        .filter(other -> !other.reference().equals(thing.reference()))
                        .filter(other -> key != Key.ROLE || other.active())
                        .min(Comparator.comparing(ChainThing::title).thenComparing(ChainThing::id))
                        .map(other -> breach.apply(mark.path(), other))
                        .stream()
                        .toList();
    }

    /** Links to what is not there, and of something active to what is not active. */
    static List<Breach> links(ChainThing thing, Chain chain) {
        List<Breach> breaches = new ArrayList<>();
        for (Link link : thing.links()) {
            Optional<ChainThing> target = chain.get(link.target());
            String inactive = INACTIVE.get(link.type());
            if (target.isEmpty()) {
                if (chain.hasAllOf(link.type())) {
                    breaches.add(new Breach("missing-" + targetKind(link), link.path()));
                }
            } else if (thing.active() && !target.get().active() && inactive != null) {
                breaches.add(new Breach(inactive, link.path(), target.get().title()));
            }
        }
        return breaches;
    }

    private static String targetKind(Link link) {
        return switch (link.type()) {
            case CLINIC -> "clinic";
            case "Location" -> "area";
            case "Organization" -> "organisation";
            case "Practitioner" -> "practitioner";
            default -> "other";
        };
    }
}
