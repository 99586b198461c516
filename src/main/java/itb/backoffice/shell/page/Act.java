package itb.backoffice.shell.page;

import itb.backoffice.shell.chain.Line;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that can be done with the selected lines: in the toolbar, in its menu, by right click and by keys alike.
 *
 * @param key names its nodes
 * @param inToolbar whether it has a button of its own
 * @param words what it is called for these lines; the reason too where it cannot be done for one that the user must know
 * @param allowed whether it can be done with these lines
 */
record Act(
        String key,
        @Nullable Feather icon,
        @Nullable KeyCombination keys,
        boolean inToolbar,
        Function<List<Line>, String> words,
        Predicate<List<Line>> allowed,
        Consumer<List<Line>> run) {
    /** Does it, if it can be done. */
    void with(List<Line> lines) {
        if (allowed.test(lines)) {
            run.accept(lines);
        }
    }
}
