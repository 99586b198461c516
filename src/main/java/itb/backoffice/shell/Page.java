package itb.backoffice.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * One entry of the navigation and what it shows.
 *
 * @param key its name; the text is {@code shell.page.KEY}
 * @param count the number beside it; negative for none
 * @param view made when the page is first opened
 * @param focus puts the keyboard into the page
 * @param show opens a thing ({@code Type/id}) on the page
 */
public record Page(
        String key,
        Feather icon,
        ObservableValue<? extends Number> count,
        Supplier<Node> view,
        Runnable focus,
        Consumer<String> show) {
    /** A page on which nothing is opened. */
    public Page(
            String key, Feather icon, ObservableValue<? extends Number> count, Supplier<Node> view, Runnable focus) {
        this(key, icon, count, view, focus, reference -> {});
    }
}
