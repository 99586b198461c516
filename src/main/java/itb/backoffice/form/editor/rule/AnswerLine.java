package itb.backoffice.form.editor.rule;

import itb.backoffice.form.rules.BookingRules;
import itb.backoffice.form.rules.Rule;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** A yes or no that can also be left open: allowed, not allowed, not decided here. */
final class AnswerLine extends RuleLine {
    private enum Answer {
        YES,
        NO,
        OPEN
    }

    private final Rule rule;
    private final ComboBox<Answer> box = new ComboBox<>();
    private boolean showing;

    AnswerLine(Rule rule, Messages messages, Consumer<RulesEditor.Change> edit) {
        super(messages);
        this.rule = rule;
        Label words = words(messages.get("form.rules." + rule));
        words.setLabelFor(box);
        box.setId("rule-" + rule);
        box.getItems().setAll(List.of(Answer.values()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Answer answer) {
                return answer == null ? "" : messages.get("form.rules.answer." + answer);
            }

            @Override
            public Answer fromString(String text) {
                return Answer.OPEN;
            }
        });
        box.setAccessibleText(words.getText());
        box.valueProperty().addListener((property, old, answer) -> {
            if (!showing && answer != null) {
                edit.accept((copy, path) -> {
                    if (answer == Answer.OPEN) {
                        BookingRules.turnOff(copy, path, rule);
                    } else {
                        BookingRules.set(copy, path, rule, answer == Answer.YES);
                    }
                });
            }
        });
        sentence.getChildren().addAll(words, box);
    }

    @Override
    Node first() {
        return box;
    }

    @Override
    void showRule(BookingRules rules) {
        showing = true;
        box.setValue(rules.answer(rule).map(yes -> yes ? Answer.YES : Answer.NO).orElse(Answer.OPEN));
        showing = false;
    }
}
