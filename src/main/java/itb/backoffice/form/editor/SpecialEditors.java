package itb.backoffice.form.editor;

import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.editor.picture.PictureEditor;
import itb.backoffice.form.editor.rule.RulesEditor;
import itb.backoffice.form.editor.week.WeekEditor;
import java.util.List;

/** The editors that are more than a control for one value: pictures, weeks, rules. They go before the general ones. */
final class SpecialEditors {
    /** In the order in which they are asked. */
    static final List<EditorRule> ALL = List.of(
            EditorRule.kind(Kind.HOURS, (model, field, tools) -> new WeekEditor(model, field, tools.messages())),
            EditorRule.kind(
                    Kind.BOOKING_RULES, (model, field, tools) -> new RulesEditor(model, field, tools.messages())),
            EditorRule.kind(Kind.PHOTO, PictureEditor::new),
            EditorRule.kind(Kind.PICTURE, PictureEditor::new));

    private SpecialEditors() {}
}
