package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Utf8Text;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Origins;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks what the profiles say, and beside it what this package says. Safe for several threads. */
public final class ChainValidator implements Validator {
    private final Validator profiles;
    private final ResourceRules rules;
    private final Supplier<Chain> chain;
    private final Supplier<Messages> messages;
    private final String program;

    /** Adds to what {@code profiles} finds what there is to say about a resource in {@code chain}. */
    public ChainValidator(Validator profiles, ResourceRules rules, Supplier<Chain> chain, Supplier<Messages> messages) {
        this(
                profiles,
                rules,
                chain,
                messages,
                Objects.requireNonNullElse(ChainValidator.class.getPackage().getImplementationVersion(), ""));
    }

    /** As that version of the program. */
    ChainValidator(
            Validator profiles,
            ResourceRules rules,
            Supplier<Chain> chain,
            Supplier<Messages> messages,
            String program) {
        this.profiles = profiles;
        this.rules = rules;
        this.chain = chain;
        this.messages = messages;
        this.program = program;
    }

    @Override
    public List<Finding> validate(String json) {
        return with(profiles.validate(json), own(json));
    }

    @Override
    public List<Finding> validate(String mine, @Nullable String base) {
        List<Finding> own = own(mine);
        return with(profiles.validate(mine, base), base == null || own.isEmpty() ? own : Origins.mark(own, own(base)));
    }

    @Override
    public void warmUp() {
        profiles.warmUp();
    }

    /** A later version of the program may know other rules, and other words for them. */
    @Override
    public String stamp() {
        return String.join(" ", program, messages.get().locale().toLanguageTag(), profiles.stamp(), rules.stamp());
    }

    @Override
    public Shapes shapes() {
        return profiles.shapes();
    }

    private static List<Finding> with(List<Finding> profiles, List<Finding> own) {
        if (own.isEmpty()) {
            return profiles;
        }
        List<Finding> all = new ArrayList<>(profiles);
        all.addAll(own);
        all.sort(java.util.Comparator.comparing(Finding::severity));
        return List.copyOf(all);
    }

    private List<Finding> own(String json) {
        ObjectNode resource = LeanResource.read(Utf8Text.of(json));
        List<Breach> breaches = new ArrayList<>(rules.check(resource));
        ChainThing thing = ChainThings.of(resource);
        breaches.addAll(ChainRules.check(thing, chain.get().with(thing)));
        Messages words = messages.get();
        return breaches.stream().map(breach -> breach.finding(words)).toList();
    }
}
