package itb.backoffice.draft;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Json;
import java.util.stream.Collectors;

/**
 * Two drafts of one thing become one: a new resource that turned out to be on the server already, and what was edited
 * there meanwhile. Both are the same person's, so where they touch the same field the later one counts.
 */
final class Joined {
    private Joined() {}

    /**
     * @param mine the first, on top of {@code there}
     * @param first what it was
     * @param other the draft of {@code there}
     */
    static EditStep of(StoredResource there, String mine, Draft first, Draft other) {
        boolean later = first.changed().isAfter(other.changed());
        if (other.kind() == Draft.Kind.DELETE) {
            return later ? EditStep.change(there, mine, "") : EditStep.delete(there);
        }
        Merge merge =
                Merge.ofType(there.type(), Json.object(there.json()), Json.object(mine), Json.object(other.json()));
        Choice choice = later ? new Choice.Mine() : new Choice.Theirs();
        var choices = merge.collisions().stream().collect(Collectors.toMap(Collision::path, collision -> choice));
        return EditStep.change(there, Json.write(merge.resolve(choices)), "");
    }
}
