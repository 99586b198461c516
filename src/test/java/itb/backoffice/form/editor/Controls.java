package itb.backoffice.form.editor;

import atlantafx.base.controls.ToggleSwitch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** What a person can do with the controls of an editor, one thing after the other. */
public final class Controls {
    private Controls() {}

    /** Each use of a control in {@code node}. */
    public static List<Runnable> of(Node node) {
        List<Runnable> uses = new ArrayList<>();
        collect(node, uses);
        return uses;
    }

    private static void collect(Node node, List<Runnable> uses) {
        switch (node) {
            case TextInputControl input -> {
                if (input.isEditable() && input.isManaged() && shown(input)) {
                    uses.add(() -> {
                        input.setText(other(input.getText()));
                        if (input instanceof TextField field && field.getOnAction() != null) {
                            field.getOnAction().handle(new ActionEvent());
                        }
                    });
                }
            }
            case ToggleSwitch toggle -> uses.add(() -> toggle.setSelected(!toggle.isSelected()));
            case CheckBox box -> uses.add(() -> box.setSelected(!box.isSelected()));
            case ChoiceBoxField box ->
                uses.add(() -> {
                    box.getOnShowing().handle(null);
                    box.setValue(box.getItems().getFirst());
                });
            case DatePicker picker -> uses.add(() -> picker.setValue(LocalDate.of(2001, 2, 3)));
            case ComboBox<?> box -> uses.add(() -> choose(box));
            case Button button -> {
                String id = button.getId() == null ? "" : button.getId();
                boolean leavesTheForm = id.matches(".*(open|choose|add|crop)$");
                if (!button.isDisable() && shown(button) && !leavesTheForm) {
                    uses.add(button::fire);
                }
            }
            case Labeled label -> {
                // Nothing to do with words.
            }
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, uses));
            default -> {}
        }
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> void choose(ComboBox<T> box) {
        T now = box.getValue();
        box.setValue(box.getItems().stream()
                .filter(item -> !item.equals(now))
                .findFirst()
                .orElseThrow());
    }

    /** Another text of the same kind: a number, a place, a time or words. */
    private static String other(String text) {
        if (text.matches("\\d\\d:\\d\\d")) {
            return text.substring(0, 3) + "45";
        }
        if (text.matches("-?[\\d.]+, -?[\\d.]+")) {
            return "60.1000, 11.20";
        }
        return text.matches("\\d+") ? text + "7" : text + " og mer";
    }
}
