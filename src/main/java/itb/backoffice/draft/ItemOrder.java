package itb.backoffice.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The order of an array's items after both sides added, removed or moved some. */
final class ItemOrder {
    private ItemOrder() {}

    /**
     * All names of base, mine and theirs, in an order that does not depend on which side is called mine. Empty where the
     * sides cannot be put together without asking: both moved items, or both replaced the same item.
     */
    static Optional<List<String>> merge(List<String> base, List<String> mine, List<String> theirs) {
        if (bothReplaced(base, mine, theirs)) {
            return Optional.empty();
        }
        boolean mineMoved = moved(base, mine);
        boolean theirsMoved = moved(base, theirs);
        if (mineMoved && theirsMoved && !mine.equals(theirs)) {
            return Optional.empty();
        }
        List<String> skeleton = new ArrayList<>(mineMoved ? mine : theirsMoved ? theirs : base);
        skeleton.retainAll(base);
        // What the side that moved items had removed, but the other may have changed, still wants a place to be asked
        // about.
        base.stream().filter(name -> !skeleton.contains(name)).forEach(skeleton::add);

        List<String> order = new ArrayList<>(added(base, mine, theirs, ""));
        for (String name : skeleton) {
            order.add(name);
            order.addAll(added(base, mine, theirs, name));
        }
        return Optional.of(List.copyOf(new LinkedHashSet<>(order)));
    }

    private static boolean bothReplaced(List<String> base, List<String> mine, List<String> theirs) {
        boolean bothRemoved = base.stream().anyMatch(name -> !mine.contains(name) && !theirs.contains(name));
        Set<String> mineAdded = new HashSet<>(mine);
        base.forEach(mineAdded::remove);
        Set<String> theirsAdded = new HashSet<>(theirs);
        base.forEach(theirsAdded::remove);
        return bothRemoved && !mineAdded.isEmpty() && !theirsAdded.isEmpty() && !mineAdded.equals(theirsAdded);
    }

    private static boolean moved(List<String> base, List<String> side) {
        List<String> then = new ArrayList<>(base);
        then.retainAll(side);
        List<String> now = new ArrayList<>(side);
        now.retainAll(base);
        return !then.equals(now);
    }

    /** What was added right behind {@code anchor}: in its own order from one side, sorted from both. */
    private static List<String> added(List<String> base, List<String> mine, List<String> theirs, String anchor) {
        List<String> fromMine = addedBehind(base, mine, anchor);
        List<String> fromTheirs = addedBehind(base, theirs, anchor);
        if (fromTheirs.isEmpty() || fromMine.equals(fromTheirs)) {
            return fromMine;
        }
        if (fromMine.isEmpty()) {
            return fromTheirs;
        }
        Set<String> both = new TreeSet<>(fromMine);
        both.addAll(fromTheirs);
        return List.copyOf(both);
    }

    private static List<String> addedBehind(List<String> base, List<String> side, String anchor) {
        List<String> added = new ArrayList<>();
        String behind = "";
        for (String name : side) {
            if (base.contains(name)) {
                behind = name;
            } else if (behind.equals(anchor)) {
                added.add(name);
            }
        }
        return added;
    }
}
