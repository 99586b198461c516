package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A day that the program sets by itself. */
final class StampEditor implements FieldEditor {
    private final Field field;
    private final Messages messages;
    private final Label words = new Label();

    StampEditor(Field field, Messages messages) {
        this.field = field;
        this.messages = messages;
        words.setFocusTraversable(true);
        words.getStyleClass().add("readable");
    }

    @Override
    public Node node() {
        return words;
    }

    @Override
    public Node focusTarget() {
        return words;
    }

    @Override
    public void show(ObjectNode resource) {
        String date = Values.text(resource, field);
        words.setText(date.isEmpty() ? messages.get("form.nothing") : day(date));
    }

    private String day(String date) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(messages.locale())
                    .format(LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date));
        } catch (DateTimeParseException partial) {
            return date;
        }
    }
}
