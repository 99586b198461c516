package itb.backoffice.shell.packages;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes package files that are dropped anywhere on the window; whatever else is dropped is left to what is under it. */
public final class PackageDrop {
    private PackageDrop() {}

    /** From now on gives {@code files} what is dropped on {@code scene}. */
    public static void accept(Scene scene, Consumer<List<Path>> files) {
        scene.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (!packages(event.getDragboard().getFiles()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<Path> dropped = packages(event.getDragboard().getFiles());
            if (!dropped.isEmpty()) {
                files.accept(dropped);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** The packages among {@code files}, by their names. */
    static List<Path> packages(List<File> files) {
        return files.stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).matches(".*\\.(tgz|tar\\.gz)"))
                .map(File::toPath)
                .toList();
    }
}
