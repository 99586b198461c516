package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.review.Touched;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What refers to a thing and what it refers to, by kind. */
public final class Relatives {
    private final ChainModel chain;
    private final Messages messages;
    private final Names names;

    /** Relations in {@code chain}. */
    public Relatives(ChainModel chain, Messages messages) {
        this.chain = chain;
        this.messages = messages;
        this.names = new Names(messages);
    }

    /**
     * What {@code thing} has to do with.
     *
     * @param used what it refers to
     * @param users what refers to it
     * @param places the clinics at which a person or billing organisation has roles
     * @param offers of how many offers it is part
     */
    record Around(
            Summary thing,
            Map<Kind, List<Summary>> used,
            Map<Kind, List<Summary>> users,
            List<Summary> places,
            int offers) {
        Around withOffers(int number) {
            return new Around(thing, used, users, places, number);
        }

        boolean any() {
            return !used.isEmpty() || !users.isEmpty();
        }

        /** Whether it is hidden from patients while something hangs on it. */
        boolean hides() {
            return !thing.active() && !users.isEmpty();
        }
    }

    /** What {@code thing} refers to, and what refers to it. */
    Around around(Summary thing) {
        Map<Kind, List<Summary>> users = byKind(chain.sources(thing.reference()));
        List<Summary> roles = Kind.of(thing).isIdentity() ? users.getOrDefault(Kind.ROLES, List.of()) : List.of();
        List<Summary> places = roles.stream()
                .map(role -> role.fact(Summaries.CLINIC_ID))
                .distinct()
                .flatMap(id -> chain.find("HealthcareService", id).stream())
                .toList();
        return new Around(thing, byKind(chain.targets(thing)), users, places, 0);
    }

    /** What refers to any of {@code things}, but for these themselves. */
    Map<Kind, List<Summary>> users(Collection<Summary> things) {
        List<String> references = new ArrayList<>();
        things.forEach(thing -> references.addAll(chain.sources(thing.reference())));
        references.removeAll(things.stream().map(Summary::reference).collect(Collectors.toSet()));
        return byKind(references.stream().distinct().toList());
    }

    private Map<Kind, List<Summary>> byKind(Collection<String> references) {
        Map<Kind, List<Summary>> groups = new EnumMap<>(Kind.class);
        for (String reference : references) {
            chain.find(reference)
                    .ifPresent(thing -> groups.computeIfAbsent(Kind.of(thing), any -> new ArrayList<>())
                            .add(thing));
        }
        return groups;
    }

    /** Things in the order of the user's alphabet. */
    List<Summary> sorted(Collection<Summary> things) {
        Collator collator = messages.collator();
        return things.stream()
                .map(thing -> Map.entry(collator.getCollationKey(name(thing)), thing))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What a thing is called where it stands among others; a role with its clinic. */
    public String name(Summary thing) {
        String name = names.of(thing);
        if (Kind.of(thing) != Kind.ROLES) {
            return name;
        }
        String clinic = chain.find("HealthcareService", thing.fact(Summaries.CLINIC_ID))
                .map(names::of)
                .orElse(thing.fact(Summaries.CLINIC));
        return clinic.isEmpty() ? name : messages.get("page.relations.roleAt", name, clinic);
    }

    /** How many of a kind, in words. */
    String number(Kind kind, int count) {
        return messages.get("page.number." + kind, count);
    }

    /** What {@code Type/id} is called; empty where nobody knows it. */
    public Optional<String> name(String reference) {
        Draft draft = chain.drafts().get(reference);
        boolean isNew = draft != null && draft.kind() == Draft.Kind.CREATE;
        return chain.find(reference).map(thing -> isNew ? names.ofNew(thing) : names.of(thing));
    }

    /** What refers to {@code reference} ({@code Type/id}), by number and name. */
    public List<Touched> touched(String reference) {
        List<Touched> touched = new ArrayList<>();
        chain.find(reference)
                .ifPresent(thing -> around(thing)
                        .users()
                        .forEach((kind, list) -> touched.add(new Touched(
                                number(kind, list.size()),
                                list.stream().map(this::name).toList()))));
        return touched;
    }
}
