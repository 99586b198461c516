package itb.backoffice.draft;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Json;
import org.jspecify.annotations.Nullable;

/**
 * One edit: the resource as the user wants it now.
 *
 * @param base what the server has; null for a new resource. Counts only when the edit begins a draft.
 * @param json the whole resource after the edit
 * @param field what was edited: quick edits of the same field are undone together; empty for an edit that stands alone
 */
public record EditStep(
        String type, String id, Draft.Kind kind, @Nullable StoredResource base, String json, String field) {

    /** A change to what the server has. */
    public static EditStep change(StoredResource base, String json, String field) {
        return new EditStep(base.type(), base.id(), Draft.Kind.UPDATE, base, json, field);
    }

    /** A change to what is already a draft; also the way to edit on after an upload was refused. */
    public static EditStep change(Draft draft, String json, String field) {
        Draft.Kind kind = draft.baseJson() == null ? Draft.Kind.CREATE : Draft.Kind.UPDATE;
        return new EditStep(draft.type(), draft.id(), kind, baseOf(draft), json, field);
    }

    /** A new resource; {@code json} carries {@code id} already. */
    public static EditStep create(String type, String id, String json) {
        return new EditStep(type, id, Draft.Kind.CREATE, null, json, "");
    }

    /** The wish to delete what the server has. */
    public static EditStep delete(StoredResource base) {
        return new EditStep(base.type(), base.id(), Draft.Kind.DELETE, base, base.json(), "");
    }

    /** The server's version that {@code draft} began with, if it began with one. */
    static @Nullable StoredResource baseOf(Draft draft) {
        String base = draft.baseJson();
        return base == null ? null : new StoredResource(draft.type(), draft.id(), draft.baseVersion(), null, base);
    }

    /**
     * The same edit on top of what is a draft already. An editor that was opened before somebody else's change was merged
     * in does not know of it; what it did not touch must not fall back.
     */
    EditStep on(Draft draft) {
        String before = draft.baseJson();
        if (base == null
                || before == null
                || kind == Draft.Kind.DELETE
                || base.json().equals(before)) {
            return this;
        }
        Merge merge = Merge.ofType(type, Json.object(base.json()), Json.object(json), Json.object(draft.json()));
        return new EditStep(type, id, kind, baseOf(draft), Json.write(merge.merged()), field);
    }

    /** Whether nothing is left to send: an update that says what the server has anyway. */
    boolean idle(@Nullable String baseJson) {
        return kind == Draft.Kind.UPDATE
                && baseJson != null
                && (baseJson.equals(json) || Json.object(baseJson).equals(Json.object(json)));
    }
}
