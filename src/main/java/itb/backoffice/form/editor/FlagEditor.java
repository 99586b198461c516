package itb.backoffice.form.editor;

import atlantafx.base.controls.ToggleSwitch;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Messages;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Yes or no, in words beside a switch: the texts {@code form.TYPE.KEY.yes} and {@code .no}. */
final class FlagEditor implements FieldEditor {
    private final Field field;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final String yes;
    private final String no;
    private boolean showing;

    FlagEditor(FormModel model, Field field, Messages messages) {
        this.field = field;
        this.yes = messages.get(model.form().labelKey(field) + ".yes");
        this.no = messages.get(model.form().labelKey(field) + ".no");
        toggle.setLabelPosition(javafx.geometry.HorizontalDirection.RIGHT);
        toggle.selectedProperty().addListener((property, old, on) -> {
            toggle.setText(on ? yes : no);
            if (!showing) {
                model.edit(field, copy -> Values.set(copy, field, BooleanNode.valueOf(on)));
            }
        });
        toggle.setText(no);
        // The switch itself listens to the mouse alone.
        toggle.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                toggle.setSelected(!toggle.isSelected());
                event.consume();
            }
        });
        toggle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> toggle.requestFocus());
    }

    @Override
    public Node node() {
        return toggle;
    }

    @Override
    public Node focusTarget() {
        return toggle;
    }

    @Override
    public void show(ObjectNode resource) {
        showing = true;
        toggle.setSelected(Boolean.parseBoolean(Values.text(resource, field)));
        showing = false;
    }
}
