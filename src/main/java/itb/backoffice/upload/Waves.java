package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a plan into waves: what depends on one another goes together, and never so much that memory or a server minds. */
final class Waves {
    private static final int MOST_LINES = 100;
    private static final int MOST_CHARACTERS = 2_000_000;

    private Waves() {}

    /**
     * The lines that go next, in the order of the plan.
     *
     * @param open the lines whose end is not known
     * @param onServer what has been brought there
     */
    static List<PlanLine> next(List<PlanLine> open, Set<String> onServer, ServerHabits habits) {
        Set<String> wave = new HashSet<>();
        int lines = 0;
        long characters = 0;
        for (List<PlanLine> group : groups(open, onServer, habits)) {
            long size = group.stream().mapToLong(line -> line.draft().length()).sum();
            boolean full = lines + group.size() > MOST_LINES || characters + size > MOST_CHARACTERS;
            if (full && !wave.isEmpty()) {
                continue;
            }
            for (PlanLine line : group) {
                // The beginning of a group that is too large by itself; the rest follows when that is there.
                if (!wave.isEmpty()
                        && (lines >= MOST_LINES || characters + line.draft().length() > MOST_CHARACTERS)) {
                    break;
                }
                wave.add(line.reference());
                lines++;
                characters += line.draft().length();
            }
        }
        return open.stream().filter(line -> wave.contains(line.reference())).toList();
    }

    /** The lines that could go now, by groups; what refers to a new resource waits until the server has given that its id. */
    private static List<List<PlanLine>> groups(List<PlanLine> open, Set<String> onServer, ServerHabits habits) {
        Set<String> here = new HashSet<>();
        List<PlanLine> able = new ArrayList<>();
        for (PlanLine line : open) {
            if (line.after().stream().allMatch(needed -> onServer.contains(needed) || here.contains(needed))) {
                able.add(line);
                boolean named = line.draft().kind() != Draft.Kind.CREATE
                        || habits.ownId(line.draft().type());
                if (named) {
                    here.add(line.reference());
                }
            }
        }
        return Groups.of(able, PlanLine::reference, PlanLine::after);
    }
}
