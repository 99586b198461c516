package itb.backoffice.validation.chain;

import itb.backoffice.validation.chain.ChainThing.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A chain at one moment, as the rules look at it. Never changes; safe for several threads. */
public abstract sealed class Chain {
    /** A chain of which nothing is known: no rule finds anything in it. */
    public static final Chain EMPTY = of(List.of(), Set.of());

    /**
     * A view of {@code things}.
     *
     * @param whole the types of which every resource is among them; only of these can anything be said to be missing
     */
    public static Chain of(Collection<ChainThing> things, Set<String> whole) {
        return new Whole(things, whole);
    }

    /** The resource under {@code Type/id}. */
    public abstract Optional<ChainThing> get(String reference);

    /** Every resource that has {@code value} as its {@code key}. */
    public abstract List<ChainThing> having(Key key, String value);

    /** Whether every resource of {@code type} is known. */
    public abstract boolean hasAllOf(String type);

    /** The same with {@code thing} in place of what is under its reference. */
    public Chain with(ChainThing thing) {
        if (get(thing.reference()).filter(thing::equals).isPresent()) {
            return this;
        }
        boolean again =
                this instanceof Replaced replaced && replaced.thing.reference().equals(thing.reference());
        return new Replaced(again ? ((Replaced) this).others : this, thing);
    }

    private static final class Whole extends Chain {
        private final Map<String, ChainThing> things = new HashMap<>();
        private final Map<Key, Map<String, List<ChainThing>>> byKey = new EnumMap<>(Key.class);
        private final Set<String> whole;

        Whole(Collection<ChainThing> all, Set<String> whole) {
            this.whole = Set.copyOf(whole);
            for (ChainThing thing : all) {
                things.put(thing.reference(), thing);
                thing.keys()
                        .forEach((key, mark) -> byKey.computeIfAbsent(key, first -> new HashMap<>())
                                .computeIfAbsent(mark.value(), first -> new ArrayList<>(1))
                                .add(thing));
            }
        }

        @Override
        public Optional<ChainThing> get(String reference) {
            return Optional.ofNullable(things.get(reference));
        }

        @Override
        public List<ChainThing> having(Key key, String value) {
            return List.copyOf(byKey.getOrDefault(key, Map.of()).getOrDefault(value, List.of()));
        }

        @Override
        public boolean hasAllOf(String type) {
            return whole.contains(type);
        }
    }

    private static final class Replaced extends Chain {
        private final Chain others;
        private final ChainThing thing;

        Replaced(Chain others, ChainThing thing) {
            this.others = others;
            this.thing = thing;
        }

        @Override
        public Optional<ChainThing> get(String reference) {
            return reference.equals(thing.reference()) ? Optional.of(thing) : others.get(reference);
        }

        @Override
        public List<ChainThing> having(Key key, String value) {
            List<ChainThing> found = new ArrayList<>(others.having(key, value));
            found.removeIf(other -> other.reference().equals(thing.reference()));
            if (thing.key(key).equals(value)) {
                found.add(thing);
            }
            return found;
        }

        @Override
        public boolean hasAllOf(String type) {
            return others.hasAllOf(type);
        }
    }
}
