package itb.backoffice.form.editor;

import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.util.function.IntSupplier;

/** Picks the editor of a field. */
public final class Editors {
    private final Messages messages;
    private final Background background;
    private final Choices choices;
    private final IntSupplier photoLimitKilobytes;

    /**
     * @param choices what can be picked
     * @param photoLimitKilobytes the setting, asked whenever a photo is taken in
     */
    public Editors(Messages messages, Background background, Choices choices, IntSupplier photoLimitKilobytes) {
        this.messages = messages;
        this.background = background;
        this.choices = choices;
        this.photoLimitKilobytes = photoLimitKilobytes;
    }

    /** A new editor for {@code field} of the form that {@code model} fills in. */
    public FieldEditor of(FormModel model, Field field) {
        String type = model.form().type();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> new TextEditor(model, field);
            case FLAG -> new FlagEditor(model, field, messages);
            case IDENTITY, REFERENCE -> new PickEditor(model, field, messages, () -> choices.of(type, field));
            case CONCEPTS -> new ConceptsEditor(model, field, messages, () -> choices.of(type, field));
            case PHOTO -> new PhotoEditor(model, field, messages, background, photoLimitKilobytes);
        };
    }
}
