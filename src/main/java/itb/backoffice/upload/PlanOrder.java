package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts drafts into the order in which they can be sent. */
final class PlanOrder {
    private PlanOrder() {}

    /**
     * The drafts, each behind those that it must follow; otherwise new ones first and deletes last. Where drafts wait for
     * one another in a circle, the first of them goes first.
     */
    static List<Draft> of(List<Draft> drafts, Map<String, Set<String>> after) {
        List<Draft> waiting = new ArrayList<>(drafts);
        waiting.sort(
                Comparator.comparing(Draft::kind).thenComparing(Draft::created).thenComparing(Draft::reference));
        Set<String> open = new HashSet<>();
        waiting.forEach(draft -> open.add(draft.reference()));
        List<Draft> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Draft next = waiting.stream()
                    .filter(draft -> after.getOrDefault(draft.reference(), Set.of()).stream()
                            .noneMatch(open::contains))
                    .findFirst()
                    .orElse(waiting.getFirst());
            waiting.remove(next);
            open.remove(next.reference());
            order.add(next);
        }
        return order;
    }

    /** Drops what a draft should follow but cannot, because that comes later in {@code order}. */
    static void breakCircles(List<Draft> order, Map<String, Set<String>> after) {
        Set<String> gone = new HashSet<>();
        for (Draft draft : order) {
            after.getOrDefault(draft.reference(), new HashSet<>()).retainAll(gone);
            gone.add(draft.reference());
        }
    }
}
