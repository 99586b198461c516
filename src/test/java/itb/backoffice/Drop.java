package itb.backoffice;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.testfx.util.WaitForAsyncUtils;

/** Drops files on a window. The screen of the tests has no other program from which they could be dragged. */
public final class Drop {
    private Drop() {}

    /** Drags {@code files} over the middle of {@code scene} and lets them go there. */
    static void files(Scene scene, List<Path> files) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            drop(scene.getRoot(), files);
        });
    }

    /** The same over {@code target}. */
    public static void files(Node target, List<Path> files) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            drop(target, files);
        });
    }

    private static void drop(Node target, List<Path> files) {
        Dragboard board = board(files.stream().map(Path::toFile).toList());
        fire(target, DragEvent.DRAG_OVER, board);
        fire(target, DragEvent.DRAG_DROPPED, board);
    }

    private static void fire(Node target, EventType<DragEvent> type, Dragboard board) {
        double x = target.getScene().getWidth() / 2;
        double y = target.getScene().getHeight() / 2;
        Event.fireEvent(
                target,
                new DragEvent(type, board, x, y, x, y, TransferMode.COPY, null, null, new PickResult(target, x, y)));
    }

    private static Dragboard board(List<File> files) {
        TKClipboard content = (TKClipboard) Proxy.newProxyInstance(
                Drop.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> null;
                });
        try {
            Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            made.setAccessible(true);
            return made.newInstance(content);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
