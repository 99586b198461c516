package itb.backoffice.form.editor.rule;

import itb.backoffice.form.rules.BookingRules;
import itb.backoffice.form.rules.Rule;
import itb.backoffice.platform.Messages;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/** A sentence around a number: "Patients can cancel until [48] hours before the appointment". */
final class NumberLine extends RuleLine {
    private static final int LARGEST = 999_999;

    private final Rule rule;
    private final Messages messages;
    private final CheckBox on = new CheckBox();
    private final Spinner<Integer> number = new Spinner<>();
    private final IntegerSpinnerValueFactory values;
    private final Label before = words("");
    private final Label after = words("");
    private int last;
    private boolean showing;

    NumberLine(Rule rule, Messages messages, Consumer<RulesEditor.Change> edit) {
        super(messages);
        this.rule = rule;
        this.messages = messages;
        this.last = rule.usual();
        this.values = new IntegerSpinnerValueFactory(-LARGEST, LARGEST, last, rule.step());
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return value == null ? "" : value.toString();
            }

            @Override
            public Integer fromString(String text) {
                return typed(text).orElse(last);
            }
        });
        number.setValueFactory(values);
        number.setEditable(true);
        number.setPrefWidth(84);
        number.setMinWidth(84);
        number.getEditor().setId("rule-" + rule + "-number");
        on.setId("rule-" + rule);
        on.selectedProperty().addListener((property, old, now) -> {
            if (!showing) {
                edit.accept((copy, path) -> turn(now, copy, path));
            }
        });
        number.getEditor().textProperty().addListener((property, old, text) -> {
            OptionalInt value = typed(text);
            danger(number.getEditor(), value.isEmpty() && on.isSelected());
            if (!showing && on.isSelected() && value.isPresent()) {
                last = value.getAsInt();
                edit.accept((copy, path) -> BookingRules.set(copy, path, rule, last));
            }
        });
        lead(on);
        sentence.getChildren().addAll(before, number, after);
    }

    private void turn(boolean now, com.fasterxml.jackson.databind.node.ObjectNode copy, String path) {
        if (now) {
            BookingRules.set(copy, path, rule, last);
        } else {
            BookingRules.turnOff(copy, path, rule);
        }
    }

    private static OptionalInt typed(String text) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace('\u2212', '-');
        return digits.matches("-?\\d{1,6}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    @Override
    Node first() {
        return on;
    }

    @Override
    void showRule(BookingRules rules) {
        showing = true;
        String text = rules.text(rule).orElse("");
        on.setSelected(!text.isEmpty());
        rules.number(rule).ifPresent(value -> last = (int) Math.clamp(value, -LARGEST, LARGEST));
        String shown = text.isEmpty() ? String.valueOf(last) : text;
        boolean beingTyped = number.getEditor().isFocused()
                && typed(number.getEditor().getText()).equals(typed(shown));
        if (!beingTyped) {
            typed(shown).ifPresent(values::setValue);
            number.getEditor().setText(shown);
        }
        number.setDisable(text.isEmpty());
        danger(number.getEditor(), !text.isEmpty() && typed(shown).isEmpty());
        sentence(typed(shown).orElse(2));
        showing = false;
    }

    private void sentence(int count) {
        String pattern = messages.get("form.rules." + rule + (Math.abs(count) == 1 ? ".one" : ".other"));
        int at = pattern.indexOf("{0}");
        before.setText(pattern.substring(0, at).strip());
        after.setText(pattern.substring(at + 3).strip());
        String whole = pattern.replace("{0}", number.getEditor().getText());
        on.setAccessibleText(whole);
        number.setAccessibleText(whole);
        number.getEditor().setAccessibleText(whole);
        boolean off = !on.isSelected();
        before.setDisable(off);
        after.setDisable(off);
    }
}
