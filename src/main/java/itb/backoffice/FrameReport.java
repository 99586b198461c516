package itb.backoffice;

import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Tells those who measure the start when the window stood there with the last catalogue ({@code ITB_REPORT_FRAME=1}),
 * and ends a start that only trains the start-up cache ({@code ITB_TRAINING=1}).
 */
final class FrameReport {
    private final boolean report = "1".equals(System.getenv("ITB_REPORT_FRAME"));
    private final boolean training = "1".equals(System.getenv("ITB_TRAINING"));
    private boolean first = true;
    private boolean warm;
    private boolean checked;

    /** Runs {@code next} when two frames with the catalogue have been drawn. */
    void catalogueShown(Scene scene, Runnable next) {
        afterFrames(scene, 2, () -> {
            if (report && first) {
                first = false;
                long started = ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(java.time.Instant::toEpochMilli)
                        .orElse(0L);
                System.err.println("first frame " + (System.currentTimeMillis() - started));
            }
            next.run();
        });
    }

    /** The validator has given its first verdict. */
    void warm() {
        warm = true;
        settled();
    }

    /** The chain was fetched and checked. */
    void checked() {
        checked = true;
        settled();
    }

    private void settled() {
        if (training && warm && checked) {
            Platform.exit();
        }
    }

    private static void afterFrames(Scene scene, int frames, Runnable then) {
        Runnable[] listener = new Runnable[1];
        int[] left = {frames};
        listener[0] = () -> {
            if (--left[0] <= 0) {
                scene.removePostLayoutPulseListener(listener[0]);
                Platform.runLater(then);
            } else {
                Platform.requestNextPulse();
            }
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }
}
