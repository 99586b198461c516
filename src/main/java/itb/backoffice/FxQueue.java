package itb.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The FX thread as an executor that can be used before JavaFX has started: what comes early waits. */
final class FxQueue implements Executor {
    private final List<Runnable> early = new ArrayList<>();
    private boolean open;

    @Override
    public synchronized void execute(Runnable task) {
        if (open) {
            Platform.runLater(task);
        } else {
            early.add(task);
        }
    }

    /** JavaFX runs now. */
    synchronized void open() {
        open = true;
        early.forEach(Platform::runLater);
        early.clear();
    }
}
