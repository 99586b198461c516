package itb.backoffice.cli.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Collision;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.Merge;
import itb.backoffice.platform.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One resource seen from three sides.
 *
 * @param base what the file began with, or null
 * @param file what the folder has, or null
 * @param server what the server has, or null
 */
record Side(
        String reference,
        BaseFile.@Nullable Entry base,
        @Nullable ResourceFile file,
        @Nullable StoredResource server) {
    /** What differs. */
    sealed interface Difference {
        /** The server has what the folder wants. */
        record None() implements Difference {}

        /**
         * The folder wants something else.
         *
         * @param merged whether somebody else's edits were merged in
         */
        record Edit(EditStep step, boolean merged) implements Difference {}

        /** Both changed the same; {@code collisions} is empty where one deleted what the other changed. */
        record Clash(Side side, List<Collision> collisions) implements Difference {}
    }

    /** Whether the server still has what the file began with. */
    boolean serverAsBefore() {
        StoredResource there = server;
        BaseFile.Entry before = base;
        return there == null || before == null
                ? there == null && before == null
                : Layout.line(there.json()).equals(before.line())
                        || changedThere().isEmpty();
    }

    /** Whether the file still says what it began with. */
    boolean fileAsBefore() {
        return base != null && file != null && base.line().equals(file.line());
    }

    /** Base, or an empty resource where there was none. */
    ObjectNode baseResource() {
        ObjectNode mine = file == null ? Json.object() : file.resource();
        ObjectNode theirs = server == null ? Json.object() : Json.object(server.json());
        return base == null ? Json.object() : Layout.restore(base.line(), mine, theirs);
    }

    private List<itb.backoffice.draft.Change> changedThere() {
        return Changes.between(
                baseResource(), Json.object(Objects.requireNonNull(server).json()));
    }

    /** The file's version and the server's, merged. */
    Merge merge() {
        StoredResource theirs = Objects.requireNonNull(server);
        return Merge.ofType(
                theirs.type(), baseResource(), Objects.requireNonNull(file).resource(), Json.object(theirs.json()));
    }

    /** What the folder wants of the server. */
    Difference difference() {
        if (file == null) {
            if (base == null || server == null) {
                return new Difference.None();
            }
            return serverAsBefore()
                    ? new Difference.Edit(EditStep.delete(server), false)
                    : new Difference.Clash(this, List.of());
        }
        if (fileAsBefore()) {
            return new Difference.None();
        }
        if (server == null) {
            return base == null
                    ? new Difference.Edit(EditStep.create(file.type(), file.id(), Json.write(file.resource())), false)
                    : new Difference.Clash(this, List.of());
        }
        return edit(server);
    }

    private Difference edit(StoredResource theirs) {
        Merge merge = merge();
        if (!merge.clean()) {
            return new Difference.Clash(this, merge.collisions());
        }
        ObjectNode merged = merge.merged();
        if (Changes.between(Json.object(theirs.json()), merged).isEmpty()) {
            return new Difference.None();
        }
        return new Difference.Edit(EditStep.change(theirs, Json.write(merged), ""), !serverAsBefore());
    }
}
