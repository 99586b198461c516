package itb.backoffice.shell.part;

import javafx.scene.control.Label;

/** Labels in the few sizes that the program uses. */
public final class Labels {
    private Labels() {}

    /** The name of a page: 20 px. */
    public static Label title(String text) {
        return styled(text, "screen-title");
    }

    /** The name of a group: 16 px. */
    public static Label heading(String text) {
        return styled(text, "screen-heading");
    }

    /** Running text, which wraps. */
    public static Label text(String text) {
        return styled(text, "screen-text");
    }

    /** Running text that matters more than what is around it. */
    public static Label strong(String text) {
        return styled(text, "screen-strong");
    }

    /** A quiet word beside something else: 12 px, wraps. */
    public static Label hint(String text) {
        return styled(text, "screen-hint");
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(!style.equals("screen-title"));
        return label;
    }
}
