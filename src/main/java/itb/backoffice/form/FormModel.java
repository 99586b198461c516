package itb.backoffice.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * What an open form edits: the resource as it stands, what it was when the draft began, and the findings of each field.
 * Belongs to the FX thread. Every edit works on a copy, so a version once handed out never changes.
 */
public final class FormModel {
    /** An edit that the user made in one field. */
    public record Edit(Field field, String json) {}

    /** Looks at edits before they are done. */
    @FunctionalInterface
    public interface Guard {
        /** No edit is looked at. */
        Guard NONE = (before, after, goOn) -> false;

        /** Whether it keeps an edit back, to ask something first; {@code goOn} then does it. */
        boolean keepsBack(ObjectNode before, ObjectNode after, Runnable goOn);
    }

    private final Form form;
    private final @Nullable ObjectNode base;
    private final Consumer<Edit> onEdit;
    private final ReadOnlyObjectWrapper<ObjectNode> resource;
    private final ReadOnlyLongWrapper keptBack = new ReadOnlyLongWrapper();
    private Guard guard = Guard.NONE;
    private final ObservableMap<String, List<Note>> notes = FXCollections.observableHashMap();

    /**
     * A finding as a field shows it.
     *
     * @param fix the way to mend it, where there is only one sensible one
     */
    public record Note(
            boolean error,
            boolean before,
            String message,
            @Nullable Fix fix) {}

    /**
     * @param base the server's version, or null for a new resource
     * @param onEdit told of every edit, with the whole new version
     */
    public FormModel(Form form, @Nullable ObjectNode base, ObjectNode mine, Consumer<Edit> onEdit) {
        this.form = form;
        this.base = base;
        this.onEdit = onEdit;
        this.resource = new ReadOnlyObjectWrapper<>(mine);
    }

    /** The form that is filled in. */
    public Form form() {
        return form;
    }

    /** The resource as it stands; a new object after every change. */
    public ReadOnlyObjectProperty<ObjectNode> resourceProperty() {
        return resource.getReadOnlyProperty();
    }

    /** The resource as it stands. Not to be changed. */
    public ObjectNode resource() {
        return resource.get();
    }

    /** The server's version, or null for a new resource. Not to be changed. */
    public @Nullable ObjectNode base() {
        return base;
    }

    /** Lets {@code newGuard} look at edits before they are done. */
    public void guard(Guard newGuard) {
        guard = newGuard;
    }

    /** Counts up when an edit was kept back: editors then show something that is not so. */
    public ReadOnlyLongProperty keptBackProperty() {
        return keptBack.getReadOnlyProperty();
    }

    /** Changes the resource by what the user did in {@code field}; does nothing where that leaves it as it was. */
    public void edit(Field field, Consumer<ObjectNode> change) {
        edit(field, change, guard);
    }

    private void edit(Field field, Consumer<ObjectNode> change, Guard asked) {
        ObjectNode copy = resource.get().deepCopy();
        change.accept(copy);
        form.upkeep().keep(field.key(), base, copy);
        if (base != null) {
            Order.restore(base, copy);
        }
        if (copy.equals(resource.get())) {
            return;
        }
        if (asked.keepsBack(resource.get(), copy, () -> edit(field, change, Guard.NONE))) {
            keptBack.set(keptBack.get() + 1);
        } else {
            resource.set(copy);
            onEdit.accept(new Edit(field, Json.write(copy)));
        }
    }

    /** Does what a finding offers, as a step of its own that can be taken back. */
    public void mend(Fix fix) {
        Field place = Field.of("fix " + fix.kind() + " " + fix.path(), fix.path(), Field.Kind.TEXT);
        edit(place, copy -> {
            ObjectNode mended = fix.applyTo(copy);
            copy.removeAll();
            copy.setAll(mended);
        });
    }

    /** Shows another version, after undo, redo or a merge; tells nobody. */
    public void replace(ObjectNode version) {
        resource.set(version);
    }

    /** Whether {@code field} differs from the server's version. */
    public boolean changed(Field field) {
        ObjectNode before = base;
        return before != null
                && field.paths().stream()
                        .anyMatch(path -> !same(Elements.get(before, path), Elements.get(resource(), path)));
    }

    /** Puts {@code field} back to the server's version. */
    public void revert(Field field) {
        ObjectNode before = base;
        if (before != null) {
            edit(field, copy -> {
                for (String path : field.paths()) {
                    var old = Elements.get(before, path);
                    Elements.set(copy, path, old == null ? null : old.deepCopy());
                }
            });
        }
    }

    /** The notes under each field, by the field's key; those of no field under an empty key. */
    public ObservableMap<String, List<Note>> notes() {
        return notes;
    }

    /** Shows new notes in place of all the old ones. */
    public void showNotes(Map<String, List<Note>> current) {
        List<String> gone = new ArrayList<>(notes.keySet());
        gone.removeAll(current.keySet());
        gone.forEach(notes::remove);
        notes.putAll(current);
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }
}
