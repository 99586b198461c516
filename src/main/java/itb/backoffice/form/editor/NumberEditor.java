package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import org.jspecify.annotations.Nullable;

/** A whole number; other letters cannot be typed. An empty one removes the element. */
final class NumberEditor implements FieldEditor {
    private final Field field;
    private final TextField input = new TextField();
    private boolean showing;

    NumberEditor(FormModel model, Field field) {
        this.field = field;
        boolean signed = !field.shape().types().contains("positiveInt");
        String allowed = signed ? "-?\\d{0,9}" : "\\d{0,9}";
        input.setMaxWidth(140);
        // Null turns a change down.
        UnaryOperator<TextFormatter.@Nullable Change> filter = change ->
                change == null || showing || change.getControlNewText().matches(allowed) ? change : null;
        input.setTextFormatter(new TextFormatter<>(filter));
        input.textProperty().addListener((property, old, text) -> {
            if (!showing && !text.equals("-")) {
                model.edit(field, copy -> Values.set(copy, field, text.isEmpty() ? null : number(text)));
            }
        });
    }

    private static com.fasterxml.jackson.databind.JsonNode number(String text) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < 32 ? IntNode.valueOf(number.intValue()) : BigIntegerNode.valueOf(number);
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public Node focusTarget() {
        return input;
    }

    @Override
    public void show(ObjectNode resource) {
        String text = Values.text(resource, field);
        boolean sameNumber =
                input.isFocused() && !text.isEmpty() && input.getText().matches("-?0*" + text.replace("-", ""));
        if (!sameNumber) {
            showing = true;
            Inputs.put(input, text);
            showing = false;
        }
    }
}
