package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts drafts into the order in which they can be sent: new things before those that refer to them, deletes after. */
final class PlanOrder {
    private final Map<String, PlanPart> parts = new LinkedHashMap<>();
    private final Map<String, Set<String>> after = new HashMap<>();

    private PlanOrder(List<PlanPart> all) {
        all.stream()
                .sorted(Comparator.comparing(PlanPart::kind)
                        .thenComparing(PlanPart::created)
                        .thenComparing(PlanPart::reference))
                .forEach(part -> parts.put(part.reference(), part));
        parts.values().forEach(this::depend);
    }

    /**
     * The lines, each behind those that it must follow; otherwise new ones first and deletes last. Where drafts wait for
     * one another in a circle, the first of them goes first, and does not wait.
     */
    static List<PlanLine> of(List<PlanPart> parts) {
        return new PlanOrder(parts).lines();
    }

    private void depend(PlanPart part) {
        for (String target : part.refersTo()) {
            PlanPart other = parts.get(target);
            if (other != null && other != part && other.kind() == Draft.Kind.CREATE) {
                waits(part.reference(), target);
            }
        }
        for (String target : part.referredTo()) {
            PlanPart other = parts.get(target);
            if (other != null && other != part && other.kind() == Draft.Kind.DELETE) {
                waits(target, part.reference());
            }
        }
    }

    private void waits(String one, String other) {
        after.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(other);
    }

    private Set<String> after(String reference) {
        return after.getOrDefault(reference, Set.of());
    }

    private List<PlanLine> lines() {
        List<PlanPart> waiting = new ArrayList<>(parts.values());
        Set<String> gone = new HashSet<>();
        List<PlanLine> lines = new ArrayList<>();
        while (!waiting.isEmpty()) {
            boolean any = false;
            List<PlanPart> still = new ArrayList<>();
            for (PlanPart part : waiting) {
                if (gone.containsAll(after(part.reference()))) {
                    add(part, gone, lines);
                    any = true;
                } else {
                    still.add(part);
                }
            }
            if (!any) {
                add(still.removeFirst(), gone, lines);
            }
            waiting = still;
        }
        return lines;
    }

    private void add(PlanPart part, Set<String> gone, List<PlanLine> lines) {
        Set<String> before = new LinkedHashSet<>(after(part.reference()));
        before.retainAll(gone);
        gone.add(part.reference());
        lines.add(part.line().withAfter(before));
    }
}
