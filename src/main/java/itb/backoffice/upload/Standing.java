package itb.backoffice.upload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines of a plan go as it stands now, which wait, and for what. */
public final class Standing {
    private final Set<String> going = new HashSet<>();
    private final Map<String, PlanLine> missing = new HashMap<>();
    private final Map<String, List<PlanLine>> waiting = new LinkedHashMap<>();

    Standing(List<PlanLine> lines) {
        Map<String, PlanLine> known = new HashMap<>();
        for (PlanLine line : lines) {
            known.put(line.reference(), line);
            Optional<PlanLine> first = line.after().stream()
                    .filter(needed -> !going.contains(needed))
                    .map(known::get)
                    .filter(needed -> needed != null)
                    .findFirst();
            first.ifPresent(needed -> missing.put(line.reference(), needed));
            boolean wanted = !line.leftOut() && line.obstacle() == null;
            if (wanted && line.after().stream().allMatch(going::contains)) {
                going.add(line.reference());
            } else if (wanted && first.isPresent()) {
                waiting.computeIfAbsent(root(first.get()), key -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    /** Where a line waits for one that itself waits, the one at the end of the chain holds both back. */
    private String root(PlanLine line) {
        PlanLine at = line;
        while (!at.leftOut() && at.obstacle() == null) {
            PlanLine next = missing.get(at.reference());
            if (next == null) {
                break;
            }
            at = next;
        }
        return at.reference();
    }

    /** Whether the line goes: not left out, without obstacle, and nothing it depends on is missing. */
    public boolean goes(PlanLine line) {
        return going.contains(line.reference());
    }

    /** How many go. */
    public int count() {
        return going.size();
    }

    /** The first line that {@code line} depends on and that does not go; empty where nothing is missing. */
    public Optional<PlanLine> missingFor(PlanLine line) {
        return Optional.ofNullable(missing.get(line.reference()));
    }

    /** The lines that would go and stay behind because {@code line} does. */
    public List<PlanLine> heldBackBy(PlanLine line) {
        return List.copyOf(waiting.getOrDefault(line.reference(), List.of()));
    }
}
