package itb.backoffice.form.editor.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.FieldEditor;
import itb.backoffice.form.rules.BookingRules;
import itb.backoffice.form.rules.Contradiction;
import itb.backoffice.form.rules.Rule;
import itb.backoffice.platform.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The booking rules, each a sentence that can be turned on and off; what contradicts itself is said under its sentence. */
public final class RulesEditor implements FieldEditor {
    /** The sentences in their groups: the text {@code form.rules.group.} and the first rule's name heads each. */
    private static final List<List<Rule>> GROUPS = List.of(
            List.of(Rule.AGE, Rule.NOTICE),
            List.of(Rule.CANCELLING, Rule.CANCEL_BEFORE, Rule.CANCEL_AFTER),
            List.of(Rule.MOVING, Rule.MOVE_BEFORE, Rule.MOVE_AFTER));

    private final Field field;
    private final Map<Rule, RuleLine> lines = new EnumMap<>(Rule.class);
    private final VBox node = new VBox(16);

    /** What a line tells of what the user did. */
    interface Change {
        /** Changes the extension at {@code path}. */
        void at(ObjectNode copy, String path);
    }

    /** The rules that {@code field} leads to. */
    public RulesEditor(FormModel model, Field field, Messages messages) {
        this.field = field;
        String path = field.paths().getFirst();
        Consumer<Change> edit = change -> model.edit(field, copy -> change.at(copy, path));
        node.getStyleClass().add("rules");
        for (List<Rule> group : GROUPS) {
            Label heading = new Label(messages.get("form.rules.group." + group.getFirst()));
            heading.getStyleClass().add("text-muted");
            VBox box = new VBox(8, heading);
            for (Rule rule : group) {
                RuleLine line =
                        rule.yesOrNo() ? new AnswerLine(rule, messages, edit) : new NumberLine(rule, messages, edit);
                lines.put(rule, line);
                box.getChildren().add(line);
            }
            node.getChildren().add(box);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return line(Rule.AGE).first();
    }

    private RuleLine line(Rule rule) {
        return java.util.Objects.requireNonNull(lines.get(rule));
    }

    @Override
    public void show(ObjectNode resource) {
        BookingRules rules = BookingRules.of(resource, field.paths().getFirst());
        List<Contradiction> found = rules.contradictions();
        lines.forEach((rule, line) -> line.show(
                rules, found.stream().filter(one -> one.rule() == rule).toList()));
    }
}
