package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All things of the chain as the drafts have them, and who refers to whom. A person or billing organisation is known by
 * its resource ({@code Practitioner/id}), or, where there is none, as {@code person/system|value}.
 */
final class Known {
    private final Map<String, Summary> things = new HashMap<>();
    private final Relations relations = new Relations();
    /** {@code person/system|value} to the resource with that identifier. */
    private final Map<String, TreeSet<String>> resources = new HashMap<>();

    /** The thing as it is now; null where it is gone. Gives what it was. */
    @Nullable
    Summary put(String reference, @Nullable Summary now) {
        Summary before = now == null ? things.remove(reference) : things.put(reference, now);
        if (before != null) {
            relations.remove(before);
            identities(before).forEach(identity -> holders(identity).remove(reference));
        }
        if (now != null) {
            relations.put(now);
            identities(now)
                    .forEach(identity -> resources
                            .computeIfAbsent(identity, any -> new TreeSet<>())
                            .add(reference));
        }
        return before;
    }

    Collection<Summary> all() {
        return things.values();
    }

    Optional<Summary> find(String reference) {
        return Optional.ofNullable(things.get(reference)).map(this::named).or(() -> identity(reference));
    }

    /** Who has an identifier ({@code person/system|value}), with a resource or without. */
    Optional<Summary> holder(String identity) {
        return find(listed(identity));
    }

    /** The resources that have an identifier: more than one where the server has somebody twice. */
    Set<String> holders(String identity) {
        return resources.getOrDefault(identity, new TreeSet<>());
    }

    /** What stands in the table for an identifier: its resource, the first where there are several, or it alone. */
    private String listed(String identity) {
        TreeSet<String> holders = resources.get(identity);
        return holders == null || holders.isEmpty() ? identity : holders.first();
    }

    /**
     * A role by the names that its people have themselves, where it does not give them: on servers that refer to people
     * and billing organisations literally.
     */
    Summary named(Summary thing) {
        if (!thing.type().equals("PractitionerRole")) {
            return thing;
        }
        Map<String, String> names = new HashMap<>();
        party(thing, Summaries.PERSON, "Practitioner/").ifPresent(name -> names.put(Summaries.PERSON, name));
        party(thing, Summaries.BILLING, "Organization/").ifPresent(name -> names.put(Summaries.BILLING, name));
        if (names.isEmpty()) {
            return thing;
        }
        Map<String, String> facts = new HashMap<>(thing.facts());
        facts.putAll(names);
        String title = Names.has(thing) ? thing.title() : names.getOrDefault(Summaries.PERSON, thing.title());
        return new Summary(thing.type(), thing.id(), title, thing.active(), facts);
    }

    private Optional<String> party(Summary role, String fact, String type) {
        return role.fact(fact).isEmpty()
                ? Relations.targets(role).stream()
                        .filter(target -> target.startsWith(type))
                        .flatMap(target -> Optional.ofNullable(things.get(target)).stream())
                        .filter(Names::has)
                        .map(Summary::title)
                        .findFirst()
                : Optional.empty();
    }

    /** The names under which a thing would be listed if it had no resource. */
    static List<String> identities(Summary thing) {
        String prefix = switch (Kind.of(thing)) {
            case PEOPLE -> Kind.PERSON;
            case BILLING -> Kind.BILLER;
            default -> "";
        };
        if (prefix.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        String keys = thing.fact(Summaries.IDENTIFIERS);
        if (!keys.isEmpty()) {
            List.of(keys.split("\n", -1)).forEach(key -> names.add(prefix + "/" + key));
        }
        String unseen = Kind.unseen(thing.reference());
        if (!unseen.isEmpty()) {
            names.add(unseen);
        }
        return names;
    }

    /** The people and billing organisations that only roles tell of. */
    List<Summary> identities() {
        List<Summary> found = new ArrayList<>();
        for (String target : relations.all()) {
            String unseen = Kind.unseen(target);
            identity(unseen.isEmpty() ? target : unseen).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Summary> identity(String reference) {
        int slash = reference.indexOf('/');
        String type = reference.substring(0, slash);
        boolean person = type.equals(Kind.PERSON);
        boolean identity = person || type.equals(Kind.BILLER);
        if (!identity || !holders(reference).isEmpty()) {
            return Optional.empty();
        }
        String key = reference.substring(slash + 1);
        if (things.containsKey(key) || sources(reference).isEmpty()) {
            return Optional.empty();
        }
        Spellings spellings = Spellings.of(rolesOf(reference), person ? Summaries.PERSON : Summaries.BILLING);
        boolean unseen = isUnseen(reference);
        return Optional.of(new Summary(
                type,
                key,
                spellings.mostUsed().orElse(Summaries.value(key)),
                true,
                unseen ? Map.of() : Map.of(Summaries.IDENTIFIERS, key)));
    }

    private static boolean isUnseen(String reference) {
        return reference.startsWith(Kind.PERSON + "/Practitioner/")
                || reference.startsWith(Kind.BILLER + "/Organization/");
    }

    /** The roles that know somebody by this id alone: what else they say of them would be listed as well. */
    private Set<String> byIdAlone(String reference) {
        String key = reference.startsWith(Kind.PERSON + "/") ? Summaries.PERSON_KEY : Summaries.BILLING_KEY;
        Set<String> roles = new LinkedHashSet<>();
        for (String source : relations.sources(reference.substring(reference.indexOf('/') + 1))) {
            Summary thing = things.get(source);
            if (thing != null && Kind.of(thing) == Kind.ROLES && thing.fact(key).isEmpty()) {
                roles.add(source);
            }
        }
        return roles;
    }

    private List<Summary> rolesOf(String reference) {
        return sources(reference).stream()
                .map(things::get)
                .filter(thing -> thing != null && Kind.of(thing) == Kind.ROLES)
                .toList();
    }

    /** The names that roles give a person or a billing organisation. */
    Spellings spellings(Summary thing) {
        return Spellings.of(
                rolesOf(thing.reference()), Kind.of(thing) == Kind.PEOPLE ? Summaries.PERSON : Summaries.BILLING);
    }

    /** What refers to a thing, by its resource or by one of its identifiers. */
    Set<String> sources(String reference) {
        if (isUnseen(reference)) {
            return byIdAlone(reference);
        }
        Summary thing = things.get(reference);
        Set<String> direct = relations.sources(reference);
        List<String> identities = thing == null ? List.of() : identities(thing);
        if (identities.isEmpty()) {
            return direct;
        }
        Set<String> all = new LinkedHashSet<>(direct);
        for (String identity : identities) {
            if (reference.equals(listed(identity))) {
                all.addAll(relations.sources(identity));
            }
        }
        return all;
    }

    /** What a thing refers to, each as it is listed. */
    Set<String> targets(Summary thing) {
        Set<String> targets = new LinkedHashSet<>();
        for (String target : Relations.targets(thing)) {
            String unseen = things.containsKey(target) ? "" : Kind.unseen(target);
            targets.add(unseen.isEmpty() ? listed(target) : unseen);
        }
        return targets;
    }

    /** The area of a clinic, if it has one that is known. */
    Optional<Summary> area(@Nullable Summary clinic) {
        return clinic == null || clinic.fact(Summaries.AREA_ID).isEmpty()
                ? Optional.empty()
                : find("Location/" + clinic.fact(Summaries.AREA_ID));
    }
}
