package itb.backoffice.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        at = visited.size() - 1;
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
            at--;
            open.accept(visited.get(at));
        }
    }

    /** Opens the place that {@link #back} left. */
    public void forward() {
        if (at < visited.size() - 1) {
            at++;
            open.accept(visited.get(at));
        }
    }

    void clear() {
        visited.clear();
        at = -1;
    }
}
