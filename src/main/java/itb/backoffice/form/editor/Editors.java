package itb.backoffice.form.editor;

import itb.backoffice.form.Choice;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.shape.Shapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Picks the editor of a field: the first rule that fits counts, special ones before general ones. What no rule fits,
 * because a profile from elsewhere wants another type there, is shown in words and cannot be edited.
 */
public final class Editors {
    private static final List<EditorRule> GENERAL = List.of(
            new EditorRule(
                    field -> field.lead().endsWith("extension[urlPlaceholder]"),
                    (model, field, tools) -> new SlugEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.TEXT, (model, field, tools) -> new TextEditor(model, field)),
            EditorRule.kind(Kind.LONG_TEXT, (model, field, tools) -> new TextEditor(model, field)),
            EditorRule.kind(Kind.FLAG, (model, field, tools) -> new FlagEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.NUMBER, (model, field, tools) -> new NumberEditor(model, field)),
            EditorRule.kind(Kind.DATE, (model, field, tools) -> new DateEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.STAMP, (model, field, tools) -> new StampEditor(field, tools.messages())),
            EditorRule.kind(Kind.CODE, (model, field, tools) -> new CodeEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.CODES, (model, field, tools) -> new CodesEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.CODING, (model, field, tools) -> new CodingEditor(model, field)),
            EditorRule.kind(Kind.IDENTITY, Editors::pick),
            EditorRule.kind(Kind.REFERENCE, Editors::pick),
            EditorRule.kind(
                    Kind.CONCEPTS,
                    (model, field, tools) ->
                            new ConceptsEditor(model, field, tools.messages(), choices(model, field, tools))),
            EditorRule.kind(Kind.IDENTIFIER, (model, field, tools) -> new IdentifierEditor(model, field)),
            EditorRule.kind(
                    Kind.IDENTIFIERS, (model, field, tools) -> new IdentifiersEditor(model, field, tools.messages())),
            EditorRule.kind(
                    Kind.PERSON_NAME, (model, field, tools) -> new PersonNameEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.CONTACTS, (model, field, tools) -> new ContactsEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.ADDRESS, (model, field, tools) -> new AddressEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.POSITION, PositionEditor::new));

    private final EditorTools tools;
    private final Map<String, String> lastTabs = new HashMap<>();

    /**
     * @param choices what can be picked
     * @param photoLimitKilobytes the setting, asked whenever a photo is taken in
     * @param shapes what the profiles in use say
     */
    public Editors(
            Messages messages, Background background, Choices choices, IntSupplier photoLimitKilobytes, Shapes shapes) {
        this.tools = new EditorTools(messages, background, choices, photoLimitKilobytes, shapes);
    }

    EditorTools tools() {
        return tools;
    }

    private static FieldEditor pick(FormModel model, Field field, EditorTools tools) {
        return new PickEditor(model, field, tools.messages(), choices(model, field, tools));
    }

    private static Supplier<List<Choice>> choices(FormModel model, Field field, EditorTools tools) {
        return () -> tools.choices().of(model.form().type(), field);
    }

    /** The tab that was looked at last in forms of this kind; empty for none. */
    String lastTab(Form form) {
        return lastTabs.getOrDefault(form.name(), "");
    }

    /** Remembers the tab that is looked at. */
    void keepTab(Form form, String tab) {
        lastTabs.put(form.name(), tab);
    }

    /** A new editor for {@code field} of the form that {@code model} fills in. */
    public FieldEditor of(FormModel model, Field field) {
        return Stream.concat(SpecialEditors.ALL.stream(), GENERAL.stream())
                .filter(rule -> rule.fits().test(field) && field.kind().writes(field.shape()))
                .findFirst()
                .map(rule -> rule.maker().make(model, field, tools))
                .orElseGet(() -> new ReadableEditor(field, tools.messages()));
    }
}
