package itb.backoffice.shell.part;

import javafx.application.Platform;

/** Does something once, however often it is asked for before the window gets to it. Belongs to the FX thread. */
public final class Soon {
    private final Runnable action;
    private boolean asked;

    /** Does {@code action}. */
    public Soon(Runnable action) {
        this.action = action;
    }

    /** Asks for it. */
    public void please() {
        if (!asked) {
            asked = true;
            Platform.runLater(() -> {
                asked = false;
                action.run();
            });
        }
    }
}
