package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.editor.FieldEditor;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.edit.OpenResource;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Gives one field of several things the same value, in the field's own editor. */
final class EditTogether {
    private static final Set<Field.Kind> SIMPLE = Set.of(
            Field.Kind.TEXT,
            Field.Kind.LONG_TEXT,
            Field.Kind.FLAG,
            Field.Kind.NUMBER,
            Field.Kind.CODE,
            Field.Kind.CODES,
            Field.Kind.IDENTITY,
            Field.Kind.REFERENCE,
            Field.Kind.CONCEPTS);

    /** What tells one thing from another is nothing to have in common. */
    private static final Set<String> OWN = Set.of("name", "title", "urlPlaceholder", "sortKey", "active", "status");

    private final Relatives relatives;
    private final Messages messages;
    private final Editors editors;
    private final Bulk bulk;
    private final PageFactory.Host host;

    EditTogether(Relatives relatives, Messages messages, Editors editors, Bulk bulk, PageFactory.Host host) {
        this.relatives = relatives;
        this.messages = messages;
        this.editors = editors;
        this.bulk = bulk;
        this.host = host;
    }

    /** Whether these have something that can be edited together. */
    boolean possible(Kind kind, List<Line> lines) {
        return lines.size() > 1
                && lines.stream().allMatch(line -> line.row().summary().type().equals(kind.type()));
    }

    /** Asks for the field and its value, beginning with what {@code first} has. */
    void ask(Kind kind, List<Line> lines, OpenResource first) {
        FormModel model =
                new FormModel(first.form().form(), null, first.form().resource().deepCopy(), edit -> {});
        List<Field> fields = model.form().fields().stream()
                .filter(field -> SIMPLE.contains(field.kind()) && !OWN.contains(field.key()))
                .toList();
        ComboBox<Field> which = new ComboBox<>();
        which.setId("together-field");
        which.setAccessibleText(messages.get("page.together.field"));
        which.setConverter(labels(model));
        which.getItems().setAll(fields);
        which.setMaxWidth(Double.MAX_VALUE);
        VBox place = new VBox();
        which.valueProperty().addListener((property, old, field) -> show(model, field, place));
        which.getSelectionModel().selectFirst();
        Button action = Buttons.primary("question-do", messages.get("page.together.do", lines.size()), () -> {
            host.answered();
            change(lines, model, which.getValue());
        });
        action.setDisable(fields.isEmpty());
        host.ask(new QuestionCard(
                messages,
                messages.get("page.together.title", relatives.number(kind, lines.size())),
                List.of(which, place),
                action,
                host::answered));
    }

    private StringConverter<Field> labels(FormModel model) {
        return new Named<>(field -> messages.get(model.form().labelKey(field)));
    }

    private void show(FormModel model, @Nullable Field field, VBox place) {
        place.getChildren().clear();
        if (field != null) {
            FieldEditor editor = editors.of(model, field);
            editor.show(model.resource());
            model.resourceProperty().addListener((property, old, now) -> editor.show(now));
            editor.focusTarget().setAccessibleText(messages.get(model.form().labelKey(field)));
            place.getChildren().setAll(editor.node());
        }
    }

    private void change(List<Line> lines, FormModel model, Field field) {
        List<String> references = lines.stream().map(Line::reference).toList();
        bulk.change(references, thing -> give(thing, model, field), "page.done.together");
    }

    /** Writes the field where this thing has it, which is not the same place in all of them. */
    private static ObjectNode give(ObjectNode thing, FormModel model, Field field) {
        Optional<Field> there =
                Forms.of(thing.path("resourceType").asText(""), thing).flatMap(form -> form.field(field.key()));
        there.ifPresent(own -> {
            for (int i = 0; i < Math.min(own.paths().size(), field.paths().size()); i++) {
                JsonNode value = Elements.get(model.resource(), field.paths().get(i));
                Elements.set(thing, own.paths().get(i), value == null ? null : value.deepCopy());
            }
        });
        return thing;
    }
}
