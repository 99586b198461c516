package itb.backoffice.benchmark;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that JavaFX can show, to measure the program against: says when its second frame is drawn, and ends. */
public final class BareWindow extends Application {
    /** Not the class itself, which JavaFX would only start from a module path. */
    public static final class Start {
        private Start() {}

        /** Opens the window. */
        public static void main(String[] args) {
            launch(BareWindow.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("Bare window");
        stage.setScene(new Scene(new Label("Bare window"), 1280, 800));
        stage.show();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                // A pulse draws after this call: in the third, two frames are out.
                if (++pulses == 3) {
                    System.err.println(StartBenchmark.FIRST_FRAME);
                    Platform.exit();
                }
            }
        }.start();
    }
}
