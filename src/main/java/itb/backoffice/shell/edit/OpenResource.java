package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.form.FormModel;
import itb.backoffice.validation.Finding;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A resource that is open in a form, with the state of its draft. Belongs to the FX thread. */
public final class OpenResource {
    private final String type;
    private final String id;
    private final @Nullable StoredResource base;
    private final FormModel form;
    private final ObjectProperty<@Nullable Draft> draft = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable List<Finding>> findings = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final BooleanProperty unsaved = new SimpleBooleanProperty();
    private int saving;

    OpenResource(String type, String id, @Nullable StoredResource base, FormModel form) {
        this.type = type;
        this.id = id;
        this.base = base;
        this.form = form;
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }

    /** The resource's type. */
    public String type() {
        return type;
    }

    /** The resource's id. */
    public String id() {
        return id;
    }

    /** What the server had when editing began; null for a new resource. */
    public @Nullable StoredResource base() {
        return base;
    }

    /** What the form edits. */
    public FormModel form() {
        return form;
    }

    /** The draft as it lies on disk, or null while nothing differs from the server. */
    public ObjectProperty<@Nullable Draft> draftProperty() {
        return draft;
    }

    void savingBegins() {
        saving++;
    }

    void savingEnded() {
        saving--;
    }

    /** Whether the disk did not take what was typed last: the form has it, and nothing else. */
    public BooleanProperty unsavedProperty() {
        return unsaved;
    }

    /** Whether something typed is still on its way to the disk. */
    boolean isSaving() {
        return saving > 0;
    }

    /** What the last check found; null before the first one. */
    public ObjectProperty<@Nullable List<Finding>> findingsProperty() {
        return findings;
    }

    /** Whether a step can be taken back. */
    public ReadOnlyBooleanWrapper canUndoProperty() {
        return canUndo;
    }

    /** Whether a step that was taken back can be done again. */
    public ReadOnlyBooleanWrapper canRedoProperty() {
        return canRedo;
    }

    /** Shows findings, each under its field. */
    void show(List<Finding> current) {
        findings.set(current);
        ObjectNode resource = form.resource();
        form.showNotes(FindingPlace.notes(form.form(), resource, current));
    }
}
