package itb.backoffice.shell;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** What lies over the frame: one card at a time, after which the keyboard is where it was before. */
public final class Overlay {
    private final ModalPane pane = new ModalPane();
    private @Nullable Node before;

    Overlay() {
        pane.setId("over");
        // Cards come and go at once: half drawn ones explain nothing.
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().addListener((property, was, shown) -> {
            Node back = before;
            if (!shown && back != null) {
                before = null;
                back.requestFocus();
            }
        });
    }

    Node root() {
        return pane;
    }

    /** Shows {@code card} in place of what was shown before. */
    public void show(Parent card) {
        if (!pane.isDisplay() && pane.getScene() != null) {
            before = pane.getScene().getFocusOwner();
        }
        pane.show(card);
    }

    /** Takes the card away. */
    public void hide() {
        pane.hide(true);
    }
}
