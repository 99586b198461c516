package itb.backoffice.form.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.ProfileValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Texts as people and servers write them: looked at, nothing changes; typed on, only what was typed is new. */
class OddTextTest extends ScreenTest {
    private static final List<String> TEXTS_OF_THE_WORLD = List.of(
            "two\nlines",
            "lines of\r\nanother system\r\n",
            "  blanks around  ",
            "tab\tinside",
            "Tannlege 👩🏽‍⚕️🦷",
            "عيادة الأسنان",
            "מרפאת שיניים, Oslo",
            "e\u0301 and é",
            "<b>500 kroner</b> &amp; <script>alert(1)</script>",
            "null",
            "{0} 'quoted' #{x} %s",
            "a\u00a0b\u2028c\ufeff",
            "long ".repeat(4_000));

    private final Editors editors =
            new Editors(TEXTS, background, Choices.none(), () -> 100, new ProfileValidator(TEXTS).shapes());

    @Override
    protected Parent screen() {
        return new StackPane();
    }

    private static List<Field> texts(Form form) {
        return form.fields().stream()
                .filter(field -> Set.of(Field.Kind.TEXT, Field.Kind.LONG_TEXT).contains(field.kind()))
                .toList();
    }

    private void each(java.util.function.BiFunction<FormModel, Field, String> look) {
        List<String> faults = new ArrayList<>();
        Hostile.all().forEach((name, json) -> {
            ObjectNode clean = Json.object(json);
            Form form = Forms.of(clean.path("resourceType").asText(), clean).orElseThrow();
            for (Field field : texts(form)) {
                for (String text : TEXTS_OF_THE_WORLD) {
                    ObjectNode odd = Json.object(json);
                    Values.set(odd, field, TextNode.valueOf(text));
                    interact(() -> {
                        FormModel model = new FormModel(form, odd, odd.deepCopy(), edit -> {});
                        String fault = look.apply(model, field);
                        if (!fault.isEmpty()) {
                            faults.add(form.name() + "." + field.key() + " of '"
                                    + text.substring(0, Math.min(30, text.length())) + "': " + fault);
                        }
                    });
                }
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void lookingAtThemChangesNothing() {
        each((model, field) -> {
            ObjectNode before = model.resource();
            FieldEditor editor = editors.of(model, field);
            editor.show(model.resource());
            editor.show(model.resource());
            return before == model.resource() ? "" : "changed";
        });
    }

    @Test
    void typingOnChangesNothingOfWhatWasThere() {
        each((model, field) -> {
            String before = Values.text(model.resource(), field);
            FieldEditor editor = editors.of(model, field);
            editor.show(model.resource());
            model.resourceProperty().addListener((property, old, now) -> editor.show(now));
            TextInputControl input = (TextInputControl) editor.focusTarget();
            input.appendText("!");
            input.appendText("?");
            String after = Values.text(model.resource(), field);
            boolean caretAtTheEnd = input.getCaretPosition() == input.getLength();
            return !after.equals(before + "!?") ? "became '" + after + "'" : caretAtTheEnd ? "" : "the caret jumped";
        });
    }
}
