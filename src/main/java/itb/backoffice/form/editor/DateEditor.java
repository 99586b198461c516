package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A day, typed as the user's country writes it or picked; what is no whole day is shown as it came. */
final class DateEditor implements FieldEditor {
    private final Field field;
    private final DatePicker picker = new DatePicker();
    private final DateTimeFormatter format;
    private boolean showing;

    DateEditor(FormModel model, Field field, Messages messages) {
        this.field = field;
        this.format = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(messages.locale());
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate day) {
                return day == null ? "" : format.format(day);
            }

            @Override
            public @Nullable LocalDate fromString(@Nullable String text) {
                return text == null ? null : typed(text.strip());
            }
        });
        picker.valueProperty().addListener((property, old, day) -> {
            if (!showing) {
                model.edit(
                        field, copy -> Values.set(copy, field, day == null ? null : TextNode.valueOf(day.toString())));
            }
        });
    }

    /** As the country writes it, or as computers do; anything else leaves the day that was there. */
    private @Nullable LocalDate typed(String text) {
        if (text.isEmpty()) {
            return null;
        }
        for (DateTimeFormatter shape : new DateTimeFormatter[] {format, DateTimeFormatter.ISO_LOCAL_DATE}) {
            try {
                return LocalDate.parse(text, shape);
            } catch (DateTimeParseException otherShape) {
                // The next one may fit.
            }
        }
        return picker.getValue();
    }

    @Override
    public Node node() {
        return picker;
    }

    @Override
    public Node focusTarget() {
        return picker;
    }

    @Override
    public void show(ObjectNode resource) {
        String text = Values.text(resource, field);
        showing = true;
        try {
            picker.setValue(text.isEmpty() ? null : LocalDate.parse(text));
        } catch (DateTimeParseException partial) {
            picker.setValue(null);
            picker.getEditor().setText(text);
        }
        showing = false;
    }
}
