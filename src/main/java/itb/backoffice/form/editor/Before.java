package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Readable;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** What a changed field was before, in words, for whoever points at it or asks with a key. */
final class Before {
    private final Tooltip tip = new Tooltip();

    Before() {
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        tip.setShowDelay(Duration.millis(200));
        tip.setShowDuration(Duration.seconds(30));
    }

    /** Hangs the words on {@code nodes} while the field is changed. */
    void show(FormModel model, Field field, Messages messages, Node... nodes) {
        boolean changed = model.changed(field);
        ObjectNode base = model.base();
        if (changed && base != null) {
            tip.setText(words(model, base, field, messages));
        } else {
            tip.hide();
        }
        for (Node node : nodes) {
            if (changed) {
                Tooltip.install(node, tip);
            } else {
                Tooltip.uninstall(node, tip);
            }
        }
    }

    /** Shows the words below {@code node}, or takes them away again. */
    void toggle(Node node) {
        Bounds at = node.localToScreen(node.getBoundsInLocal());
        if (tip.isShowing()) {
            tip.hide();
        } else if (at != null && !tip.getText().isEmpty()) {
            tip.show(node, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private static String words(FormModel model, ObjectNode base, Field field, Messages messages) {
        JsonNode value = Elements.get(base, field.lead());
        if (value == null) {
            return messages.get("form.was.nothing");
        }
        String key = model.form().labelKey(field);
        String text = Values.text(base, field);
        if (field.kind() == Kind.FLAG) {
            key += text.equals("true") ? ".yes" : ".no";
        } else if (field.kind() == Kind.CODE) {
            key += ".code." + text;
        }
        boolean coded = field.kind() == Kind.FLAG || field.kind() == Kind.CODE;
        String words = coded && messages.has(key) ? messages.get(key) : text.isEmpty() ? Readable.words(value) : text;
        return messages.get("form.was", words);
    }
}
