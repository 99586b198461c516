package itb.backoffice.form.editor;

import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.editor.rule.RulesEditor;
import java.util.List;

/** The editors that are more than a control for one value: pictures, weeks, rules. They go before the general ones. */
final class SpecialEditors {
    /** In the order in which they are asked. */
    static final List<EditorRule> ALL = List.of(
            EditorRule.kind(
                    Kind.BOOKING_RULES, (model, field, tools) -> new RulesEditor(model, field, tools.messages())),
            EditorRule.kind(
                    Kind.PHOTO,
                    (model, field, tools) -> new PhotoEditor(
                            model, field, tools.messages(), tools.background(), tools.photoLimitKilobytes())));

    private SpecialEditors() {}
}
