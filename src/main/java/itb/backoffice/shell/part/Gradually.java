package itb.backoffice.shell.part;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Fills a pane with many parts, some for each frame, so that a long list never holds up the window. */
public final class Gradually {
    private static final int FIRST = 8;
    private static final int EACH_FRAME = 4;

    private final Pane pane;
    private final ArrayDeque<Supplier<? extends Node>> waiting = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            add(EACH_FRAME);
        }
    };

    /** Fills {@code pane}. */
    public Gradually(Pane pane) {
        this.pane = pane;
    }

    /** Replaces what the pane holds; a filling that is under way is given up. */
    public void show(List<? extends Supplier<? extends Node>> parts) {
        timer.stop();
        waiting.clear();
        waiting.addAll(parts);
        pane.getChildren().clear();
        add(FIRST);
        if (!waiting.isEmpty()) {
            timer.start();
        }
    }

    /** Adds to what the pane holds, or will hold. */
    public void add(List<? extends Supplier<? extends Node>> parts) {
        waiting.addAll(parts);
        if (!waiting.isEmpty()) {
            timer.start();
        }
    }

    private void add(int most) {
        for (int i = 0; i < most && !waiting.isEmpty(); i++) {
            pane.getChildren().add(waiting.remove().get());
        }
        if (waiting.isEmpty()) {
            timer.stop();
        }
    }
}
