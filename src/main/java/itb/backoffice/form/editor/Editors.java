package itb.backoffice.form.editor;

import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Picks the editor of a field: the first rule that fits counts, special ones before general ones. What no rule fits is
 * shown in words and cannot be edited.
 */
public final class Editors {
    private static final List<EditorRule> GENERAL = List.of(
            EditorRule.kind(Kind.TEXT, (model, field, tools) -> new TextEditor(model, field)),
            EditorRule.kind(Kind.LONG_TEXT, (model, field, tools) -> new TextEditor(model, field)),
            EditorRule.kind(Kind.FLAG, (model, field, tools) -> new FlagEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.IDENTITY, Editors::pick),
            EditorRule.kind(Kind.REFERENCE, Editors::pick),
            EditorRule.kind(
                    Kind.CONCEPTS,
                    (model, field, tools) -> new ConceptsEditor(
                            model,
                            field,
                            tools.messages(),
                            () -> tools.choices().of(model.form().type(), field))));

    private final EditorTools tools;

    /**
     * @param choices what can be picked
     * @param photoLimitKilobytes the setting, asked whenever a photo is taken in
     */
    public Editors(Messages messages, Background background, Choices choices, IntSupplier photoLimitKilobytes) {
        this.tools = new EditorTools(messages, background, choices, photoLimitKilobytes);
    }

    private static FieldEditor pick(FormModel model, Field field, EditorTools tools) {
        return new PickEditor(
                model,
                field,
                tools.messages(),
                () -> tools.choices().of(model.form().type(), field));
    }

    /** A new editor for {@code field} of the form that {@code model} fills in. */
    public FieldEditor of(FormModel model, Field field) {
        return Stream.concat(SpecialEditors.ALL.stream(), GENERAL.stream())
                .filter(rule -> rule.fits().test(field))
                .findFirst()
                .map(rule -> rule.maker().make(model, field, tools))
                .orElseGet(() -> new ReadableEditor(field, tools.messages()));
    }
}
