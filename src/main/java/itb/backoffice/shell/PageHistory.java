package itb.backoffice.shell;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The places that were visited, for back and forward. */
public final class PageHistory {
    /**
     * A page and what was open on it.
     *
     * @param reference {@code Type/id}, or null where nothing was
     */
    record Place(Page page, @Nullable String reference) {}

    private final Consumer<Place> open;
    private final List<Place> visited = new ArrayList<>();
    private final ReadOnlyBooleanWrapper nothingBefore = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper nothingAfter = new ReadOnlyBooleanWrapper(true);
    private int at = -1;

    PageHistory(Consumer<Place> open) {
        this.open = open;
    }

    void visit(Page page) {
        if (at < 0 || visited.get(at).page() != page) {
            add(new Place(page, null));
        }
    }

    private void add(Place place) {
        visited.subList(at + 1, visited.size()).clear();
        visited.add(place);
        go(visited.size() - 1);
    }

    private void go(int to) {
        at = to;
        nothingBefore.set(at <= 0);
        nothingAfter.set(at >= visited.size() - 1);
    }

    /** Buttons for back and forward, off where there is nothing to go to. */
    List<Button> buttons(Messages messages) {
        Button back = Buttons.icon("history-back", Feather.ARROW_LEFT, messages.get("shell.top.back"), this::back);
        Button forward =
                Buttons.icon("history-forward", Feather.ARROW_RIGHT, messages.get("shell.top.forward"), this::forward);
        back.disableProperty().bind(nothingBefore);
        forward.disableProperty().bind(nothingAfter);
        return List.of(back, forward);
    }

    /** Something is open on the page now. */
    public void opened(String reference) {
        if (at >= 0) {
            visited.set(at, new Place(visited.get(at).page(), reference));
        }
    }

    /** The next thing is opened by a jump: back leads to what is open now, also on the same page. */
    public void jump() {
        if (at >= 0 && visited.get(at).reference() != null) {
            add(visited.get(at));
        }
    }

    /** Opens the place before this one, if there is one. */
    public void back() {
        if (at > 0) {
            go(at - 1);
            open.accept(visited.get(at));
        }
    }

    /** Opens the place that {@link #back} left. */
    public void forward() {
        if (at < visited.size() - 1) {
            go(at + 1);
            open.accept(visited.get(at));
        }
    }

    void clear() {
        visited.clear();
        go(-1);
    }
}
