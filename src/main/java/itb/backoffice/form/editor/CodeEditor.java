package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.shape.Shape.Code;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of the codes that the profile allows, in words: the texts {@code form.FORM.KEY.code.CODE}. */
final class CodeEditor implements FieldEditor {
    private static final Code NONE = new Code("", "", "");

    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final ComboBox<Code> box = new ComboBox<>();
    private boolean showing;

    CodeEditor(FormModel model, Field field, Messages messages) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Code code) {
                return code == null ? "" : words(code);
            }

            @Override
            public @Nullable Code fromString(String text) {
                return null;
            }
        });
        box.valueProperty().addListener((property, old, picked) -> {
            if (!showing && picked != null) {
                model.edit(field, copy -> write(copy, picked));
            }
        });
    }

    private String words(Code code) {
        if (code.code().isEmpty()) {
            return messages.get("form.code.none");
        }
        String key = model.form().labelKey(field) + ".code." + code.code();
        return messages.has(key) ? messages.get(key) : code.display().isBlank() ? code.code() : code.display();
    }

    private void write(ObjectNode copy, Code picked) {
        String path = Values.path(copy, field);
        Values.set(copy, field, picked.code().isEmpty() ? null : TextNode.valueOf(picked.code()));
        if (path.endsWith("valueCoding.code") && !picked.code().isEmpty()) {
            coding(copy, path.substring(0, path.length() - ".code".length()), picked);
        }
    }

    /** What else a Coding says must not speak of the code that was there before; a system that came is kept. */
    private static void coding(ObjectNode copy, String path, Code picked) {
        Elements.set(copy, path + ".display", null);
        if (Elements.text(copy, path + ".system").isEmpty() && !picked.system().isEmpty()) {
            Elements.set(copy, path + ".system", TextNode.valueOf(picked.system()));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focusTarget() {
        return box;
    }

    @Override
    public void show(ObjectNode resource) {
        String code = Values.text(resource, field);
        List<Code> items = new ArrayList<>();
        if (!field.required() || code.isEmpty()) {
            items.add(NONE);
        }
        items.addAll(field.shape().coded().codes());
        Code current = items.stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseGet(() -> new Code("", code, ""));
        if (!items.contains(current)) {
            items.add(current);
        }
        showing = true;
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(current);
        showing = false;
    }
}
