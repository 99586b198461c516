package itb.backoffice.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What the program itself keeps right in a resource when a person changes something. */
@FunctionalInterface
public interface Upkeep {
    /** Nothing to keep. */
    Upkeep NONE = (field, base, mine) -> {};

    /**
     * Called after a change, before it is kept.
     *
     * @param field the key of the field that was changed; empty for a change to many resources at once
     * @param base the server's version, or null for a new resource
     * @param mine the changed version, to be put right
     */
    void keep(String field, @Nullable ObjectNode base, ObjectNode mine);
}
