package itb.backoffice.form.editor;

import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import java.util.function.Predicate;

/**
 * Says which editor a field gets.
 *
 * @param fits which fields it speaks of
 * @param maker makes their editor
 */
public record EditorRule(Predicate<Field> fits, Maker maker) {
    /** Makes an editor. */
    @FunctionalInterface
    public interface Maker {
        /** A new editor for {@code field} of the form that {@code model} fills in. */
        FieldEditor make(FormModel model, Field field, EditorTools tools);
    }

    /** For the field that leads with exactly this path. */
    public static EditorRule path(String path, Maker maker) {
        return new EditorRule(field -> field.paths().getFirst().equals(path), maker);
    }

    /** For fields of the extension whose url ends like this, whichever root a server gives it. */
    public static EditorRule extension(String tail, Maker maker) {
        return new EditorRule(
                field -> field.paths().getFirst().matches(".*extension\\[[^\\]]*/" + tail + "\\]"), maker);
    }

    /** For all fields of a kind. */
    public static EditorRule kind(Field.Kind kind, Maker maker) {
        return new EditorRule(field -> field.kind() == kind, maker);
    }
}
