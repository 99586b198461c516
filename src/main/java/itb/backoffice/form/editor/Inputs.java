package itb.backoffice.form.editor;

import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** What all controls for texts do alike. */
final class Inputs {
    private Inputs() {}

    /**
     * Shows {@code text} where it differs, so that the caret stays. Blanks that are being typed where nothing is yet
     * stay too: they are on their way to a word.
     */
    static void put(TextInputControl input, String text) {
        String now = input.getText() == null ? "" : input.getText();
        boolean onItsWay = text.isEmpty() && now.isBlank() && input.isFocused();
        if (!now.equals(text) && !now.equals(shown(input, text)) && !onItsWay) {
            input.setText(text);
        }
    }

    /** What a control makes of a text: one on a single line drops the breaks in it, and none keeps returns. */
    private static String shown(TextInputControl input, String text) {
        return input instanceof TextArea
                ? text.replace("\r\n", "\n").replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f]", "")
                : text.replaceAll("[\\x00-\\x1f\\x7f]", "");
    }

    /** What was typed, with its lines broken as {@code before} breaks them. */
    static String typed(String text, String before) {
        return before.contains("\r\n") ? text.replace("\n", "\r\n") : text;
    }

    /** Tab leads on, as everywhere else; nobody wants a tab stop in a text for patients. */
    static void leaveWithTab(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /** A small line under a control, which takes no room while it is empty. */
    static Label line(String... styles) {
        Label line = new Label();
        line.getStyleClass().add("hint");
        line.getStyleClass().addAll(styles);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        return line;
    }
}
