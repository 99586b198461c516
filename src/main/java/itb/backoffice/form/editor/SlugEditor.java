package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Choice;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A clinic's part of the web address: a text that says at once when another clinic has the same. */
final class SlugEditor implements FieldEditor {
    private final Field field;
    private final Messages messages;
    private final Supplier<List<Choice>> others;
    private final TextEditor text;
    private final Label taken = Inputs.line("danger");
    private final VBox node;

    /**
     * @param others the names that are in use, each under the resource that has it
     */
    SlugEditor(FormModel model, Field field, Messages messages, Supplier<List<Choice>> others) {
        this.field = field;
        this.messages = messages;
        this.others = others;
        this.text = new TextEditor(model, field);
        this.node = new VBox(4, text.node(), taken);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return text.focusTarget();
    }

    @Override
    public void show(ObjectNode resource) {
        text.show(resource);
        taken.setText(problem(resource));
    }

    private String problem(ObjectNode resource) {
        String slug = Values.text(resource, field).strip();
        if (slug.isEmpty()) {
            return "";
        }
        String me = resource.path("resourceType").asText("") + "/"
                + resource.path("id").asText("");
        String same = others.get().stream()
                .filter(other -> !other.key().equals(me)
                        && other.hint().toLowerCase(Locale.ROOT).equals(slug.toLowerCase(Locale.ROOT)))
                .map(Choice::name)
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            return messages.get("form.slug.taken", same);
        }
        return slug.matches("[\\p{L}\\p{N}._~-]+") ? "" : messages.get("form.slug.letters");
    }
}
