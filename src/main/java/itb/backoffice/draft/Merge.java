package itb.backoffice.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.type.Forms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The three-way merge of a resource: what only one side changed is taken from that side, element by element; what both
 * changed differently is a {@link Collision} that a person decides.
 */
public final class Merge {
    private final ObjectNode base;
    private final ObjectNode mine;
    private final ObjectNode theirs;
    private final List<List<String>> together;
    private final ObjectNode merged;
    private final Map<String, Collision> collisions = new LinkedHashMap<>();

    private Merge(ObjectNode base, ObjectNode mine, ObjectNode theirs, List<List<String>> together) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.together = together;
        this.merged = run(collision -> {
            collisions.put(collision.path(), collision);
            return new Choice.Mine();
        });
    }

    /**
     * Merges.
     *
     * @param base what both began with
     * @param together groups of elements that change as one, each named by its first path; a form's fields are such groups
     */
    public static Merge of(ObjectNode base, ObjectNode mine, ObjectNode theirs, List<List<String>> together) {
        return new Merge(base, mine, theirs, together);
    }

    /** Merges resources of {@code type}, the elements of each of its form's fields changing together. */
    public static Merge ofType(String type, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        // A field's elements may be called otherwise on each side, such as a picture that was replaced.
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        for (ObjectNode side : List.of(base, mine, theirs)) {
            for (Field field : Forms.of(type, side).map(Form::fields).orElse(List.of())) {
                paths.computeIfAbsent(field.key(), key -> new LinkedHashSet<>()).addAll(field.paths());
            }
        }
        return new Merge(
                base, mine, theirs, paths.values().stream().map(List::copyOf).toList());
    }

    private ObjectNode run(MergedTree.Chooser chooser) {
        return new MergedTree(base, mine, theirs, together, chooser).root();
    }

    /** Whether nobody needs to decide anything. */
    public boolean clean() {
        return collisions.isEmpty();
    }

    /** What both changed differently. */
    public List<Collision> collisions() {
        return List.copyOf(collisions.values());
    }

    /** Everything merged, with my value wherever both changed the same. */
    public ObjectNode merged() {
        return merged.deepCopy();
    }

    /** What came in from their side. */
    public List<Change> fromTheirs() {
        return Changes.between(mine, merged);
    }

    /**
     * The merged resource after a person has decided.
     *
     * @param choices one for the path of every collision; a missing one is a bug and throws
     */
    public ObjectNode resolve(Map<String, Choice> choices) {
        return run(collision -> {
            Choice choice = choices.get(collision.path());
            if (choice == null) {
                throw new IllegalArgumentException("Nobody decided about " + collision.path());
            }
            return choice;
        });
    }
}
