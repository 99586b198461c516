package itb.backoffice.form;

import java.util.List;
import java.util.Optional;

/** The form of one resource type: what is shown, in which order. */
public record Form(String type, List<Section> sections) {
    /** All fields, in their order. */
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** The field that a change at {@code path} belongs to; empty for "other data". */
    public Optional<Field> fieldAt(String path) {
        return fields().stream().filter(field -> field.covers(path)).findFirst();
    }

    /** The message key of a field's label. */
    public String labelKey(Field field) {
        return "form." + type + "." + field.key();
    }
}
