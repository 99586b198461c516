package itb.backoffice.form;

import java.util.List;
import java.util.Optional;

/**
 * The form of one kind of resource: what is shown, in which order.
 *
 * @param type the resource type
 * @param name what its texts are found under, the type itself unless two kinds share one
 * @param upkeep what the program itself keeps right
 */
public record Form(String type, String name, List<Tab> tabs, Upkeep upkeep) {
    /** A form where the program itself keeps nothing. */
    public Form(String type, String name, List<Tab> tabs) {
        this(type, name, tabs, Upkeep.NONE);
    }

    /** The same form with other tabs. */
    public Form withTabs(List<Tab> others) {
        return new Form(type, name, List.copyOf(others), upkeep);
    }

    /** All sections, in their order. */
    public List<Section> sections() {
        return tabs.stream().flatMap(tab -> tab.sections().stream()).toList();
    }

    /** All fields, in their order. */
    public List<Field> fields() {
        return tabs.stream().flatMap(tab -> tab.fields().stream()).toList();
    }

    /** The field that a change at {@code path} belongs to; empty for "other data". */
    public Optional<Field> fieldAt(String path) {
        return fieldsAt(path).stream().findFirst();
    }

    /**
     * The fields that a change at {@code path} belongs to: the one that covers it, or all those whose elements lie
     * inside, for a container that came or went as a whole.
     */
    public List<Field> fieldsAt(String path) {
        List<Field> covering =
                fields().stream().filter(field -> field.covers(path)).limit(1).toList();
        return covering.isEmpty()
                ? fields().stream().filter(field -> field.liesIn(path)).toList()
                : covering;
    }

    /** The field under {@code key}. */
    public Optional<Field> field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The message key of a field's label. */
    public String labelKey(Field field) {
        return "form." + name + "." + field.key();
    }
}
